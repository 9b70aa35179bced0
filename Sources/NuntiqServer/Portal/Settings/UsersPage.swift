import HummingbirdCore
import NuntiqCore
import NuntiqModel

/// Who may sign in, and one of them or a new one in the drawer.
struct UsersPage: ShellPage {
    static let template = "portal/settings/users"

    /// A user.
    struct Row: Sendable {
        let path: String
        let name: String
        let email: String
        let role: String
        let state: String
        let isGone: Bool
        let isAt: Bool
        let last: ShownTime?
    }

    let frame: PageFrame
    let shell: Shell
    let tabs = SettingsTab.users.tabs
    let rows: [Row]
    let nextPath: String?
    let panesClass: String
    var editor: UserEditor?

    init(_ context: PortalContext, _ users: [User], limit: Int, at id: Int64?) {
        frame = context.page.frame
        shell = context.shell(.users)
        let path = SettingsTab.users.path
        let now = context.now
        rows = users.prefix(limit).map { user in
            Row(
                path: "\(path)/\(user.id)", name: user.name, email: user.email, role: user.role.word,
                state: user.isActive(at: now) ? (user.hasPassword ? "" : "invited") : "deactivated",
                isGone: !user.isActive(at: now), isAt: user.id == id, last: user.lastLoginAt.map { context.ago($0) })
        }
        nextPath =
            users.count > limit
            ? users.prefix(limit).last.map { "\(path)?after=\(PercentEncoding.encode($0.email))" } : nil
        panesClass = context.uri.path == path ? "panes" : "panes has-drawer"
    }
}

/// A user as it is typed: a new one, or one that is.
struct UserEditor: Sendable {
    /// A role to choose.
    struct Choice: Sendable {
        let value: String
        let words: String
        let hint: String
        let isChosen: Bool
    }

    let isNew: Bool
    let action: String
    let title: String
    var email = ""
    var firstName = ""
    var lastName = ""
    var role = Role.viewer
    var chosen: Set<String> = []
    private(set) var roles: [Choice] = []
    private(set) var groups: [Choice] = []
    let known: [UserGroup]
    var isActive = true
    var hasPassword = false
    var isSingleSignOn = false
    var sessions = ""
    var hasSessions = false
    var about = ""
    var faults: FormFaults?

    init(new groups: [UserGroup]) {
        isNew = true
        action = SettingsTab.users.path
        title = "New user"
        known = groups
        role = .clerk
        mark()
    }

    init(_ user: User, _ context: PortalContext, groups: [UserGroup], sessions: Int) {
        isNew = false
        action = "\(SettingsTab.users.path)/\(user.id)"
        title = user.name
        (email, firstName, lastName, role) = (user.email, user.firstName, user.lastName, user.ownRole)
        chosen = Set(user.groups.map(folded))
        known = groups
        (isActive, hasPassword) = (user.isActive(at: context.now), user.hasPassword)
        isSingleSignOn = user.loginType == .singleSignOn
        self.sessions = sessions == 1 ? "1 session" : "\(sessions) sessions"
        hasSessions = sessions > 0
        about = "Login account \(user.loginAccount) · made \(context.day(user.createdAt))"
        mark()
    }

    /// What is typed.
    mutating func take(_ form: Form) {
        (email, firstName, lastName) = (form["email"], form["first_name"], form["last_name"])
        role = Role(rawValue: form["role"]) ?? .viewer
        chosen = Set(form.all("groups").map(folded))
        mark()
    }

    /// What is asked for.
    var wanted: NewUser {
        NewUser(
            email: email, firstName: firstName, lastName: lastName, role: role,
            groups: known.map(\.externalCode).filter { chosen.contains(folded($0)) })
    }

    /// Marks what is chosen; templates see stored values alone.
    private mutating func mark() {
        roles = Role.ofTenants.map {
            Choice(value: $0.rawValue, words: $0.word, hint: $0.hint, isChosen: $0 == role)
        }
        groups = known.map {
            Choice(
                value: $0.externalCode, words: $0.name, hint: $0.role.word,
                isChosen: chosen.contains(folded($0.externalCode)))
        }
    }
}

extension Role {
    /// What it may do, in a few words.
    fileprivate var hint: String {
        switch self {
        case .viewer: "reads"
        case .clerk: "edits and decides"
        case .approver: "approves too"
        case .admin: "settings, users, partners too"
        case .operator: "runs the installation"
        }
    }
}
