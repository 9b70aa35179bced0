import Hummingbird
import NuntiqCore

/// - `GET /` on a tenant's host: to the work list, or to the door
struct StartRoutes: Sendable {
    let portal: Portal

    var routes: [Route] {
        [.portal("/", of: portal, summary: "The tenant's portal.", use: start)]
    }

    func start(_ request: Request, _ context: PortalContext) -> Response {
        context.go(to: context.session.entered == nil ? "/invoices" : "/partners")
    }
}
