import Hummingbird
import NuntiqCore
import NuntiqModel

/// - `POST /invoices/views`: keeps the list that is shown under a name
/// - `POST /invoices/views/remove`: forgets it
struct SavedViewRoutes: Sendable {
    static let path = "\(InvoicesURL.path)/views"

    let portal: Portal

    var routes: [Route] {
        [
            .portalForm(Self.path, of: portal, least: .viewer, summary: "Keep a list under a name.", use: save),
            .portalForm("\(Self.path)/remove", of: portal, least: .viewer, summary: "Forget it.", use: remove),
        ]
    }

    func save(_ form: Form, _ context: PortalContext) async throws -> Response {
        let url = InvoicesURL(path: form["return"])
        do {
            try await portal.savedViews.save(form["name"], url.query, of: context.user.id, in: context.tenant.id)
            return context.go(to: url.link(), telling: .viewSaved)
        } catch let error as SavedViewError {
            return context.go(to: url.here, telling: error == .tooMany ? .viewsFull : .viewNameless)
        }
    }

    func remove(_ form: Form, _ context: PortalContext) async throws -> Response {
        try await portal.savedViews.remove(form["name"], of: context.user.id, in: context.tenant.id)
        return context.go(to: InvoicesURL(path: form["return"]).here, telling: .viewRemoved)
    }
}
