import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqTesting
import Testing

/// How these tests call the routes of lifecycle messages.
extension TestNuntiq {
    static let pollPath = "/api/v1/invoice-lifecycle-messages"
    static let referencePath = "/api/v1/lifecycle-messages/by-reference"

    static func timelinePath(_ token: Token) -> String { "/api/v1/invoices/\(token)/lifecycle-messages" }

    /// Posts a message with every permission, or as `client`.
    func post(
        _ code: LifecycleCode, on token: Token, _ fields: JSONObject = [:], key: String? = nil,
        as client: TestClient? = nil
    ) async throws -> TestAnswer {
        var body = fields
        body["code"] = .string(code.rawValue)
        let headers = key.map { ["Idempotency-Key": $0] } ?? [:]
        return try await (client ?? customerAPI).post(Self.timelinePath(token), .object(body), headers: headers)
    }

    /// Posts a message that must be taken.
    @discardableResult
    func say(
        _ code: LifecycleCode, on token: Token, _ fields: JSONObject = [:], as client: TestClient? = nil
    ) async throws -> JSONValue {
        let answer = try await post(code, on: token, fields, as: client)
        #expect(answer.status == 201, "\(answer.text)")
        return answer.json
    }

    /// The codes on an invoice's timeline.
    func codes(of token: Token) async throws -> [String] {
        try await timeline(of: token).compactMap { $0["code"]?.string }
    }

    func timeline(of token: Token, _ query: String = "") async throws -> [JSONValue] {
        let answer = try await customerAPI.get(Self.timelinePath(token) + query)
        #expect(answer.status == 200, "\(answer.text)")
        return answer["messages"]?.array ?? []
    }

    /// A part of the feed since an hour ago of invoices with `ext_reference_1` = `po-1`, or by another query.
    func poll(_ more: String = "", since: String? = nil) async throws -> JSONValue {
        let since = since ?? (clock.now - .seconds(3_600)).description
        let answer = try await customerAPI.get("\(Self.pollPath)?since=\(since)&tz=UTC&ext_reference_1=po-1\(more)")
        #expect(answer.status == 200, "\(answer.text)")
        return answer.json
    }

    func status(of token: Token) async throws -> Int64? {
        try await customerAPI.get("/api/v1/invoices/\(token)")["invoice"]?["status"]?.number?.int
    }

    /// A caller with these permissions only.
    func client(_ permissions: Permission...) async throws -> TestClient {
        let users = ApiUsers(
            database: app.database, environment: app.environment, secrets: app.installation.secrets)
        let user = try await users.create("narrow", permissions: Set(permissions), in: tenant.id, by: .console)
        return stranger.showing(user.apiKey)
    }
}

extension InvoiceSeed {
    /// An invoice at 90 with `ext_reference_1`.
    static func referring(to reference: String, number: String = "INV-1") -> InvoiceSeed {
        .with {
            $0.references[0] = reference
            $0.number = number
        }
    }
}
