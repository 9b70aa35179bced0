import NuntiqCore
import NuntiqMail
import NuntiqModel

/// The list of captured mail.
struct MailboxPage: Page {
    static let template = "dev/mailbox"
    /// The path of its style sheet, which production does not have.
    static let style = "/dev/mailbox.css"

    struct Row: Sendable {
        let id: String
        let subject: String
        let recipient: String
        let kind: String
        let at: String
    }

    let frame: PageFrame
    let style = MailboxPage.style
    let mails: [Row]
    let hasMails: Bool

    init(frame: PageFrame, mails: [CapturedMail]) {
        self.frame = frame
        self.mails = mails.map { mail in
            Row(
                id: String(mail.id), subject: mail.message.subject.text, recipient: mail.message.recipient.description,
                kind: mail.kind.rawValue, at: mail.at.description.prefix(19).replacing("T", with: " ") + " UTC")
        }
        hasMails = !mails.isEmpty
    }
}

/// One captured mail: HTML, text, head.
struct MailPage: Page {
    static let template = "dev/mail"

    struct Line: Sendable {
        let text: String
        let link: String?
    }

    struct Header: Sendable {
        let name: String
        let value: String
    }

    let frame: PageFrame
    let style = MailboxPage.style
    let id: String
    let subject: String
    let lines: [Line]
    let headers: [Header]

    init(frame: PageFrame, mail: CapturedMail) {
        self.frame = frame
        id = String(mail.id)
        subject = mail.message.subject.text
        lines = mail.message.text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let isLink = line.hasPrefix("http://") || line.hasPrefix("https://")
            return Line(text: String(line), link: isLink ? String(line) : nil)
        }
        headers = mail.message.head.map { Header(name: $0.name, value: $0.value.text) }
    }
}
