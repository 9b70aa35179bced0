import HTTPTypes
import Hummingbird
import NuntiqCore
import NuntiqModel
import NuntiqStore

/// - `GET /supplier-access/email-preferences?token=`: the switches
/// - `POST /supplier-access/email-preferences`: all of them as they stand now
/// - `GET /supplier-access/unsubscribe?token=`: the switches too; only a `POST` changes anything
struct PreferencePages: Sendable {
    static let path = "/supplier-access/email-preferences"

    let preferences: EmailPreferences
    let pages: Pages
    let letterheads: Letterheads
    let partners: Partners
    let limiter: AddressLimiter
    let environment: RuntimeEnvironment

    var routes: [Route] {
        [
            .page(Self.path, of: pages, scope: .preferences, summary: "Which mail a recipient wants.", use: show),
            .form(Self.path, of: pages, scope: .preferences, summary: "Keep the switches.", use: save),
            .page(
                "/supplier-access/unsubscribe", of: pages, scope: .preferences, summary: "The switches.", use: show),
        ]
    }

    func show(_ request: Request, _ context: PageContext) async throws -> Response {
        try limiter.count("pages", from: context.call.address)
        let token = request.uri.queryParameters["token"].map(String.init) ?? context.scope
        let found = try await find(token, context)
        let page = try await page(found, nil, context.about(token))
        return context.about(token).show(
            page, cookies: [pages.cookies.field(setting: .preferences, to: token)])
    }

    func save(_ form: Form, _ context: PageContext) async throws -> Response {
        try limiter.count("pages", from: context.call.address)
        let before = try await find(context.scope, context)
        let wanted = Dictionary(uniqueKeysWithValues: MailCategory.allCases.map { ($0, form.has($0.rawValue)) })
        let changed = MailCategory.allCases.filter { before.isOn($0) != wanted[$0] }
        let after = try await preferences.set(wanted, for: context.scope)
        return context.show(try await page(after, changed, context))
    }

    private func find(_ token: String, _ context: PageContext) async throws -> MailPreferences {
        let found = try await preferences.find(token)
        if let tenant = context.call.hostTenant, tenant != found.tenant { throw MailPreferenceError.unknownToken }
        return found
    }

    private func page(
        _ found: MailPreferences, _ changed: [MailCategory]?, _ context: PageContext
    ) async throws -> PreferencesPage {
        guard let letterhead = try await letterheads.find(found.tenant) else { throw MailPreferenceError.unknownToken }
        let account = try await partners.find(String(found.account), in: found.tenant)
        let status = changed.map { changed in
            let words = changed.map { PreferenceSwitch($0, isOn: found.isOn($0)).change }.joined(separator: " ")
            return "Saved at \(letterhead.time.clock(environment.now(nil))). \(words)"
        }
        return PreferencesPage(found, account.name, letterhead, status: status, frame: context.frame)
    }
}

/// The switches of one recipient.
struct PreferencesPage: Page {
    static let template = "supplier/preferences"

    let frame: PageFrame
    let letter: Letter
    let email: String
    let account: String
    let switches: [PreferenceSwitch]
    let status: String?
    let isSilent: Bool

    init(_ found: MailPreferences, _ account: String, _ letterhead: Letterhead, status: String?, frame: PageFrame) {
        self.frame = frame
        letter = Letter(letterhead)
        email = found.email
        self.account = account
        switches = MailCategory.allCases.map { PreferenceSwitch($0, isOn: found.isOn($0)) }
        self.status = status
        isSilent = found.isSilentAboutKeys
    }
}

/// One switch, with a line of explanation.
struct PreferenceSwitch: Sendable {
    let name: String
    let title: String
    let text: String
    let isOn: Bool
    /// What is said when it was flipped.
    let change: String

    init(_ category: MailCategory, isOn: Bool) {
        name = category.rawValue
        self.isOn = isOn
        let words = Self.words(category)
        (title, text) = (words.title, words.text)
        change = "\(isOn ? "Mail" : "No mail") about \(words.about)."
    }

    private static func words(_ category: MailCategory) -> (title: String, text: String, about: String) {
        switch category {
        case .reminderAdvance:
            (
                "Key expires in 60 and 30 days",
                "Time to plan. Never sent for a key of 1 month: it starts too late for that.",
                "keys that expire in 60 and 30 days"
            )
        case .reminderImminent:
            (
                "Key expires in 7, 3 and 1 days", "The last call before submissions stop.",
                "keys that expire in 7, 3 and 1 days"
            )
        case .reminderExpired:
            (
                "Key has expired", "Sent on the day. Submissions are refused from then on.", "keys that have expired"
            )
        case .keyIssued:
            (
                "A key was issued or exchanged",
                "So that you notice a key that nobody of you asked for. The mail never holds the key.",
                "keys that were issued or exchanged"
            )
        case .invoiceNeedsAttention:
            (
                "An invoice needs you", "A duplicate, a failed check or a rejection: what is wrong and what to fix.",
                "invoices that need you"
            )
        }
    }
}
