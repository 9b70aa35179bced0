import Hummingbird
import NuntiqCore
import NuntiqMail
import NuntiqModel

/// The mailbox of a developer's machine; see ``Access/development``.
///
/// - `GET /dev/mail.json`: what would have been sent, newest first
struct DevMailRoutes: Sendable {
    private let mails: CapturedMails

    init(app: App) {
        mails = CapturedMails(database: app.database, secrets: app.installation.secrets, settings: app.mail)
    }

    var routes: [Route] {
        [.development("/dev/mail.json", summary: "Captured mail, newest first.", use: list)]
    }

    func list(_ request: Request, _ context: CallContext) async throws -> JSONAnswer {
        let mails = try await mails.newest()
        return JSONAnswer(
            ["messages": .array(mails.map(\.json))], headers: [.cacheControl: "no-store"])
    }
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
