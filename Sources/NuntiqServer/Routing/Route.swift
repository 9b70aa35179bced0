public import HTTPTypes
public import Hummingbird
public import NuntiqCore

/// One row of the list from which requests are routed, refused, authorised, counted and described.
///
/// ``path`` stands below the API root, such as `/v1/invoices/{token}/acknowledge`; open routes of the node itself
/// (`/health/live`) and pages have ``isAbsolute`` set.
public struct Route: Sendable {
    /// The method; a GET route answers HEAD too.
    public let method: HTTPRequest.Method
    /// The path, with `{name}` for what varies.
    public let path: String
    /// Whether ``path`` stands at the root of the host, not below the API root.
    public let isAbsolute: Bool
    /// Who may call.
    public let access: Access
    /// What body it takes.
    public let body: BodyRule
    /// One line for the reference.
    public let summary: String
    let handler: Handler
    /// What callers are told of it.
    var description: RouteDescription?

    enum Handler: Sendable {
        case open(@Sendable (Request, CallContext) async throws -> Response)
        case authenticated(@Sendable (Request, AuthenticatedContext) async throws -> Response)
    }
}

extension Route {
    /// A route of the partner API; `needs: nil` stands for the account's own keys, which no API user has.
    public static func partner<A: Answer>(
        _ method: HTTPRequest.Method, _ path: String, needs permission: Permission?, inGrace: Bool = true,
        body: BodyRule = .none, summary: String,
        use handle: @escaping @Sendable (Request, AuthenticatedContext) async throws -> A
    ) -> Route {
        Route(
            method: method, path: path, isAbsolute: false, access: .partner(permission, inGrace: inGrace), body: body,
            summary: summary, handler: .authenticated { try await handle($0, $1).response() }
        )
    }

    /// A route of the customer API, for callers with one of the permissions.
    public static func customer<A: Answer>(
        _ method: HTTPRequest.Method, _ path: String, needs permissions: [Permission], body: BodyRule = .none,
        summary: String, use handle: @escaping @Sendable (Request, AuthenticatedContext) async throws -> A
    ) -> Route {
        Route(
            method: method, path: path, isAbsolute: false, access: .customer(permissions), body: body,
            summary: summary, handler: .authenticated { try await handle($0, $1).response() }
        )
    }

    /// A route of the customer API for runs of connectors.
    static func job<A: Answer>(
        _ method: HTTPRequest.Method, _ path: String, body: BodyRule, summary: String,
        use handle: @escaping @Sendable (Request, AuthenticatedContext) async throws -> A
    ) -> Route {
        Route(
            method: method, path: path, isAbsolute: false, access: .job, body: body, summary: summary,
            handler: .authenticated { try await handle($0, $1).response() }
        )
    }

    /// A route at the root of the host that anyone may call.
    public static func open<A: Answer>(
        _ method: HTTPRequest.Method, _ path: String, summary: String,
        use handle: @escaping @Sendable (Request, CallContext) async throws -> A
    ) -> Route {
        Route(
            method: method, path: path, isAbsolute: true, access: .open, body: .none,
            summary: summary, handler: .open { try await handle($0, $1).response() }
        )
    }

    /// A route below the API root that anyone may call.
    static func publicAPI<A: Answer>(
        _ method: HTTPRequest.Method, _ path: String, body: BodyRule = .none, summary: String,
        use handle: @escaping @Sendable (Request, CallContext) async throws -> A
    ) -> Route {
        Route(
            method: method, path: path, isAbsolute: false, access: .open, body: body,
            summary: summary, handler: .open { try await handle($0, $1).response() }
        )
    }

    /// A route at the root of the host for the developer at this machine; see ``Access/development``.
    static func development<A: Answer>(
        _ path: String, summary: String, use handle: @escaping @Sendable (Request, CallContext) async throws -> A
    ) -> Route {
        Route(
            method: .get, path: path, isAbsolute: true, access: .development, body: .none, summary: summary,
            handler: .open { try await handle($0, $1).response() }
        )
    }

    /// A route at the root of the host for who runs the node; see ``Access/operators``.
    static func operators<A: Answer>(
        _ method: HTTPRequest.Method, _ path: String, summary: String,
        use handle: @escaping @Sendable (Request, CallContext) async throws -> A
    ) -> Route {
        Route(
            method: method, path: path, isAbsolute: true, access: .operators, body: .none,
            summary: summary, handler: .open { try await handle($0, $1).response() }
        )
    }
}
