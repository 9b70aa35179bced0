import NuntiqCore

/// The pages of a room with several, as tabs above them.
struct Tab: Sendable {
    let path: String
    let title: String
    let isCurrent: Bool
}

/// The pages of the settings.
enum SettingsTab: String, Sendable, CaseIterable {
    case inboxes, templates, users, groups
    case apiUsers = "api-users"
    case branding, mail

    static let root = "/settings"

    /// Where the page is.
    var path: String { "\(Self.root)/\(rawValue)" }

    /// Its name.
    var title: String {
        switch self {
        case .inboxes: "Inboxes"
        case .templates: "Templates"
        case .users: "Users"
        case .groups: "Groups"
        case .apiUsers: "API users"
        case .branding: "Branding"
        case .mail: "Email log"
        }
    }

    /// All of them, with this one marked.
    var tabs: [Tab] { Self.allCases.map { Tab(path: $0.path, title: $0.title, isCurrent: $0 == self) } }
}

extension PortalContext {
    /// The frame of a page of the settings.
    func shell(_ tab: SettingsTab) -> Shell {
        shell(.settings, title: "\(tab.title), settings")
    }
}
