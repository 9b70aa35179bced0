import HTTPTypes
import Hummingbird

/// - `GET /` on a tenant's host: says that the portal comes
struct ComingPortal: Sendable {
    var routes: [Route] {
        [.open(.get, "/", summary: "The tenant's portal.", use: page)]
    }

    func page(_ request: Request, _ context: CallContext) -> Response {
        Response(
            status: .ok, headers: [.contentType: "text/plain; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: "The portal comes with a later version of Nuntiq.\n")))
    }
}
