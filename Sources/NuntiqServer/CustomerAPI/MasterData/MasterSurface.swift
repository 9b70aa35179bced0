import NuntiqCore
import NuntiqModel

/// How a kind of master data stands in the API: its path, its names, an example of a row.
struct MasterSurface: Sendable {
    let kind: MasterKind
    let path: String
    /// Ends the names of its operations and schemas: `Supplier`.
    let name: String
    let plural: String
    /// What callers must know beside what the fields say.
    let words: String
    let example: JSONValue
    /// A filter that finds the example.
    let filter: JSONValue
    /// What a delete does.
    let deletion: String
    /// Whether the path names the table that is meant.
    var isTable = false

    static let all: [MasterSurface] = [
        organization, supplier, purchaseOrder, purchaseOrderLine, receipt, dataTable,
    ]

    private static let organization = MasterSurface(
        kind: .organization, path: "/v1/organization", name: "Organization", plural: "organisations",
        words: """
            `organization_type` is 1 for a group, 2 for a unit, 3 for a business unit; `parent_id` is the code of the \
            parent, whose type is lower.
            """,
        example: [
            "code": "NL01", "name": "Acme Nederland", "organization_type": 1,
            "identifiers": [
                ["identifier_label": "VAT", "identifier_value": "NL123456782B90", "identifier_type": "vat_id"]
            ],
            "addresses": [["street": "Herengracht 1", "city": "Amsterdam", "country_code": "NL"]],
        ],
        filter: ["code": "NL01"],
        deletion: """
            `action` `delete` sets `active` to false and `custom_field_15` to `[DELETED]`; `deactivate` sets `active` \
            to false only. They stay in lists; nothing may refer to a deleted one.
            """)

    private static let supplier = MasterSurface(
        kind: .supplier, path: "/v1/supplier", name: "Supplier", plural: "suppliers",
        words: """
            The key is `supplier_number` with `organization_code`; without the latter the supplier is one of the \
            default organisation. `SupplierAddressInsertOnly` and `SupplierBankInsertOnly`, on the request or on a \
            row, add addresses or bank accounts and change none that is there. A supplier that is not `is_active`, or \
            `is_blocked`, keeps its invoices in review.
            """,
        example: [
            "supplier_number": "S-001", "supplier_name": "Hooli B.V.",
            "supplier_location": [
                [
                    "location_code": "HQ", "location_name": "Head office", "taxpayer_id": "NL123456782B90",
                    "supplier_address": [["street": "Keizersgracht 2", "city": "Amsterdam", "country_code": "NL"]],
                    "supplier_bank_account": [["bank_account_number": "NL91ABNA0417164300", "is_primary": true]],
                ]
            ],
        ],
        filter: ["supplier_number": "S-001"],
        deletion: """
            `action` `delete`, the default, takes suppliers out of every list; `deactivate` sets `is_active` to false.
            """)

    private static let purchaseOrder = MasterSurface(
        kind: .purchaseOrder, path: "/v1/purchaseorder", name: "PurchaseOrder", plural: "purchase orders",
        words: """
            The key is `source_document_id`. Supplier and organisation must be there: `supplier_code` is a \
            `supplier_number`, `organization_unit_code` an organisation's `code`.
            """,
        example: [
            "po_number": "PO-4711", "supplier_code": "S-001", "organization_unit_code": "NL01",
            "source_document_id": "ERP-4711", "source_system": "ERP", "po_date": "2026-05-01", "currency_code": "EUR",
            "net_amount": 100,
        ],
        filter: ["po_number": "PO-4711"],
        deletion: """
            Their lines and what was received of these go with them; `status` becomes `DELETED`. They are never \
            deactivated: an `action` is refused. Where nothing matches, the answer is 404.
            """)

    private static let purchaseOrderLine = MasterSurface(
        kind: .purchaseOrderLine, path: "/v1/purchaseorderline", name: "PurchaseOrderLine",
        plural: "purchase order lines",
        words: "The key is `source_line_id`; `source_document_id` is that of a purchase order that is there.",
        example: [
            "po_number": "PO-4711", "po_line_number": "10", "source_document_id": "ERP-4711",
            "source_line_id": "ERP-4711-10", "quantity": 2, "unit_price": 50, "net_amount": 100,
        ],
        filter: ["source_document_id": "ERP-4711"],
        deletion: """
            What was received of them goes with them. They are never deactivated: an `action` is refused. Where \
            nothing matches, the answer is 404.
            """)

    private static let receipt = MasterSurface(
        kind: .receipt, path: "/v1/receipt", name: "Receipt", plural: "receipts",
        words: "The key is `source_receipt_line_id`; `source_line_id` is that of a purchase order line that is there.",
        example: [
            "po_number": "PO-4711", "po_line_number": "10", "receipt_line_number": "1", "quantity": 2,
            "unit_price": 50, "net_amount": 100, "source_document_id": "ERP-4711",
            "source_line_id": "ERP-4711-10", "source_receipt_line_id": "GR-1",
        ],
        filter: ["source_line_id": "ERP-4711-10"],
        deletion: "They are never deactivated: an `action` is refused. A filter that matches nothing changes nothing.")

    private static let dataTable = MasterSurface(
        kind: .dataTable(1), path: "/v1/customerdatatable/{table}", name: "CustomerDataRow",
        plural: "rows of a table of the customer's own",
        words: """
            The path names the table, `customer_data_table_1` to `20` or by the name given to it. The key is \
            `source_record_id` with `source_system`; a row without it is a new one each time. `field_N` is taken as \
            `text_field_N`.
            """,
        example: [
            "source_record_id": "CC-100", "source_system": "ERP", "text_field_1": "100", "text_field_2": "Marketing",
            "number_field_1": 5000, "date_field_1": "2026-01-01",
        ],
        filter: ["source_record_id": "CC-100"],
        deletion: "A filter that matches nothing changes nothing.",
        isTable: true)
}
