import NuntiqCore
import NuntiqModel

/// What a detail answer shows beside the documented members.
struct DetailOptions {
    /// Whether members without a value are shown as null.
    let includeNull: Bool
    /// Whether fields tell where their value came from.
    let evidence: Bool
}

extension InvoiceDetail {
    /// The whole invoice on the wire (`invoice-model.md`, "Invoice detail").
    func wire(_ options: DetailOptions) -> JSONValue {
        let content = record.content
        func parts(_ parts: [JSONValue], _ names: [String]) -> JSONValue {
            .array(options.includeNull ? parts.map { $0.completed(names) } : parts)
        }
        return [
            "invoice": .object(invoice(options)),
            "lines": .array(content.lines.indices.map { line($0, options) }),
            "addresses": parts(content.addresses.map(\.json), Self.addressNames),
            "taxes": parts(content.taxes.map(\.json), ["tax_name", "tax_rate", "tax_base_amount", "tax_amount"]),
            "charges": parts(content.charges.map(\.json), ["charge_name", "charge_amount"]),
            "discounts": parts(
                content.discounts.map(\.json), ["discount_name", "discount_rate", "discount_amount"]),
            "attachments": .array(attachments.map { $0.wire(options) }),
            "matchAI": [],
            "email": .null,
            "integration": .object(state.integrationWire.shown(options)),
            "version": .number(JSONNumber(state.version)),
        ]
    }

    private static let addressNames = [
        "address_type", "address_name", "street", "city", "state", "postal_code", "country",
    ]

    private func invoice(_ options: DetailOptions) -> JSONObject {
        var invoice: JSONObject = [
            "id": .number(JSONNumber(record.id)), "invoice_token": record.token.json, "email_token": .null,
            "status": .number(JSONNumber(Int64(state.status.rawValue))), "status_info": state.status.info,
            "created_at": record.createdAt.json, "updated_at": state.updatedAt.json,
        ]
        for (index, reference) in record.references.enumerated() {
            invoice["ext_reference_\(index + 1)"] = reference.isEmpty ? .null : .string(reference)
        }
        invoice["fields"] = .array(record.content.header.wire(record.template.header, options))
        return invoice.shown(options)
    }

    /// A line; its id is that of the invoice followed by four digits of its place.
    private func line(_ index: Int, _ options: DetailOptions) -> JSONValue {
        let fields = record.content.lines[index].fields
        return .object([
            "id": .number(JSONNumber(record.id * 10_000 + Int64(index))),
            "invoice_id": .number(JSONNumber(record.id)),
            "invoice_line_number": fields["lineNumber"]?.lineNumber ?? .null,
            "created_at": record.createdAt.json, "updated_at": record.createdAt.json,
            "fields": .array(fields.wire(record.template.lines, options)),
        ])
    }
}

extension FieldValue {
    /// A line number: a number when it is all digits without leading zeros, else as it is.
    fileprivate var lineNumber: JSONValue {
        let text = text ?? wire.serialized()
        guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), text == "0" || text.first != "0",
            let number = Int64(text)
        else { return .string(text) }
        return .number(JSONNumber(number))
    }
}

extension [Field] {
    /// `{key, label, value}` in the order of the template; what the template does not name comes last.
    fileprivate func wire(_ template: [TemplateField], _ options: DetailOptions) -> [JSONValue] {
        let known = template.compactMap { named in
            let field = first { $0.key == named.key }
            return field == nil && !options.includeNull ? nil : named.wire(field, options)
        }
        let keys = Set(template.map(\.key))
        let others = filter { !keys.contains($0.key) }.map { TemplateField($0.key, $0.key).wire($0, options) }
        return known + others
    }
}

extension TemplateField {
    fileprivate func wire(_ field: Field?, _ options: DetailOptions) -> JSONValue {
        var object: JSONObject = ["key": .string(key), "label": .string(label), "value": field?.value.wire ?? .null]
        guard options.evidence, let field else { return .object(object) }
        let parts = field.json.array ?? []
        object["source"] = .string(field.source.rawValue)
        object["confidence"] = parts.count > 3 ? parts[3] : .null
        object["page"] = parts.count > 4 ? parts[4] : .null
        object["box"] = parts.count > 5 ? parts[5] : .null
        return .object(object)
    }
}

extension AttachmentRecord {
    fileprivate func wire(_ options: DetailOptions) -> JSONValue {
        let object: JSONObject = [
            "attachment_token": token.json, "file_name": .string(fileName), "content_type": .string(contentType),
            "type": .string(type), "parent_token": parent?.json ?? .null,
        ]
        return .object(object.shown(options))
    }
}

extension InvoiceState {
    /// The integration's part of a detail, nulls included.
    fileprivate var integrationWire: JSONObject {
        var object = JSONObject()
        for index in 0..<3 {
            object["external_id_\(index + 1)"] = integration.externalIDs[index].map(JSONValue.string) ?? .null
        }
        for index in 0..<3 {
            object["external_message_\(index + 1)"] = integration.externalMessages[index].map(JSONValue.string) ?? .null
        }
        object["failure_code"] = integration.failureCode.map(JSONValue.string) ?? .null
        object["failure_message"] = integration.failureMessage.map(JSONValue.string) ?? .null
        object["lease"] = lease?.wire(fence: fence, holder: holder) ?? .null
        object["intent"] = intent?.wire ?? .null
        object["pending_action"] = pendingAction?.wire ?? .null
        return object
    }
}

extension Lease {
    fileprivate func wire(fence: Int64, holder: Int64) -> JSONValue {
        [
            "holder_id": .number(JSONNumber(holder)), "fence": .number(JSONNumber(fence)), "started_at": startedAt.json,
            "lease_expires_at": endsAt.json,
        ]
    }
}

extension JSONObject {
    /// The object as asked for: without members that are null, or with them.
    fileprivate func shown(_ options: DetailOptions) -> JSONObject {
        if options.includeNull { return self }
        var object = self
        for key in keys where object[key]?.isNull == true { object[key] = nil }
        return object
    }
}

extension JSONValue {
    /// The object with every name, null where it had none.
    fileprivate func completed(_ names: [String]) -> JSONValue {
        var object = JSONObject()
        for name in names { object[name] = self[name] ?? .null }
        return .object(object)
    }
}
