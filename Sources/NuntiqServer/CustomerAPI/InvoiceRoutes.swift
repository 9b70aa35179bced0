import Hummingbird
import NuntiqCore
import NuntiqModel

/// - `GET /v1/invoices`: a list, needs `READ_DOCS`
/// - `GET /v1/invoices/{token}`: the whole invoice, needs `READ_DOCS`, or `INTEGRATE_INVOICES` for what one holds
struct InvoiceRoutes: Sendable {
    let invoices: Invoices

    var routes: [Route] {
        [
            .customer(.get, "/v1/invoices", needs: [.readDocs], summary: "List invoices, newest first.", use: list)
                .described(.invoiceList),
            .customer(
                .get, "/v1/invoices/{token}", needs: [.readDocs, .integrateInvoices],
                summary: "Everything there is to say about an invoice.", use: detail
            ).described(.invoiceDetail),
        ]
    }

    func detail(_ request: Request, _ context: AuthenticatedContext) async throws -> JSONAnswer {
        let token = try context.invoiceToken()
        var query = request.queryFields
        let options = DetailOptions(
            includeNull: query.bool("includeNull") ?? false, evidence: query.bool("evidence") ?? false)
        try query.check()
        return JSONAnswer(try await invoices.detail(token, for: context.principal).wire(options))
    }

    func list(_ request: Request, _ context: AuthenticatedContext) async throws -> JSONAnswer {
        var query = request.queryFields
        let filter = query.invoiceFilter()
        let part = query.listPart()
        let limit = Int(query.int("limit", in: 1...Int64(Invoices.listLimits.upperBound)) ?? 50)
        try query.check()
        let list = try await invoices.list(filter, part, limit: limit, for: context.principal)
        return JSONAnswer(list.wire(part))
    }
}

extension Fields {
    fileprivate mutating func invoiceFilter() -> InvoiceFilter {
        var filter = InvoiceFilter()
        let groups = words("state").map { ($0, StatusGroup(rawValue: $0)?.statuses) }
        let codes = words("status").map { ($0, Int($0).flatMap(Status.init).map { [$0] }) }
        for (word, _) in groups where !(StatusGroup.allCases.map(\.rawValue).contains(word)) {
            fault("state", "There is no state \(word).")
        }
        for (word, statuses) in codes where statuses == nil { fault("status", "There is no status \(word).") }
        for wanted in [groups, codes] where !wanted.isEmpty {
            let statuses = Set(wanted.flatMap { $0.1 ?? [] })
            filter.statuses = filter.statuses.map { $0.intersection(statuses) } ?? statuses
        }
        filter.since = instant("since")
        filter.supplierNumber = text("supplier_number")
        filter.invoiceNumber = text("invoice_number").map(InvoiceFilter.numberKey)
        filter.references = (1...5).map { folded(text("ext_reference_\($0)") ?? "") }
        return filter
    }

    /// `page` from 1, or `cursor`, empty for the beginning.
    fileprivate mutating func listPart() -> ListPart {
        let page = int("page", in: 1...1_000_000)
        guard let cursor = text("cursor") else { return .page(Int(page ?? 1)) }
        if page != nil { fault("page", "Either page or cursor can be given.") }
        if cursor.isEmpty { return .after(nil, count: nil) }
        let parts = cursor.split(separator: ".")
        guard parts.count == 2, let token = Token(String(parts[0])), let count = Int64(parts[1]) else {
            fault("cursor", "Expected the next_cursor of an earlier answer, or nothing for the beginning.")
            return .page(1)
        }
        return .after(token, count: count)
    }

    /// Words separated by commas.
    private mutating func words(_ name: String) -> [String] {
        (text(name) ?? "").split(separator: ",").map { trimmed(String($0)) }
    }
}

extension InvoiceList {
    fileprivate func wire(_ part: ListPart) -> JSONValue {
        var answer: JSONObject = ["items": .array(items.map(\.wire)), "count": .number(JSONNumber(count))]
        switch part {
        case .page(let page):
            answer["page"] = .number(JSONNumber(Int64(page)))
        case .after:
            answer["next_cursor"] = next.map { .string("\($0).\(count)") } ?? .null
        }
        return .object(answer)
    }
}

extension InvoiceSummary {
    /// An invoice in a list on the wire.
    var wire: JSONValue {
        var object: JSONObject = [
            "invoice_token": token.json, "invoice_id": .number(JSONNumber(id)),
            "status": .number(JSONNumber(Int64(status.rawValue))), "status_info": status.info,
            "invoice_number": number.isEmpty ? .null : .string(number),
            "supplier_number": supplierNumber.isEmpty ? .null : .string(supplierNumber),
            "gross_amount": JSONNumber(grossAmount).map(JSONValue.number) ?? .null,
            "currency_code": currencyCode.isEmpty ? .null : .string(currencyCode),
            "created_at": createdAt.json, "updated_at": updatedAt.json, "version": .number(JSONNumber(version)),
        ]
        for (index, reference) in references.enumerated() {
            object["ext_reference_\(index + 1)"] = reference.isEmpty ? .null : .string(reference)
        }
        return .object(object)
    }
}
