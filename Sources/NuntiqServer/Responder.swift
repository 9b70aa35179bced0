import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NuntiqCore
import NuntiqModel
import NuntiqStore
import Synchronization

/// Takes each request through the gates in their order, all before its body is read, and then to its handler.
final class Responder: Sendable {
    private let routes: RouteTable
    private let portalRoutes: RouteTable
    private let hosts: Hosts
    private let gates: Gates
    private let bytesInFlight: BytesInFlight
    private let observer: RequestObserver
    private let headers: StandardHeaders
    private let environment: RuntimeEnvironment
    private let logger: Logger
    private let readLog: ReadLog?
    private let pages: Pages
    private let proxies: TrustedProxies
    private let apiRoot: String
    private let date = HTTPDate()
    private let isStopping = Atomic(false)

    init(_ app: App) {
        let configuration = app.configuration
        routes = RouteTable(app.routes, apiRoot: configuration.api.root)
        portalRoutes = RouteTable(app.routes + app.portalRoutes, apiRoot: configuration.api.root)
        hosts = Hosts(
            portalDomain: configuration.portal.domain, api: configuration.api, database: app.database,
            environment: app.environment)
        gates = Gates(app)
        bytesInFlight = BytesInFlight(
            tenantMax: configuration.tenantBytesInFlightMax, nodeMax: configuration.nodeBytesInFlightMax)
        observer = RequestObserver(logger: app.logger, metrics: app.metrics)
        headers = StandardHeaders(isHTTPS: configuration.api.scheme == "https")
        environment = app.environment
        logger = app.logger
        readLog = app.readLog
        pages = app.pages
        proxies = configuration.trustedProxies
        apiRoot = configuration.api.root
    }

    /// From now on every answer ends its connection.
    func stop() {
        isStopping.store(true, ordering: .relaxed)
    }

    /// Answers `request`; never throws.
    func respond(to request: Request, on channel: any Channel) async -> Response {
        observer.begin()
        var trail = Trail(
            id: RequestID.make(from: request.headers[.requestID], random: environment.random),
            trace: request.headers[.traceParent].flatMap(TraceParent.init), start: environment.monotonic())
        var response: Response
        do {
            response = try await answer(request, on: channel, &trail)
        } catch {
            trail.errorCode = ErrorAnswer.shown(error).code
            response = refusal(of: request, for: error, trail)
            observer.report(error, trail, status: response.status)
        }
        complete(&response, for: request, trail)
        observer.end(request, trail, status: response.status, after: environment.monotonic() - trail.start)
        return request.method == .head ? response.withoutBody() : response
    }

    /// The answer to what is no HTTP.
    func refusal(headTooLarge: Bool) -> (HTTPResponse, ByteBuffer) {
        let id = RequestID.make(from: nil, random: environment.random)
        let error = headTooLarge ? RequestError.headTooLarge : RequestError.malformedRequest
        let (value, status) = ErrorAnswer.body(of: error, requestID: id)
        let body = ByteBuffer(bytes: value.serializedBytes())
        var fields: HTTPFields = [
            .contentType: "application/json", .contentLength: String(body.readableBytes), .requestID: id,
            .connection: "close", .date: date.text(at: environment.now(nil)),
        ]
        headers.complete(&fields)
        return (HTTPResponse(status: status, headerFields: fields), body)
    }

    /// An error as JSON; as a page outside the API for who wants HTML.
    private func refusal(of request: Request, for error: any Error, _ trail: Trail) -> Response {
        let json = ErrorAnswer.response(to: error, requestID: trail.id)
        guard request.wantsPage, !request.uri.path.hasPrefix(apiRoot + "/v1/") else { return json }
        return pages.errorPage(for: ErrorAnswer.shown(error), json, request, reference: trail.id)
    }

    private func answer(_ request: Request, on channel: any Channel, _ trail: inout Trail) async throws -> Response {
        let host = try await hosts.find(request.head.authority)
        switch find(request, on: host) {
        case .nothing:
            throw RequestError.routeUnknown(path: request.uri.path)
        case .otherMethods(let allowed) where request.method == .options:
            return Response(status: .noContent, headers: [.allow: allowed.map(\.rawValue).joined(separator: ", ")])
        case .otherMethods(let allowed):
            throw RequestError.methodNotAllowed(request.method.rawValue, allowed: allowed)
        case .route(let route, let parameters):
            trail.route = route
            let call = CallContext(
                id: trail.id, trace: trail.trace, channel: channel, parameters: parameters,
                address: proxies.caller(of: request.headers, from: channel.remoteAddress?.ipAddress ?? ""),
                hostTenant: host.tenant, nodeLogger: logger)
            return try await answer(request, in: call, with: route, &trail)
        }
    }

    private func answer(
        _ request: Request, in call: CallContext, with route: Route, _ trail: inout Trail
    ) async throws -> Response {
        let principal = try await gates.admit(request, to: route, in: call)
        trail.principal = principal
        guard let principal, route.body.isCounted else {
            return try await handle(request, in: call, with: route, principal, &trail)
        }
        let length = request.headers[.contentLength].flatMap { Int($0) }
        let room = try bytesInFlight.take(length, for: principal.tenant)
        defer { bytesInFlight.giveBack(room) }
        return try await handle(request, in: call, with: route, principal, &trail)
    }

    private func handle(
        _ request: Request, in call: CallContext, with route: Route, _ principal: Principal?, _ trail: inout Trail
    ) async throws -> Response {
        let request = try await BodyGate.open(
            request, for: route.body, on: call.channel, monotonic: environment.monotonic)
        trail.isBodyOpen = true
        guard let readLog else { return try await handle(request, in: call, with: route, principal) }
        return try await ReadLog.$current.withValue(readLog) {
            try await handle(request, in: call, with: route, principal)
        }
    }

    private func handle(
        _ request: Request, in call: CallContext, with route: Route, _ principal: Principal?
    ) async throws -> Response {
        switch (route.handler, principal) {
        case (.open(let handle), _):
            return try await handle(request, call)
        case (.authenticated(let handle), let principal?):
            return try await handle(request, AuthenticatedContext(call: call, principal: principal))
        case (.authenticated, nil):
            throw RequestError.apiKeyMissing
        }
    }

    private func find(_ request: Request, on host: Hosts.Host) -> RouteTable.Finding {
        switch host {
        case .shared: routes.find(request.method, request.uri.path[...])
        case .portal: portalRoutes.find(request.method, request.uri.path[...])
        }
    }

    private func complete(_ response: inout Response, for request: Request, _ trail: Trail) {
        response.headers[.requestID] = trail.id
        response.headers[.date] = date.text(at: environment.now(nil))
        headers.complete(&response.headers)
        if isStopping.load(ordering: .relaxed) || trail.mustClose(request) {
            response.headers[.connection] = "close"
        }
    }
}

extension Response {
    /// The answer to HEAD: the same head, its length too, and nothing else.
    func withoutBody() -> Response {
        Response(status: status, headers: headers, body: ResponseBody())
    }
}
