import NuntiqCore
import NuntiqModel

extension SupplierInvoice {
    /// The invoice on the wire, without anything of the inside.
    var wire: JSONObject {
        [
            "invoice_token": token.json, "invoice_id": .number(JSONNumber(id)),
            "invoice_number": number.isEmpty ? .null : .string(number),
            "supplier_number": supplierNumber.isEmpty ? .null : .string(supplierNumber),
            "total_amount": JSONNumber(grossAmount).map(JSONValue.number) ?? .null,
            "currency": currencyCode.isEmpty ? .null : .string(currencyCode), "created_at": createdAt.json,
            "status_group": .string(status.rawValue), "status_label": .string(status.label),
            "can_withdraw": .bool(canBeWithdrawn),
        ]
    }
}

extension SupplierInvoiceDetail {
    var wire: JSONValue {
        var object = invoice.wire
        object["to_fix"] = .array(toFix.map(\.wire))
        object["messages"] = .array(messages.map(\.suppliersWire))
        return .object(object)
    }
}

extension SupplierInvoicePage {
    var wire: JSONValue {
        ["items": .array(items.map { .object($0.wire) }), "next_cursor": next?.json ?? .null]
    }
}

extension SupplierFix {
    var wire: JSONValue {
        switch self {
        case .issue(let issue): issue.wire
        case .note(let code, let text): ["code": .string(code.rawValue), "message": .string(text)]
        }
    }
}

extension Withdrawal {
    var wire: JSONValue {
        [
            "invoice_token": invoice.json, "status_group": .string(SupplierStatus.withdrawn.rawValue),
            "status_label": .string(SupplierStatus.withdrawn.label), "status_changed": .bool(statusChanged),
        ]
    }
}

extension LifecycleMessage {
    /// What a supplier sees of a message: never who wrote it inside, nor an internal note, nor an id of an ERP.
    fileprivate var suppliersWire: JSONValue {
        let entry = LifecycleCatalogue.entry(of: code)
        var object: JSONObject = [
            "code": .string(code.rawValue), "label": .string(entry.label), "description": .string(entry.description),
            "occurred_at": occurredAt.json, "note": noteSupplier.map(JSONValue.string) ?? .null,
        ]
        if let referenceType, let referenceValue, referenceType != "OTHER" {
            object["reference_type"] = .string(referenceType)
            object["reference_value"] = .string(referenceValue)
        }
        return .object(object)
    }
}
