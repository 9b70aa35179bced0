import NuntiqModel

/// How the work on an invoice ended, to be reported.
public enum InvoiceResult: Sendable, Hashable {
    /// The ERP has it.
    case success(_ invoiceToken: String, _ posting: Posting)
    /// The ERP refused it; the code stays the same for the same reason.
    case failure(_ invoiceToken: String, code: String, message: String)

    /// The invoice.
    public var invoiceToken: String {
        switch self {
        case .success(let token, _), .failure(let token, _, _): token
        }
    }

    func json() throws(ArgumentError) -> JSONObject {
        switch self {
        case .success(_, let posting):
            try ArgumentError.check("ids", posting.ids.count, within: 0...3)
            try ArgumentError.check("messages", posting.messages.count, within: 0...3)
            var body: JSONObject = ["success": true]
            for (offset, id) in posting.ids.enumerated() { body["external_id_\(offset + 1)"] = .string(id) }
            for (offset, text) in posting.messages.enumerated() {
                body["external_message_\(offset + 1)"] = .string(String(text.prefix(4_000)))
            }
            return body
        case .failure(_, let code, let message):
            return [
                "success": false, "failure_code": .string(String(code.prefix(255))),
                "failure_message": .string(String(message.prefix(4_000))),
            ]
        }
    }
}

/// What became of one invoice of a batch.
public struct BatchAnswer: Sendable, Hashable {
    /// The invoice.
    public let invoiceToken: String
    /// Why it was refused; `nil` when it was done.
    public let refusal: APIError.Refusal?

    init(_ json: JSONValue) {
        invoiceToken = json["invoice_token"]?.string ?? ""
        refusal =
            json["ok"]?.bool == true
            ? nil
            : APIError.Refusal(
                status: Int(json["status"]?.number?.int ?? 409), code: json["error"]?.string ?? "",
                message: json["message"]?.string ?? "", requestID: "", body: json)
    }
}

extension InvoiceLoad {
    /// A batch holds no more than this; longer lists go as several.
    private static let batchMax = 50

    /// Acknowledges many invoices with one call per 50; each by itself succeeds or is refused.
    ///
    /// - Returns: What became of each, in the order given.
    @discardableResult
    public func acknowledge(_ tokens: [String]) async throws -> [BatchAnswer] {
        try await batch("/v1/invoices/acknowledge", tokens.map { ($0, [:]) })
    }

    /// Reports many results with one call per 50; each by itself succeeds or is refused.
    ///
    /// - Returns: What became of each, in the order given.
    @discardableResult
    public func report(_ results: [InvoiceResult]) async throws -> [BatchAnswer] {
        var items: [(String, JSONObject)] = []
        for result in results { items.append((result.invoiceToken, try result.json())) }
        let answers = try await batch("/v1/invoices/integration-results", items)
        for answer in answers where answer.refusal == nil { context.leases.release(answer.invoiceToken) }
        return answers
    }

    private func batch(_ path: String, _ items: [(String, JSONObject)]) async throws -> [BatchAnswer] {
        var answers: [BatchAnswer] = []
        for start in stride(from: 0, to: items.count, by: Self.batchMax) {
            let part = items[start..<min(start + Self.batchMax, items.count)].map { token, body -> JSONValue in
                var item = body
                item["invoice_token"] = .string(token)
                item["lease_token"] = context.leases.leaseToken(of: token).map { .string($0) }
                return .object(item)
            }
            let answer = try await context.api.repeatable(path, ["items": .array(part)])
            answers += (answer["items"]?.array ?? []).map(BatchAnswer.init)
        }
        for answer in answers where ["lease_lost", "not_lease_holder"].contains(answer.refusal?.code) {
            context.leases.noteLost(answer.invoiceToken)
        }
        return answers
    }
}
