extension MasterKind {
    /// Purchase orders.
    public static let purchaseOrder = MasterKind(
        name: "purchase_order",
        noun: "purchase order",
        shape: MasterShape(
            [
                .required("po_number", .code), .required("supplier_code", .code),
                .required("organization_unit_code", .code), .required("source_document_id", .code),
                .required("source_system"), .optional("po_date", .date), .optional("supplier_location_code", .code),
                .optional("buyer"), .optional("requester"), .optional("status"),
                .optional("currency_code", .text(limit: 3)), .optional("expected_delivery_date", .date),
                .optional("comments", .text(limit: 4_000)), .optional("net_amount", .decimal),
                .optional("tax_amount", .decimal), .optional("gross_amount", .decimal), .optional("source"),
            ] + MasterField.custom(texts: 15, numbers: 15, dates: 15)),
        key: ["source_document_id"],
        slots: [.exact("po_number"), .exact("supplier_code"), .exact("organization_unit_code"), .exact("status")],
        references: [
            MasterReference(field: "supplier_code", kind: "supplier", slot: 0, noun: "supplier"),
            MasterReference(field: "organization_unit_code", kind: "organization", noun: "organisation"),
        ],
        deletion: .marked(field: "status", value: "DELETED"),
        deletionMustMatch: true,
        cascades: [MasterCascade(kind: "purchase_order_line", slot: 0)])

    /// The lines of purchase orders.
    public static let purchaseOrderLine = MasterKind(
        name: "purchase_order_line",
        noun: "purchase order line",
        shape: MasterShape(
            [
                .required("po_number", .code), .required("po_line_number", .code),
                .required("source_document_id", .code), .required("source_line_id", .code),
                .required("quantity", .decimal), .required("unit_price", .decimal), .required("net_amount", .decimal),
                .optional("line_type"), .optional("product_code_1", .code), .optional("product_code_2", .code),
                .optional("product_name"), .optional("unspsc_code"), .optional("description", .text(limit: 4_000)),
                .optional("requester"), .optional("buyer"), .optional("unit_of_measure"),
                .optional("currency_code", .text(limit: 3)), .optional("expected_delivery_date", .date),
                .optional("ship_to_location_code"), .optional("tax_amount", .decimal),
                .optional("gross_amount", .decimal), .optional("status"),
            ] + MasterField.custom(texts: 15, numbers: 10, dates: 10)),
        key: ["source_line_id"],
        slots: [.exact("source_document_id"), .exact("po_number"), .exact("product_code_1"), .exact("status")],
        references: [
            MasterReference(field: "source_document_id", kind: "purchase_order", noun: "purchase order")
        ],
        deletionMustMatch: true,
        cascades: [MasterCascade(kind: "receipt", slot: 0)])

    /// What was received of the lines of purchase orders.
    public static let receipt = MasterKind(
        name: "receipt",
        noun: "receipt",
        shape: MasterShape(
            [
                .required("po_number", .code), .required("po_line_number", .code),
                .required("receipt_line_number", .code), .required("quantity", .decimal),
                .required("unit_price", .decimal), .required("net_amount", .decimal),
                .required("source_document_id", .code), .required("source_line_id", .code),
                .required("source_receipt_line_id", .code), .optional("receipt_number", .code),
                .optional("receipt_date", .date), .optional("tax_amount", .decimal),
                .optional("gross_amount", .decimal), .optional("unit_of_measure"), .optional("location_code"),
                .optional("received_by"), .optional("comments", .text(limit: 4_000)),
            ] + MasterField.custom(texts: 10, numbers: 10, dates: 10)),
        key: ["source_receipt_line_id"],
        slots: [.exact("source_line_id"), .exact("source_document_id"), .exact("po_number"), .exact("receipt_number")],
        references: [
            MasterReference(field: "source_line_id", kind: "purchase_order_line", noun: "purchase order line")
        ])
}

extension MasterField {
    /// `custom_text_1…`, `custom_number_1…`, `custom_date_1…`.
    fileprivate static func custom(texts: Int, numbers: Int, dates: Int) -> [MasterField] {
        numbered("custom_text", texts) + numbered("custom_number", numbers, .decimal)
            + numbered("custom_date", dates, .date)
    }
}
