import Hummingbird
import NuntiqCore
import NuntiqModel

/// - `POST /v1/invoices/acknowledge`: up to 50 acknowledges in one transaction
/// - `POST /v1/invoices/integration-results`: up to 50 results in one transaction
struct BatchRoutes: Sendable {
    let integration: Integration

    /// So many items are taken at once.
    static let itemsMax = 50

    var routes: [Route] {
        [
            .customer(
                .post, "/v1/invoices/acknowledge", needs: [.integrateInvoices], body: .json,
                summary: "Acknowledge up to 50 invoices, each with an answer of its own.", use: acknowledge
            ).described(.acknowledgeBatch),
            .customer(
                .post, "/v1/invoices/integration-results", needs: [.integrateInvoices],
                body: .json(bytesMax: 4 * 1024 * 1024, optional: false),
                summary: "Report up to 50 results, each with an answer of its own.", use: report
            ).described(.resultBatch),
        ]
    }

    func acknowledge(_ request: Request, _ context: AuthenticatedContext) async throws -> JSONAnswer {
        var body = try await request.fields()
        let items = body.batch { _ in }
        try body.check()
        let outcomes = try await integration.acknowledge(items, by: context.principal)
        return answer(items.map(\.token), outcomes, \.wire)
    }

    func report(_ request: Request, _ context: AuthenticatedContext) async throws -> JSONAnswer {
        var body = try await request.fields()
        let items = body.batch { $0.integrationResult() }
        try body.check()
        let outcomes = try await integration.report(items, by: context.principal)
        return answer(items.map(\.token), outcomes, \.change.wire)
    }

    private func answer(
        _ tokens: [Token], _ outcomes: [Result<Acknowledgement, IntegrationError>],
        _ wire: (Acknowledgement) -> JSONObject
    ) -> JSONAnswer {
        let items = zip(tokens, outcomes).map { token, outcome in
            var item: JSONObject = ["invoice_token": token.json]
            let members =
                switch outcome {
                case .success(let acknowledgement): wire(acknowledgement).members
                case .failure(let refusal): refusal.wire.members
                }
            for member in members { item[member.key] = member.value }
            return JSONValue.object(item)
        }
        return JSONAnswer(["items": .array(items)])
    }
}

extension Fields {
    /// `{items: [{invoice_token, lease_token?, …}]}`; `read` takes the rest of each item.
    fileprivate mutating func batch<Word: Sendable>(_ read: (inout Fields) -> Word) -> [BatchItem<Word>] {
        let items = present("items")?.array ?? []
        guard (1...BatchRoutes.itemsMax).contains(items.count) else {
            fault("items", "Expected a list of 1 to \(BatchRoutes.itemsMax) items.")
            return []
        }
        return items.enumerated().compactMap { index, value in
            let place = path.appending("items").appending(index)
            guard let members = value.object else {
                fault("items[\(index)]", "Expected an object, found \(value.kindName).")
                return nil
            }
            var item = Fields(members, at: place)
            let lease = item.token("lease_token")
            let word = read(&item)
            let token = item.requiredToken("invoice_token")
            adopt(item)
            return token.map { BatchItem(token: $0, lease: lease, word: word) }
        }
    }

    private mutating func requiredToken(_ name: String) -> Token? {
        if present(name) == nil { fault(name, "This is required.") }
        return token(name)
    }
}

extension IntegrationError {
    /// A refused item of a batch: `{ok: false, error, message, status}`.
    fileprivate var wire: JSONObject {
        [
            "ok": false, "error": .string(code), "message": .string("\(message) \(hint)"),
            "status": .number(JSONNumber(Int64(ErrorStatus.of(code).code))),
        ]
    }
}
