import Hummingbird

/// - `GET /dev/components`: every part of the pages in every state, in both themes; development only
struct ComponentRoutes: Sendable {
    let pages: Pages

    var routes: [Route] {
        [.development("/dev/components", summary: "Every part of the pages in every state.", use: show)]
    }

    func show(_ request: Request, _ call: CallContext) -> Response {
        let context = pages.context(request, call)
        return context.show(ComponentsPage(frame: context.frame))
    }
}

/// The catalogue, once for each theme.
struct ComponentsPage: Page {
    static let template = "dev/components"

    /// One theme.
    struct Theme: Sendable {
        let theme: String
        let isFirst: Bool
    }

    let frame: PageFrame
    let themes = [Theme(theme: "light", isFirst: true), Theme(theme: "dark", isFirst: false)]
}
