public import NuntiqModel

/// The people of the tenant, known by `login_account`; members named as on the wire.
public struct UserLoad: Sendable {
    private let api: APIClient

    /// Works for the run of `context`.
    public init(_ context: JobContext) {
        api = context.api
    }

    /// Adds and changes users, a thousand at a time; `groups` that are sent replace those there are.
    @discardableResult
    public func save(_ users: [JSONObject]) async throws -> MasterLoad.Counts {
        var counts = MasterLoad.Counts()
        for start in stride(from: 0, to: users.count, by: MasterLoad.rowsMax) {
            let part = users[start..<min(start + MasterLoad.rowsMax, users.count)].map { JSONValue.object($0) }
            counts.add(try await api.repeatable("/v1/users", ["data": .array(part)]))
        }
        return counts
    }

    /// The users that fit all `filters`, page by page as they are asked for.
    public func all(where filters: [String: String] = [:]) -> NumberedPages {
        NumberedPages(
            api: api, path: "/v1/users", query: filters.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    }

    /// Ends the access of a user now.
    @discardableResult
    public func deactivate(_ loginAccount: String) async throws -> JSONValue {
        try await api.delete("/v1/users", ["parameters": [["login_account": .string(loginAccount)]]])
    }

    /// Deactivates who was created and last signed in more than `days` ago; a dry run only lists them.
    ///
    /// - Returns: At most 1,000 of them with `last_login_at`; `truncated` says that there are more.
    public func deactivateInactive(
        days: Int, excluding loginAccounts: [String] = [], dryRun: Bool = false
    ) async throws -> JSONValue {
        try ArgumentError.check("days", days, within: 1...36_500)
        return try await api.repeatable(
            "/v1/users/deactivate-inactive",
            [
                "days": .number(JSONNumber(Int64(days))), "dry_run": .bool(dryRun),
                "exclude_login_accounts": .array(loginAccounts.map { .string($0) }),
            ])
    }
}
