import NuntiqModel
import NuntiqStore

/// `invoice_needs_attention`: tells a partner account of an invoice that it must look at.
///
/// Queued by the writer of statuses, with the lifecycle message that says so.
struct AttentionMail {
    /// A mail names so many things to fix; the page names all.
    private static let reasonsMax = 10

    let tx: any Transaction
    let state: InvoiceState

    /// Queues the mail of an event, when it has one and the invoice's account has addresses.
    func queue(for event: StateEvent) throws {
        guard let reason = event.codes.lazy.compactMap(AttentionReason.init).first,
            let partner = try PartnerRepository(tx).find(state.tenant, state.account), partner.isActive,
            !partner.emails.isEmpty, let letterhead = try Letterhead.load(state.tenant, in: tx),
            let facts = try facts(reason, event.payload, of: partner)
        else { return }
        for email in partner.emails {
            var mail = Mail(.invoiceNeedsAttention, to: email, facts)
            mail.account = partner.id
            mail.category = .invoiceNeedsAttention
            try Outbox.queue(mail, by: letterhead, tx)
        }
    }

    private func facts(_ reason: AttentionReason, _ payload: JSONObject, of partner: Partner) throws -> JSONObject? {
        let row = try tx.query(
            "SELECT number, gross_amount, currency_code FROM invoice WHERE tenant = ? AND account = ? AND token = ?",
            [state.tenant, state.account, state.token]
        ).first
        guard let row else { return nil }
        let (number, gross) = (try row.text(0), "\(try row.text(1)) \(try row.text(2))")
        let reasons = toFix(reason, payload)
        return JSONObject(present: [
            "partner": .string(partner.name), "path": .string("/supplier-access/invoices/\(state.token)"),
            "number": .string(number), "gross": try row.text(1).isEmpty ? nil : .string(gross),
            "verb": .string(reason.verb), "what": .string(reason.what), "next": .string(reason.next),
            "hasReasons": .bool(!reasons.isEmpty),
            "reasons": .array(reasons.prefix(Self.reasonsMax).map(JSONValue.object)),
            "more": reasons.count > Self.reasonsMax ? .string(String(reasons.count - Self.reasonsMax)) : nil,
        ])
    }

    /// What there is to fix, as the supplier's own view says it; of a duplicate only what the note for it says.
    private func toFix(_ reason: AttentionReason, _ payload: JSONObject) -> [JSONObject] {
        let issues = reason == .validation ? payload["issues"]?.array ?? [] : []
        if !issues.isEmpty {
            return issues.map { ["message": $0["message"] ?? "", "hint": $0["hint"] ?? ""] }
        }
        guard let note = payload["note_supplier"]?.string, !note.isEmpty else { return [] }
        return [["message": .string(note), "hint": ""]]
    }
}

/// Why an account is told, and in which words.
private enum AttentionReason {
    case duplicate, validation, rejected

    /// `nil` for messages that no mail goes out for.
    init?(_ code: LifecycleCode) {
        guard
            let reason = [.duplicateDetected: Self.duplicate, .validationFailed: .validation, .rejected: .rejected][
                code]
        else { return nil }
        self = reason
    }

    /// Follows on "Invoice INV-7".
    var verb: String {
        switch self {
        case .duplicate: "may be a duplicate"
        case .validation: "needs you"
        case .rejected: "was rejected"
        }
    }

    var what: String {
        switch self {
        case .duplicate: "It looks like an invoice that is there already, so a person checks it first."
        case .validation: "It was received, and waits until something is fixed."
        case .rejected: "It was not accepted and will not be paid."
        }
    }

    var next: String {
        switch self {
        case .duplicate: "If you sent it twice, there is nothing to do. If it is another invoice, tell the customer."
        case .validation: "Correct what is named and send the invoice again, or ask the customer."
        case .rejected: "Correct what is named and send it again, or ask the customer."
        }
    }
}
