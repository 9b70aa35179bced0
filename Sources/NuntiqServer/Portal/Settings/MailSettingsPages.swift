import Hummingbird
import NuntiqCore
import NuntiqModel

/// - `GET /settings/mail?status=&before=`: what became of mail
/// - `POST /settings/mail/retry`: sends a failed one again
struct MailSettingsPages: Sendable {
    static let pageSize = 50

    let portal: Portal
    let log: MailLog

    var routes: [Route] {
        let path = SettingsTab.mail.path
        return [
            .portal(path, of: portal, least: .admin, summary: "Email log.", use: list),
            .portalForm("\(path)/retry", of: portal, least: .admin, summary: "Send a mail again.", use: retry),
        ]
    }

    func list(_ request: Request, _ context: PortalContext) async throws -> Response {
        var filter = MailLogFilter()
        filter.status = MailStatus(rawValue: context.query("status"))
        filter.before = Int64(context.query("before"))
        let mails = try await log.list(context.tenant.id, filter, limit: Self.pageSize + 1)
        return context.show(MailLogPage(context, mails, filter))
    }

    func retry(_ form: Form, _ context: PortalContext) async throws -> Response {
        guard let id = Int64(form["id"]) else { throw PortalError.notHere("mail") }
        do {
            try await log.retry(id, in: context.tenant.id, by: context.actor)
            return context.go(to: SettingsTab.mail.path, telling: .retried)
        } catch let error as MailLogError {
            var page = MailLogPage(
                context, try await log.list(context.tenant.id, limit: Self.pageSize + 1), MailLogFilter())
            page.fault = "\(error.message) \(error.hint)"
            return context.show(page, status: ErrorStatus.of(error.code))
        }
    }
}

/// What became of a tenant's mail.
struct MailLogPage: ShellPage {
    static let template = "portal/settings/mail"

    let frame: PageFrame
    let shell: Shell
    let tabs = SettingsTab.mail.tabs
    let rows: [MailRow]
    let isEmpty: Bool
    let statuses: [Tab]
    let nextPath: String?
    var fault: String?

    init(_ context: PortalContext, _ mails: [LoggedMail], _ filter: MailLogFilter) {
        frame = context.page.frame
        shell = context.shell(.mail)
        let path = SettingsTab.mail.path
        let page = mails.prefix(MailSettingsPages.pageSize)
        rows = page.map { MailRow($0, context) }
        isEmpty = mails.isEmpty
        statuses =
            [Tab(path: path, title: "All", isCurrent: filter.status == nil)]
            + MailStatus.allCases.map {
                Tab(path: "\(path)?status=\($0.rawValue)", title: $0.word, isCurrent: filter.status == $0)
            }
        let status = filter.status.map { "status=\($0.rawValue)&" } ?? ""
        nextPath = mails.count > page.count ? page.last.map { "\(path)?\(status)before=\($0.id)" } : nil
    }
}

/// A mail of the log.
struct MailRow: Sendable {
    let id: String
    let tenant: String
    let subject: String
    let recipient: String
    let status: String
    /// `bad`, `good` or `soft`.
    let statusClass: String
    let at: ShownTime
    let error: String?
    let isRetriable: Bool

    init(_ mail: LoggedMail, _ context: PortalContext, tenant: String = "") {
        id = String(mail.id)
        self.tenant = tenant
        (subject, recipient, status) = (mail.subject, mail.recipient, mail.status.word)
        at = context.shown(mail.createdAt)
        error = mail.lastError.isEmpty ? nil : mail.lastError
        switch mail.status {
        case .failed, .suppressed: (statusClass, isRetriable) = ("bad strong", true)
        case .sent: (statusClass, isRetriable) = ("good", false)
        case .waiting, .held, .captured, .muted, .lapsed: (statusClass, isRetriable) = ("soft", false)
        }
    }
}

extension MailStatus {
    /// The word for people.
    var word: String {
        switch self {
        case .waiting: "Waiting"
        case .held: "Held"
        case .captured: "Captured"
        case .sent: "Sent"
        case .failed: "Failed"
        case .suppressed: "Not sent: came back before"
        case .muted: "Not sent: switched off"
        case .lapsed: "Not sent: over"
        }
    }
}
