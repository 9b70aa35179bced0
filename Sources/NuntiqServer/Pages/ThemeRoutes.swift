import HTTPTypes
import Hummingbird

/// - `POST /theme`: keeps the choice of `light`, `dark` or (anything else) as the system has it; goes back to `return`
struct ThemeRoutes: Sendable {
    let pages: Pages
    /// What the forms of the pages that have it are about.
    let scope: SiteCookie?

    var routes: [Route] {
        [.form("/theme", of: pages, scope: scope, summary: "Choose light or dark.", use: choose)]
    }

    func choose(_ form: Form, _ context: PageContext) -> Response {
        let field =
            Theme(rawValue: form["theme"]).map { pages.cookies.field(setting: .theme, to: $0.rawValue) }
            ?? pages.cookies.field(clearing: .theme)
        return context.go(to: form["return"], cookies: [field])
    }
}
