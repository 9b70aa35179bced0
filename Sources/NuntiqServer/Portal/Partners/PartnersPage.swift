import HummingbirdCore
import NuntiqCore
import NuntiqModel

/// The partner accounts, and one of them or a new one in the drawer.
struct PartnersPage: ShellPage {
    static let template = "portal/partners"

    /// A row of the list.
    struct Row: Sendable {
        let path: String
        let name: String
        let isAt: Bool
        let isGone: Bool
        let keys: String
        /// `warn`, `bad` or `soft`.
        let keysClass: String
        let last: ShownTime?
        let count: String
    }

    let frame: PageFrame
    let shell: Shell
    let total: String
    let words: String
    let rows: [Row]
    let isAdmin: Bool
    /// Whether there are no accounts at all.
    let isEmpty: Bool
    /// Whether a search found none.
    let isNothing: Bool
    let nextPath: String?
    let firstPath: String?
    var draft: PartnerDraft?
    var drawer: PartnerDrawer?
    var question: Question?

    /// The class of the panes.
    let panesClass: String

    init(_ context: PortalContext, _ found: PartnerPage, words: String, at id: Int64?) {
        frame = context.page.frame
        var shell = context.shell(.partners, title: "Partners")
        shell.keys = [Shell.Key("J", "K", does: "move"), Shell.Key("Enter", does: "open")]
        self.shell = shell
        total = String(found.total)
        self.words = words
        isAdmin = context.allows(.admin)
        isEmpty = found.total == 0
        isNothing = found.total > 0 && found.partners.isEmpty
        let query = words.isEmpty ? "" : "q=\(PercentEncoding.encode(words))&"
        rows = found.partners.map { Row($0, context, at: id, query: query) }
        nextPath = found.next.map { "\(PartnerRoom.path)?\(query)after=\(PercentEncoding.encode($0))" }
        firstPath = context.query("after").isEmpty ? nil : "\(PartnerRoom.path)?\(query)"
        panesClass = context.uri.path == PartnerRoom.path ? "panes" : "panes has-drawer"
    }
}

extension PartnersPage.Row {
    fileprivate init(_ partner: PartnerOverview, _ context: PortalContext, at id: Int64?, query: String) {
        path = "\(PartnerRoom.path)/\(partner.id)" + (query.isEmpty ? "" : "?\(query.dropLast())")
        name = partner.name
        isAt = partner.id == id
        isGone = !partner.isActive
        (keys, keysClass) = Self.words(partner, at: context.now)
        last = partner.lastInvoiceAt.map { context.shown($0) }
        count = String(partner.invoiceCount)
    }

    /// What needs attention first: ended, ends soon, none; else how many live.
    private static func words(_ partner: PartnerOverview, at now: Instant) -> (String, String) {
        guard partner.isActive else { return ("deactivated", "soft") }
        let live = partner.keys.filter { $0.isLive(at: now) }
        guard !live.isEmpty else {
            guard let end = partner.keys.compactMap(\.expiresAt).max() else { return ("no key yet", "soft") }
            return ("expired \(PortalContext.words(now - end)) ago", "bad")
        }
        if let end = live.compactMap(\.expiresAt).min(), end - now < .seconds(14 * 86_400) {
            return ("expires in \(PortalContext.words(end - now))", "warn")
        }
        let grace = partner.keys.count { $0.isInGrace(at: now) }
        if live.count == 1, live[0].expiresAt == nil { return ("1 live, never expires", "") }
        return ("\(live.count) live" + (grace > 0 ? ", \(grace) in grace" : ""), "")
    }
}

/// A new account, as typed so far.
struct PartnerDraft: Sendable {
    var name = ""
    var notify = ""
    var suppliers = ""
    var faults: FormFaults?

    init() {}

    init(_ form: Form) {
        (name, notify, suppliers) = (form["name"], form["notify"], form["suppliers"])
    }

    /// What is asked for: one address or number a line, commas will do.
    var wanted: NewPartner {
        NewPartner(name: name, emails: Self.list(notify), suppliers: Self.list(suppliers))
    }

    /// The same with what is wrong.
    func refused(_ error: PartnerError) -> PartnerDraft {
        var draft = self
        draft.faults = FormFaults(error, names: ["name", "notify", "suppliers"])
        if case .nameTaken = error {
            draft.faults = FormFaults(
                PartnerError.invalid([FieldFault(field: "name", message: error.message)]), names: ["name"])
        }
        return draft
    }

    private static func list(_ text: String) -> [String] {
        text.split { $0 == "," || $0 == ";" || $0.isNewline }.map { trimmed(String($0)) }.filter { !$0.isEmpty }
    }
}
