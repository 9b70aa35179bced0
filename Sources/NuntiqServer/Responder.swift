import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NuntiqCore
import NuntiqModel

/// Takes each request through the gates in their order, all before its body is read, and then to its handler.
struct Responder: Sendable {
    let routes: RouteTable
    let gates: Gates
    let random: @Sendable (Int) -> [UInt8]
    let logger: Logger

    /// Answers `request`; never throws.
    func respond(to request: Request, on channel: any Channel) async -> Response {
        let id = RequestID.make(from: request.headers[.requestID], random: random)
        var response: Response
        do {
            response = try await answer(request, id: id, on: channel)
        } catch {
            report(error, id: id)
            response = ErrorAnswer.response(to: error, requestID: id)
            if hasUnreadBody(request) { response.headers[.connection] = "close" }
        }
        response.headers[.requestID] = id
        return request.method == .head ? response.withoutBody() : response
    }

    private func answer(_ request: Request, id: String, on channel: any Channel) async throws -> Response {
        switch routes.find(request.method, request.uri.path[...]) {
        case .nothing: throw RequestError.routeUnknown(path: request.uri.path)
        case .otherMethods(let allowed) where request.method == .options:
            return Response(status: .noContent, headers: [.allow: allowed.map(\.rawValue).joined(separator: ", ")])
        case .otherMethods(let allowed):
            throw RequestError.methodNotAllowed(request.method.rawValue, allowed: allowed)
        case .route(let route, let parameters):
            var logger = logger
            logger[metadataKey: "request_id"] = .string(id)
            let call = CallContext(
                id: id, channel: channel, logger: logger, parameters: parameters,
                address: channel.remoteAddress?.ipAddress ?? "", hostTenant: nil
            )
            return try await answer(request, with: route, in: call)
        }
    }

    private func answer(_ request: Request, with route: Route, in call: CallContext) async throws -> Response {
        switch route.handler {
        case .open(let handle):
            return try await handle(request, call)
        case .authenticated(let handle):
            let principal = try await gates.admit(request, to: route, in: call)
            let bounded = try await BodyGate.open(request, for: route.body, on: call.channel)
            return try await handle(bounded, AuthenticatedContext(call: call, principal: principal))
        }
    }

    private func report(_ error: any Error, id: String) {
        guard ErrorStatus.of(ErrorAnswer.shown(error).code).code >= 500 else { return }
        logger.error("request failed", metadata: ["request_id": .string(id), "cause": "\(String(reflecting: error))"])
    }

    private func hasUnreadBody(_ request: Request) -> Bool {
        request.headers[.contentLength].map { $0 != "0" } ?? request.headers.contains(.transferEncoding)
    }
}

extension HTTPField.Name {
    /// Ties an answer, its log lines and a caller's report together.
    static let requestID = HTTPField.Name.known("X-Request-Id")
    /// A partner's or an API user's key.
    static let apiKey = HTTPField.Name.known("X-API-Key")

    /// A name written in the source.
    static func known(_ name: StaticString) -> HTTPField.Name {
        guard let name = HTTPField.Name("\(name)") else { preconditionFailure("\(name) is no header name") }
        return name
    }
}

extension Response {
    /// The answer to HEAD: the same head, its length too, and nothing else.
    func withoutBody() -> Response {
        Response(status: status, headers: headers, body: ResponseBody())
    }
}
