import HTTPTypes
import Hummingbird
import NIOCore
import NuntiqCore
import NuntiqMail
import NuntiqModel

/// The mailbox of a developer's machine; see ``Access/development``.
///
/// - `GET /dev/mail.json`: what would have been sent, newest first
/// - `GET /dev/mail`, `GET /dev/mail/{id}`: the same for people
/// - `GET /dev/mail/{id}/html`: the HTML part of a mail, for the frame in its page
struct DevMailRoutes: Sendable {
    private let mails: CapturedMails
    private let pages: Pages
    private let style = ServedPage(contentType: "text/css; charset=utf-8") { Array(MailboxStyle.css.utf8) }

    init(app: App) {
        mails = CapturedMails(database: app.database, secrets: app.installation.secrets, settings: app.mail)
        pages = app.pages
    }

    var routes: [Route] {
        [
            .development("/dev/mail.json", summary: "Captured mail, newest first.", use: list),
            .development("/dev/mail", summary: "Captured mail, for people.", use: page),
            .development("/dev/mail/{id}", summary: "One captured mail.", use: mail),
            .development("/dev/mail/{id}/html", summary: "Its HTML part.", use: html),
            .development(MailboxPage.style, summary: "What the mailbox looks like.") { request, _ in
                style.response(to: request)
            },
        ]
    }

    func list(_ request: Request, _ context: CallContext) async throws -> JSONAnswer {
        JSONAnswer(["messages": .array(try await mails.newest().map(\.json))])
    }

    func page(_ request: Request, _ context: CallContext) async throws -> Response {
        let frame = pages.context(request, context).frame
        return pages.answer(MailboxPage(frame: frame, mails: try await mails.newest()))
    }

    func mail(_ request: Request, _ context: CallContext) async throws -> Response {
        let mail = try await find(context, request)
        var response = pages.answer(MailPage(frame: pages.context(request, context).frame, mail: mail))
        response.headers[.contentSecurityPolicy] = "\(Pages.policy); frame-src 'self'"
        return response
    }

    /// In a frame of its own origin, which may run nothing; its links open beside it.
    func html(_ request: Request, _ context: CallContext) async throws -> Response {
        let mail = try await find(context, request)
        let html = mail.message.html.replacing("<head>", with: "<head>\n<base target=\"_blank\">", maxReplacements: 1)
        return Response(
            status: .ok,
            headers: [.contentType: "text/html; charset=utf-8", .contentSecurityPolicy: Self.policy],
            body: ResponseBody(byteBuffer: ByteBuffer(string: html)))
    }

    private func find(_ context: CallContext, _ request: Request) async throws -> CapturedMail {
        guard let id = Int64(context.parameters["id"]), let mail = try await mails.find(id) else {
            throw RequestError.routeUnknown(path: request.uri.path)
        }
        return mail
    }

    private static let policy = [
        "sandbox allow-popups allow-popups-to-escape-sandbox", "default-src 'none'", "style-src 'unsafe-inline'",
        "frame-ancestors 'self'",
    ].joined(separator: "; ")
}

extension CapturedMail {
    /// The mail with its texts as a reader sees them, and its head.
    fileprivate var json: JSONValue {
        [
            "id": .string(String(id)), "kind": .string(kind.rawValue), "at": at.json,
            "from": .string(message.from), "to": .string(message.recipient.description),
            "subject": .string(message.subject.text), "text": .string(message.text), "html": .string(message.html),
            "headers": .object(
                JSONObject(
                    distinct: message.head.map { JSONObject.Member(key: $0.name, value: .string($0.value.text)) })),
        ]
    }
}
