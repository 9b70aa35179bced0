import NuntiqCore
import NuntiqModel

/// A line above the work list: what may cost money, and the verb for it.
struct UrgentView: Sendable {
    let path: String
    let status: StatusBadge
    let name: String
    let words: String
    let verb: String

    init(_ urgent: UrgentInvoice, _ calendar: TenantCalendar) {
        let row = InvoiceRowView(urgent.row, calendar)
        path = row.path
        name = "\(row.supplier) \(row.number)"
        switch (urgent.urgency, urgent.incident) {
        case (.incident, let incident?):
            status = StatusBadge(.integrationInDoubt, word: incident.title)
            words = incident.words
            verb = "Check"
        case (.longHold, _):
            status = StatusBadge(.integrationOnHold)
            words = "\(calendar.age(since: urgent.since)): \(row.why)"
            verb = "Check"
        default:
            status = StatusBadge(.integrationInDoubt)
            words = "no result for \(calendar.age(since: urgent.since)); look in the ERP before anything else"
            verb = "Settle"
        }
    }
}

extension OpenIncident {
    /// What is the matter, in three words.
    var title: String {
        switch Incident.Kind(rawValue: kind) {
        case .doublePostingSuspected: "Posted twice?"
        case .postedAfterClose: "Posted after all?"
        case .leaseLapsedRepeatedly: "Posting in doubt"
        case nil: "Check the posting"
        }
    }

    /// What a person needs to know.
    var words: String {
        let (recorded, reported) = (detail["recorded_external_id_1"]?.string, detail["reported_external_id_1"]?.string)
        switch Incident.Kind(rawValue: kind) {
        case .doublePostingSuspected:
            return "the ERP named a second number: \(recorded ?? "none"), then \(reported ?? "none")"
        case .postedAfterClose:
            return "a posting was reported after it was closed\(reported.map { ": \($0)" } ?? "")"
        case .leaseLapsedRepeatedly:
            return "connectors took it again and again and fell silent, with a posting announced"
        case nil:
            return kind
        }
    }
}
