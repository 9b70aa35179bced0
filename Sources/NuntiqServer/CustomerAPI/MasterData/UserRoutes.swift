import HTTPTypes
import Hummingbird
import NuntiqCore
import NuntiqModel

/// - `POST /v1/users`: users by login account, needs `POST_USER`
/// - `GET /v1/users`: a page, needs `READ_DATA`
/// - `DELETE /v1/users`: ends the access of who filters name, needs `POST_USER`
/// - `POST /v1/users/deactivate-inactive`: ends the access of who has not signed in, needs `POST_USER`
struct UserRoutes: Sendable {
    let users: UserUpload

    var routes: [Route] {
        [
            .customer(
                .post, "/v1/users", needs: [.postUser],
                body: .jsonStream(bytesMax: MasterDataRoutes.bodyBytesMax), summary: "Take in users.", use: upsert
            ).described(.userUpsert),
            .customer(.get, "/v1/users", needs: [.readData], summary: "List users.", use: list).described(.userList),
            .customer(
                .delete, "/v1/users", needs: [.postUser], body: .json, summary: "End the access of users.", use: remove
            ).described(.userDelete),
            .customer(
                .post, "/v1/users/deactivate-inactive", needs: [.postUser], body: .json,
                summary: "End the access of who has not signed in for long.", use: deactivateInactive
            ).described(.userDeactivateInactive),
        ]
    }

    func upsert(_ request: Request, _ context: AuthenticatedContext) async throws -> JSONAnswer {
        let sent = try UserUploadRequest(try await request.json() ?? .null)
        let counts = try await users.upsert(sent, in: context.tenant, by: context.principal.actor)
        return JSONAnswer([
            "inserted": .number(JSONNumber(counts.inserted)), "updated": .number(JSONNumber(counts.updated)),
            "unchanged": .number(JSONNumber(counts.unchanged)),
        ])
    }

    func list(_ request: Request, _ context: AuthenticatedContext) async throws -> JSONAnswer {
        var query = request.queryFields
        let page = MasterPage(&query)
        let values = query.masterFilter(UserUploadRequest.filtered)
        try query.check()
        let filter = try MasterFilter(values, of: UserUploadRequest.filtered, noun: "user")
        return JSONAnswer(
            try await users.list(filter, page: page.number, limit: page.limit, in: context.tenant).wire(page))
    }

    func remove(_ request: Request, _ context: AuthenticatedContext) async throws -> JSONAnswer {
        let filters = try MasterDeletionRequest.filters(
            try await request.jsonObject(), of: UserUploadRequest.filtered, noun: "user")
        let answer = try await users.deactivate(filters, in: context.tenant, by: context.principal.actor)
        return JSONAnswer(.object(answer.wire))
    }

    func deactivateInactive(_ request: Request, _ context: AuthenticatedContext) async throws -> JSONAnswer {
        var body = try await request.fields()
        let days = body.int("days", in: 1...36_500)
        if days == nil, body.faults.isEmpty { body.fault("days", "This is required.") }
        let excluded = body.texts("exclude_login_accounts")
        let isDry = body.bool("dry_run") ?? false
        try body.check()
        let absence = UserUpload.Absence(days: days ?? 1, excluding: excluded)
        let (found, isTruncated) =
            isDry
            ? try await users.inactive(absence, in: context.tenant)
            : try await users.deactivateInactive(absence, in: context.tenant, by: context.principal.actor)
        return JSONAnswer([
            "dry_run": .bool(isDry), "count": .number(JSONNumber(Int64(found.count))),
            "truncated": .bool(isTruncated), "users": .array(found.map(\.inactiveWire)),
        ])
    }
}

extension User {
    fileprivate var inactiveWire: JSONValue {
        [
            "login_account": .string(loginAccount), "email": .string(email),
            "last_login_at": lastLoginAt?.json ?? .null, "created_at": createdAt.json,
        ]
    }
}

extension Fields {
    /// A list of texts; empty when absent or null.
    fileprivate mutating func texts(_ name: String) -> [String] {
        guard let value = present(name) else { return [] }
        let texts = value.array?.compactMap(\.string) ?? []
        guard let elements = value.array, elements.count == texts.count, elements.count <= 1_000 else {
            fault(name, "Expected an array of at most 1000 texts.")
            return []
        }
        return texts
    }
}
