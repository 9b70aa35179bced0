import HTTPTypes
import Hummingbird
import NIOCore
import NuntiqCore
import NuntiqModel

/// - `GET /invoices/version`: another text after everything that happened, for lists that stand open
struct WorkVersionRoutes: Sendable {
    static let path = "\(InvoicesURL.path)/version"

    let portal: Portal

    var routes: [Route] {
        [
            Route(
                method: .get, path: Self.path, isAbsolute: true, access: .portal(.viewer), body: .none,
                summary: "Whether something has happened.", handler: .open(version))
        ]
    }

    func version(_ request: Request, _ call: CallContext) async throws -> Response {
        guard let tenant = call.hostTenant, try await portal.signedIn(request, call) != nil else {
            return portal.toSignIn(request, call)
        }
        let version = try await portal.workList.version(of: tenant)
        return Response(
            status: .ok, headers: [.contentType: "text/plain; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: version.description)))
    }
}
