public import NuntiqModel

/// One mail to one recipient, as it goes over the wire.
///
/// - Source: RFC 5322, RFC 2045, RFC 2046 section 5.1.4 (the last alternative is the best).
public struct MailMessage: Sendable, Hashable {
    /// A header beside the usual ones.
    public struct Header: Sendable, Hashable {
        /// Its name, a literal of the program.
        public let name: String
        /// Its value, which is not folded.
        public let value: HeaderText

        /// Makes a header.
        public init(_ name: String, _ value: HeaderText) {
            (self.name, self.value) = (name, value)
        }
    }

    /// The name of who sends it.
    public let senderName: HeaderText
    /// The address of who sends it.
    public let sender: MailAddress
    /// Who gets it.
    public let recipient: MailAddress
    /// What it is about.
    public let subject: HeaderText
    /// When it was written.
    public let date: Instant
    /// What names it, without brackets; the same however often it is sent.
    public let id: HeaderText
    /// The part for readers without HTML.
    public let text: String
    /// The part for all others.
    public let html: String
    /// What else stands in its head.
    public let headers: [Header]

    /// Makes a message from its parts.
    public init(
        from senderName: HeaderText, _ sender: MailAddress, to recipient: MailAddress, subject: HeaderText,
        date: Instant, id: HeaderText, text: String, html: String, headers: [Header] = []
    ) {
        self.senderName = senderName
        self.sender = sender
        self.recipient = recipient
        self.subject = subject
        self.date = date
        self.id = id
        self.text = text
        self.html = html
        self.headers = headers
    }

    /// Who sends it, as people read it: `Acme Corp <no-reply@example.com>`.
    public var from: String {
        senderName.text.isEmpty ? sender.description : "\(senderName.text) <\(sender)>"
    }

    /// Its head as people read it: neither folded nor encoded.
    public var head: [Header] {
        [
            Header("Date", HeaderText(MailDate.text(of: date))), Header("From", HeaderText(from)),
            Header("To", HeaderText(recipient.description)), Header("Subject", subject),
            Header("Message-ID", HeaderText("<\(id.text)>")), Header("MIME-Version", "1.0"),
            Header("Content-Type", HeaderText("multipart/alternative; boundary=\"\(Self.boundary)\"")),
        ] + headers
    }

    /// The message: lines of ASCII that end in CRLF, of at most 998 characters.
    public var bytes: [UInt8] {
        let lines = head.map { header in
            switch header.name {
            case "From": HeaderField.mailbox("From", senderName, sender)
            case "Subject": HeaderField.unstructured("Subject", subject)
            default: HeaderField.verbatim(header.name, header.value)
            }
        }
        var out = Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
        append(text, as: "text/plain", to: &out)
        append(html, as: "text/html", to: &out)
        return out + Array("--\(Self.boundary)--\r\n".utf8)
    }

    /// Quoted-printable never writes `=_`, so no part holds it.
    private static let boundary = "=_nuntiq_alternative"

    private func append(_ part: String, as type: String, to out: inout [UInt8]) {
        let head = """
            --\(Self.boundary)
            Content-Type: \(type); charset=utf-8
            Content-Transfer-Encoding: quoted-printable
            """
        out += Array(head.replacing("\n", with: "\r\n").utf8) + Array("\r\n\r\n".utf8)
        out += QuotedPrintable.encode(part) + [13, 10]
    }
}
