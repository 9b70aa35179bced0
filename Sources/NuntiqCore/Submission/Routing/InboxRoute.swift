internal import NuntiqModel

/// Which inbox an invoice goes to, and how that was found.
struct InboxRoute: Sendable, Hashable {
    /// How the inbox was found; the raw value is `resolution_path` on the wire.
    enum Path: String, Sendable, Hashable {
        case receivingInbox = "receiving_inbox"
        case externalIdentifier = "external_identifier"
        case defaultFallback = "default_fallback"
    }

    /// The inbox's number.
    let inbox: Int64
    /// Its address.
    let address: String
    /// How it was found.
    let path: Path
    /// The number of its template.
    let template: Int64
    /// The template's latest version.
    let templateVersion: Int64
    /// Names that were given and matched nothing.
    let warnings: [SubmissionWarning]
}

/// What a submission says about where it goes.
struct RoutingWish: Sendable, Hashable {
    /// `receiving_inbox`; empty when not given.
    let receivingInbox: String
    /// `external_identifier`; empty when not given.
    let externalIdentifier: String

    init(receivingInbox: String, externalIdentifier: String) {
        (self.receivingInbox, self.externalIdentifier) = (receivingInbox, externalIdentifier)
    }

    init(_ received: ReceivedSubmission) {
        receivingInbox = trimmed(received.text("receiving_inbox") ?? "")
        externalIdentifier = trimmed(received.text("external_identifier") ?? "")
    }

    /// The names that were tried before `path` and matched nothing.
    func warnings(for path: InboxRoute.Path, address: String) -> [SubmissionWarning] {
        func warning(_ field: String, _ name: String) -> [SubmissionWarning] {
            if name.isEmpty { return [] }
            let message = "No inbox is called \"\(name)\"; the invoice went to \(address)."
            return [SubmissionWarning(field, message, isInHeader: true)]
        }
        switch path {
        case .receivingInbox: return []
        case .externalIdentifier: return warning("receiving_inbox", receivingInbox)
        case .defaultFallback:
            return warning("receiving_inbox", receivingInbox) + warning("external_identifier", externalIdentifier)
        }
    }
}
