import NuntiqCore
import NuntiqModel

/// What is to be done about the state of an invoice, and the buttons for it.
struct InvoiceNote: Sendable {
    /// What a check found, and how to go on.
    struct Issue: Sendable {
        let message: String
        let hint: String
    }

    let style: String
    let icon: String
    let title: String
    let words: String
    let issues: [Issue]
    let hasIssues: Bool
    let acts: [InvoiceAct]
    let hasActs: Bool

    private init(
        _ style: String, _ icon: String, _ title: String, _ words: String, _ issues: [ValidationIssue] = [],
        acts: [InvoiceAct] = []
    ) {
        (self.style, self.icon, self.title, self.words, self.acts) = (style, icon, title, words, acts)
        self.issues = issues.map { Issue(message: $0.message, hint: $0.hint) }
        (hasIssues, hasActs) = (!issues.isEmpty, !acts.isEmpty)
    }

    /// Suspected double postings before everything, then what the state asks for.
    static func all(_ dossier: InvoiceDossier, _ context: PortalContext, _ calendar: TenantCalendar) -> [InvoiceNote] {
        let possible = InvoiceVerb.possible(dossier, context)
        func acts(_ verbs: InvoiceVerb...) -> [InvoiceAct] {
            verbs.filter(possible.contains).map { InvoiceAct($0, dossier, standsInNote: true) }
        }
        let incidents = dossier.incidents.map { incident in
            InvoiceNote("doubt", "s-doubt", incident.title, incident.sentence(calendar), acts: acts(.resolve))
        }
        return incidents + [state(dossier, calendar, acts)].compactMap(\.self)
    }

    private static func state(
        _ dossier: InvoiceDossier, _ calendar: TenantCalendar, _ acts: (InvoiceVerb...) -> [InvoiceAct]
    ) -> InvoiceNote? {
        let (row, reason) = (dossier.row, dossier.row.reason)
        let who = reason.map { $0.by.type == "SYSTEM" ? "Nuntiq" : $0.by.name } ?? "Nuntiq"
        let said = reason.map { "\(who), \(calendar.exact($0.at).text)\($0.note.isEmpty ? "." : ": \($0.note)")" } ?? ""
        switch row.state.status {
        case .needsReview:
            let issues = reason?.issues ?? []
            let title = issues.count == 1 ? "One thing to look at" : "\(issues.count) things to look at"
            return InvoiceNote(
                "warn", "s-review", issues.isEmpty ? "Somebody must look at it" : title, issues.isEmpty ? said : "",
                issues, acts: acts(.reprocess))
        case .duplicateSuspected:
            return InvoiceNote(
                "warn", "s-duplicate", "It looks like an invoice that is here already", said, reason?.issues ?? [])
        case .pendingApproval:
            return InvoiceNote("warn", "s-approval", "It waits for approval", "", reason?.issues ?? [])
        case .integrationInDoubt:
            return InvoiceNote(
                "doubt", "s-doubt", "It may or may not be in the ERP.", doubt(dossier, calendar),
                acts: acts(.settle, .notPosted))
        case .integrationFailed:
            let words = [row.state.integration.failureCode, row.state.integration.failureMessage].compactMap(\.self)
            return InvoiceNote(
                "bad", "s-failed", "The ERP did not take it.", words.joined(separator: ": "),
                acts: acts(.release, .settle))
        case .integrationOnHold: return InvoiceNote("info", "s-hold", "It is held back.", said, acts: acts(.release))
        case .rejected: return InvoiceNote("info", "s-rejected", "It was rejected.", said, acts: acts(.reopen))
        case .integrationCancelled:
            return InvoiceNote("info", "s-cancelled", "It was cancelled.", said, acts: acts(.reopen))
        case .pendingAcknowledgement, .pendingResult:
            let pending = row.state.pendingAction.map {
                "When it is given back it will be \($0.action.past): \($0.by.name) said “\($0.reason)”."
            }
            return InvoiceNote(
                "info", "s-leased", "A connector has it.",
                pending ?? "Its content does not change until the connector reports or its time is over.",
                acts: acts(.release))
        case .receivedDocument, .extracting, .pendingEnrichment, .enriching, .pendingIntegrationFirst,
            .pendingIntegrationRetry, .processed:
            return nil
        }
    }

    private static func doubt(_ dossier: InvoiceDossier, _ calendar: TenantCalendar) -> String {
        let holder = dossier.holder.flatMap { $0.isEmpty ? nil : "Connector “\($0)”" } ?? "A connector"
        let intent = dossier.row.state.intent
        let reference =
            intent.map { " Look for reference \($0.erpReference) in the ERP, then say what you found." } ?? ""
        let since = calendar.exact(dossier.row.since).text
        return
            """
            \(holder) announced the posting and was not heard of again since \(since).\(reference) Nothing posts it \
            again before that.
            """
    }
}

extension OpenIncident {
    /// The whole story, for the page of the invoice.
    fileprivate func sentence(_ calendar: TenantCalendar) -> String {
        let who = detail["reported_by"]?.string.map { ", said \($0)" } ?? ""
        let first = words.prefix(1).uppercased() + words.dropFirst()
        return
            """
            \(first)\(who), \(calendar.exact(since).text). Look in the ERP, reverse what is too much, then say so \
            here.
            """
    }
}
