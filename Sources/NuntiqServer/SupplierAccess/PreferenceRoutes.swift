import HTTPTypes
import Hummingbird
import NuntiqCore
import NuntiqModel

/// - `GET /v1/partner/supplier-access/email-preferences?token=`: which mail a recipient wants
/// - `POST /v1/partner/supplier-access/email-preferences`: switches some of it on or off
/// - `POST /supplier-access/unsubscribe?token=&category=`: switches one category off, by a mail program (RFC 8058)
struct PreferenceRoutes: Sendable {
    private static let path = "\(AccessRoutes.root)/email-preferences"

    let preferences: EmailPreferences
    let limiter: AddressLimiter

    var routes: [Route] {
        [
            .publicAPI(.get, Self.path, summary: "Read email preferences.", use: read).described(.readPreferences),
            .publicAPI(.post, Self.path, body: .json, summary: "Change email preferences.", use: change)
                .described(.changePreferences),
            Route(
                method: .post, path: "/supplier-access/unsubscribe", isAbsolute: true, access: .open, body: .none,
                summary: "Switch a category of mail off.", handler: .open(unsubscribe)),
        ]
    }

    func read(_ request: Request, _ context: CallContext) async throws -> JSONAnswer {
        try limiter.count("preferences", from: context.address)
        var query = request.queryFields
        let token = query.requiredText("token")
        try query.check()
        return JSONAnswer(data: try await found(token, in: context).wire)
    }

    func change(_ request: Request, _ context: CallContext) async throws -> JSONAnswer {
        try limiter.count("preferences", from: context.address)
        var body = try await request.fields()
        let token = body.requiredText("token")
        let changes = body.preferences()
        try body.check()
        _ = try await found(token, in: context)
        return JSONAnswer(data: try await preferences.set(changes, for: token).wire)
    }

    func unsubscribe(_ request: Request, _ context: CallContext) async throws -> Response {
        try limiter.count("preferences", from: context.address)
        var query = request.queryFields
        let token = query.requiredText("token")
        let category = query.word("category", of: MailCategory.allCases.map(\.rawValue))
        if category == nil, query.faults.isEmpty { query.fault("category", "This is required.") }
        try query.check()
        _ = try await found(token, in: context)
        let off = MailCategory(rawValue: category ?? "").map { [$0: false] } ?? [:]
        _ = try await preferences.set(off, for: token)
        return Response(json: Array(#"{"success":true,"data":{"unsubscribed":true}}"#.utf8))
    }

    /// The preferences of a token of the host's tenant, where the host is one's.
    private func found(_ token: String, in context: CallContext) async throws -> MailPreferences {
        let found = try await preferences.find(token)
        if let tenant = context.hostTenant, tenant != found.tenant { throw MailPreferenceError.unknownToken }
        return found
    }
}

extension MailPreferences {
    /// The full set.
    var wire: JSONValue {
        let members = MailCategory.allCases.map { JSONObject.Member(key: $0.rawValue, value: .bool(isOn($0))) }
        return ["preferences": .object(JSONObject(distinct: members))]
    }
}

extension Fields {
    /// `preferences`: truth values by category; others are ignored.
    fileprivate mutating func preferences() -> [MailCategory: Bool] {
        guard let object = present("preferences")?.object else {
            fault("preferences", "Expected an object of true and false.")
            return [:]
        }
        var inner = Fields(object, at: path.appending("preferences"))
        var changes: [MailCategory: Bool] = [:]
        for category in MailCategory.allCases {
            changes[category] = inner.bool(category.rawValue)
            if inner.isNull(category.rawValue) { inner.fault(category.rawValue, "Expected true or false.") }
        }
        adopt(inner)
        return changes
    }
}
