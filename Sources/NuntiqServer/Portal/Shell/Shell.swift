import HummingbirdCore
import NuntiqCore
import NuntiqModel

/// What stands around every page of a portal: where one may go, who is there, light or dark, keys.
///
/// A page struct that has one as `shell` is a ``ShellPage``; its template inherits from `shell`.
struct Shell: Sendable {
    /// The rooms of a portal, in their order.
    enum Room: String, Sendable, Hashable, CaseIterable {
        case invoices, partners, masters, connectors, insight, settings, admin, account
    }

    /// A place of the navigation.
    struct Place: Sendable {
        let path: String
        let title: String
        let icon: String
        /// The letter after G that leads there.
        let key: String
        /// How much there is to do.
        let count: String?
        let isCurrent: Bool
    }

    /// A list that the person has kept.
    struct View: Sendable {
        let name: String
        let path: String
        let isCurrent: Bool
    }

    /// A key and what it does.
    struct Key: Sendable {
        let keys: [String]
        let words: String

        init(_ keys: String..., does words: String) {
            self.keys = keys
            self.words = words
        }
    }

    /// The page's title.
    let title: String
    /// The tenant's name, or `Nuntiq`.
    let tenant: String
    let home: String
    let places: [Place]
    let views: [View]
    let hasViews: Bool
    /// Where an operator's own pages are.
    let adminPath: String?
    let userName: String
    let initials: String
    let roleWord: String
    /// Why an operator is here.
    let enteredReason: String?
    /// What the last form did.
    let told: String?
    /// The theme that the button chooses, and what it says.
    let themeNext: String
    let themeWords: String
    let themeIcon: String
    /// Where the theme's form goes back to.
    let path: String
    /// The keys of the page, before those of every page.
    var keys: [Key] = []
    let allKeys: [Key]

    init(_ context: PortalContext, in room: Room, title: String) {
        self.title = title
        tenant = context.tenant.name
        let rooms = Room.allCases.filter { $0.isOpen(to: context) }
        let open = context.surroundings.open.map { MoneyText.number(Amount(Int($0))) }
        places = rooms.map { $0.place(count: $0 == .invoices ? open : nil, isCurrent: $0 == room) }
        views = Self.views(context)
        hasViews = !views.isEmpty
        home = places.first?.path ?? "/"
        let isOperator = context.user.role == .operator
        adminPath = isOperator && !context.tenant.isInstallation ? "\(context.portal.home)/admin" : nil
        userName = context.user.name
        initials = Self.initials(of: context.user)
        roleWord = context.user.role.word
        enteredReason = context.session.entered == nil ? nil : context.session.enteredReason
        told = context.told
        (themeNext, themeWords, themeIcon) = Self.theme(after: context.page.theme)
        path = LocalPath(context.uri.string).text
        allKeys =
            rooms.map { Key("G", $0.place(count: nil, isCurrent: false).key, does: "to \($0.title)") } + Self.everywhere
    }

    private static let everywhere = [
        Key("/", does: "search"), Key("?", does: "these keys"), Key("Esc", does: "close"),
    ]

    private static func theme(after theme: Theme?) -> (next: String, words: String, icon: String) {
        switch theme {
        case nil: ("dark", "Theme: as the system. Choose dark", "moon")
        case .dark: ("light", "Theme: dark. Choose light", "moon")
        case .light: ("system", "Theme: light. As the system", "moon")
        }
    }

    private static func views(_ context: PortalContext) -> [View] {
        let isList = context.uri.path == InvoicesURL.path
        let here = isList ? InvoicesURL(context.uri.values).link() : ""
        return context.surroundings.views.map { view in
            let path = InvoicesURL(view).link()
            return View(name: view.name, path: path, isCurrent: path == here)
        }
    }

    private static func initials(of user: User) -> String {
        let words = [user.firstName, user.lastName].filter { !$0.isEmpty }
        let letters = (words.isEmpty ? [user.email] : words).compactMap(\.first).map(String.init)
        return letters.joined().uppercased()
    }
}

extension Shell.Room {
    /// The word in the navigation.
    var title: String {
        switch self {
        case .invoices: "Invoices"
        case .partners: "Partners"
        case .masters: "Masters"
        case .connectors: "Connectors"
        case .insight: "Insight"
        case .settings: "Settings"
        case .admin: "Admin"
        case .account: "Your account"
        }
    }

    /// Whether the room exists and is open to who is there.
    fileprivate func isOpen(to context: PortalContext) -> Bool {
        let isInstallation = context.tenant.isInstallation
        switch self {
        case .invoices, .partners, .connectors: return !isInstallation
        case .settings: return !isInstallation && context.allows(.admin)
        case .admin: return isInstallation
        case .masters, .insight, .account: return false
        }
    }

    fileprivate func place(count: String?, isCurrent: Bool) -> Shell.Place {
        let (icon, key) = sign
        return Shell.Place(
            path: "/\(rawValue)", title: title, icon: icon, key: key, count: count, isCurrent: isCurrent)
    }

    private var sign: (icon: String, key: String) {
        switch self {
        case .invoices: ("tray", "I")
        case .partners: ("building", "P")
        case .masters: ("master", "M")
        case .connectors: ("plug", "C")
        case .insight: ("chart", "N")
        case .settings: ("gear", "S")
        case .admin: ("shield", "A")
        case .account: ("user", "U")
        }
    }
}

/// A page within the frame of a portal.
protocol ShellPage: Page {
    /// What stands around it.
    var shell: Shell { get }
}
