import NuntiqCore
import NuntiqModel

/// One thing on the timeline.
struct EventView: Sendable {
    let icon: String
    let tone: String
    let title: String
    let time: ShownTime
    let who: String
    /// `Needs review → Enriching`; `nil` where the status stayed.
    let change: String?
    let internalNote: String?
    let supplierNote: String?
    let facts: [String]

    static func all(_ events: [InvoiceEvent], _ calendar: TenantCalendar) -> [EventView] {
        events.map { EventView($0, calendar) }
    }

    private init(_ event: InvoiceEvent, _ calendar: TenantCalendar) {
        let isFirst = event.kind != "message" && event.statusChanged
        title = event.title
        (icon, tone) = event.sign
        time = calendar.moment(event.at)
        who = event.by.name.isEmpty ? "Nuntiq" : event.by.name
        change = isFirst ? Self.change(event) : nil
        let issues = (event.payload["issues"]?.array ?? []).compactMap { try? ValidationIssue(json: $0) }
        facts = issues.map { "\($0.message) \($0.hint)" } + event.facts
        internalNote = Self.note("note_internal", event, unless: issues)
        supplierNote = Self.note("note_supplier", event, unless: issues)
    }

    private static func change(_ event: InvoiceEvent) -> String? {
        guard let from = event.from.map({ StatusBadge($0).word }), let to = event.to.map({ StatusBadge($0).word }),
            from != to
        else { return nil }
        return "\(from) → \(to)"
    }

    /// A note that is not just the issues once more.
    private static func note(_ key: String, _ event: InvoiceEvent, unless issues: [ValidationIssue]) -> String? {
        guard issues.isEmpty, let note = event.payload[key]?.string, !note.isEmpty else { return nil }
        return note
    }
}

extension InvoiceEvent {
    /// What happened, in a few words.
    fileprivate var title: String {
        if kind == "message" { return code?.label ?? "Message" }
        if let trigger = Trigger(rawValue: kind) { return trigger.words ?? to.map { StatusBadge($0).word } ?? kind }
        switch kind {
        case "placeIntent": return "Posting announced"
        case "withdrawIntent": return "Announcement taken back"
        case "postpone": return "Asked for while a connector has it"
        case "takeBackHold": return "Hold taken back"
        case "completeResult": return "ERP numbers completed"
        case "resolveIncident": return "Posting looked at"
        default: return code?.label ?? kind
        }
    }

    /// Glyph and colour; colour is spent on attention.
    fileprivate var sign: (icon: String, tone: String) {
        if kind == "message" || !statusChanged { return (kind == "edit" ? "pencil" : "info", "") }
        switch to {
        case .needsReview?: return ("s-review", "warn")
        case .duplicateSuspected?: return ("s-duplicate", "warn")
        case .pendingApproval?: return ("s-approval", "warn")
        case .integrationInDoubt?: return ("s-doubt", "doubt")
        case .integrationFailed?: return ("s-failed", "bad")
        case .processed?: return ("check", "good")
        case let status?: return (from == nil ? "in" : StatusBadge(status).icon, "")
        case nil: return ("info", "")
        }
    }

    /// What else is worth a line.
    fileprivate var facts: [String] {
        var facts: [String] = []
        let failure = [payload["failure_code"]?.string, payload["failure_message"]?.string].compactMap(\.self)
        if !failure.isEmpty { facts.append(failure.joined(separator: " ")) }
        facts += (1...3).compactMap { payload["external_id_\($0)"]?.string.map { "ERP number \($0)" } }
        if let reference = payload["intent"]?["erp_reference"]?.string { facts.append("Reference \(reference)") }
        if let edit = payload["edit"]?.object, !edit.isEmpty { facts.append(edit.keys.joined(separator: ", ")) }
        if payload["force_override"]?.bool == true { facts.append("Against the rule, by force_override") }
        if let reference = payload["reference_value"]?.string { facts.append(reference) }
        if let action = payload["action"]?.string, kind == "postpone" { facts.append(action) }
        if let reason = payload["reason"]?.string { facts.append(reason) }
        return facts
    }
}

extension Trigger {
    /// What it did, where the new status does not say it already.
    fileprivate var words: String? {
        switch self {
        case .receiveDocument, .receiveData: "Received"
        case .withdraw: "Withdrawn by the supplier"
        case .hold: "Held"
        case .release: "Released"
        case .save: "Saved"
        case .dataArrived: "Awaited data arrived"
        case .override: "Let pass in spite of errors"
        case .denyDuplicate: "Not a duplicate"
        case .confirmDuplicate: "Is a duplicate"
        case .approve: "Approved"
        case .sendBack: "Sent back"
        case .voidApproval: "Approvals are void"
        case .reopen: "Reopened"
        case .edit: "Changed"
        case .pullBack: "Taken back from the queue"
        case .reprocess: "Checked again"
        case .acknowledge: "Acknowledged by the connector"
        case .heartbeat: "Lease renewed"
        case .reportSuccess: "Posted"
        case .forceSuccess: "Posted, against the rule"
        case .forceFailure: "Posting failed, against the rule"
        case .lapse: "Lease over without a result"
        case .giveBack: "Given back"
        case .settlePosted: "Settled: it is in the ERP"
        case .settleNotPosted: "Settled: it is not in the ERP"
        case .beginExtraction, .finishExtraction, .failExtraction, .beginEnrichment, .recover, .pass, .failValidation,
            .failMatch, .suspectDuplicate, .requireApproval, .cancel, .reject, .claim, .reportFailure:
            nil
        }
    }
}

/// An attempt to post, as one line.
struct PostingView: Sendable {
    let time: ShownTime
    let who: String
    let fence: String?
    let what: String
    let outcome: String
    let tone: String

    static func all(_ events: [InvoiceEvent], _ calendar: TenantCalendar) -> [PostingView] {
        events.compactMap { event in
            guard let outcome = event.outcome else { return nil }
            return PostingView(
                time: calendar.exact(event.at), who: event.by.name,
                fence: event.payload["fence"]?.number?.int.map(String.init),
                what: event.facts.joined(separator: " "), outcome: outcome.word, tone: outcome.tone)
        }
    }
}

extension InvoiceEvent {
    /// What became of a posting, where the event is about one.
    fileprivate var outcome: (word: String, tone: String)? {
        switch Trigger(rawValue: kind) {
        case .acknowledge?: ("Acknowledged", "")
        case .reportSuccess?, .forceSuccess?, .settlePosted?: ("Posted", "good")
        case .reportFailure?, .forceFailure?: ("Failed", "bad")
        case .lapse?: to == .integrationInDoubt ? ("No answer", "doubt") : ("Lease over", "")
        case .giveBack?: ("Given back", "")
        case .settleNotPosted?: ("Not posted", "")
        default: kind == "placeIntent" ? ("Announced", "") : nil
        }
    }
}
