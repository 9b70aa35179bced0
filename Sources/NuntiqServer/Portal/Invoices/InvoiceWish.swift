import NuntiqCore
import NuntiqModel

/// What a person asks for, as typed.
struct InvoiceWish: Sendable {
    let verb: InvoiceVerb
    let reason: String
    let number: String
    let version: Int64?

    init(_ verb: InvoiceVerb, _ form: Form) {
        self.verb = verb
        reason = String(trimmed(form["reason"]).prefix(4_000))
        number = String(trimmed(form["number"]).prefix(255))
        version = Int64(form["version"])
    }

    /// Whether nothing is missing.
    var isWhole: Bool { !reason.isEmpty && (verb != .settle || !number.isEmpty) }

    /// Does it, by the same use cases as the API.
    func run(on token: Token, _ integration: Integration, by principal: Principal) async throws -> Told {
        switch verb {
        case .hold, .reject, .cancel:
            guard let action = verb.handling else { return .saved }
            let change = try await integration.handle(
                action, token, reason: reason, version: version, by: principal)
            return change.newStatus.isLeased ? .postponed : verb.told
        case .release:
            _ = try await integration.release(token, reason: reason, version: version, by: principal)
        case .reprocess:
            _ = try await integration.reprocess(token, reason: reason, version: version, by: principal)
        case .reopen:
            _ = try await integration.reopen(token, reason: reason, version: version, by: principal)
        case .settle:
            let report = PostingReport(externalIDs: [number, nil, nil], externalMessages: [nil, nil, nil])
            _ = try await integration.settle(token, as: report, reason: reason, version: version, by: principal)
        case .notPosted:
            _ = try await integration.settle(token, as: nil, reason: reason, version: version, by: principal)
        case .resolve:
            try await integration.resolveIncidents(of: token, reason: reason, by: principal)
        }
        return verb.told
    }

    /// The question again, with what was typed and what is in the way.
    func question(_ dossier: InvoiceDossier, _ conflict: IntegrationError?, _ calendar: TenantCalendar)
        -> InvoiceQuestion
    {
        var question = InvoiceQuestion(verb, dossier)
        (question.reason, question.number) = (reason, number)
        if reason.isEmpty { question.reasonFault = "Say why, in a sentence." }
        if verb == .settle, number.isEmpty { question.numberFault = "Enter the number that the ERP gave it." }
        question.conflict = conflict.map { Self.words($0, dossier, calendar) }
        return question
    }

    /// Who changed what, and that nothing typed is lost.
    private static func words(_ error: IntegrationError, _ dossier: InvoiceDossier, _ calendar: TenantCalendar)
        -> String
    {
        guard case .versionConflict = error else { return "The invoice \(error.words)." }
        let last = EventView.all(Array(dossier.events.prefix(1)), calendar).first
        let change = last.map { "\($0.who): \($0.title)\($0.change.map { ", \($0)" } ?? ""), \($0.time.text)." } ?? ""
        return
            """
            Somebody was faster. \(change) It is “\(StatusBadge(dossier.row.state.status).word)” now. Yours is still \
            here: look, then press again.
            """
    }
}

extension InvoiceVerb {
    /// What is said when it is done.
    fileprivate var told: Told {
        switch self {
        case .release: .released
        case .settle, .notPosted: .settled
        case .reopen: .reopened
        case .hold: .held
        case .reprocess: .reprocessed
        case .reject: .rejected
        case .cancel: .cancelled
        case .resolve: .resolved
        }
    }
}
