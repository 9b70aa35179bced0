import NuntiqCore
import NuntiqModel

/// What is to be done with an invoice, in a line.
struct WhatToDo: Sendable {
    let text: String

    init(_ row: WorkRow, _ calendar: TenantCalendar) {
        text = Self.pending(row) + Self.text(row, calendar)
    }

    private static func pending(_ row: WorkRow) -> String {
        guard row.state.status.isLeased, let action = row.state.pendingAction else { return "" }
        return "To be \(action.action.past) when the connector gives it back. "
    }

    private static func text(_ row: WorkRow, _ calendar: TenantCalendar) -> String {
        let state = row.state
        switch state.status {
        case .receivedDocument, .extracting: return "Being read"
        case .pendingEnrichment, .enriching: return "Being checked"
        case .needsReview, .duplicateSuspected, .pendingApproval: return row.review
        case .rejected, .integrationCancelled: return row.said("")
        case .pendingIntegrationFirst: return "Waits for a connector"
        case .pendingIntegrationRetry: return "Waits for a connector again"
        case .pendingAcknowledgement, .pendingResult:
            return state.lease.map { "With a connector, at most until \(calendar.exact($0.endsAt).text)" } ?? ""
        case .integrationInDoubt:
            let reference = state.intent.map { " for \($0.erpReference)" } ?? ""
            return "Perhaps posted: look in the ERP\(reference) before anything else"
        case .integrationOnHold: return row.said("Held back")
        case .integrationFailed:
            let (code, words) = (state.integration.failureCode ?? "", state.integration.failureMessage ?? "")
            return [code, words].filter { !$0.isEmpty }.joined(separator: ": ")
        case .processed:
            return state.integration.externalIDs[0].map { "Posted as \($0)" } ?? "Posted"
        }
    }
}

extension WorkRow {
    /// Why it waits for a decision: what the checks found, else what somebody said.
    fileprivate var review: String {
        guard let first = reason?.issues.first else { return said(standing) }
        let others = (reason?.issues.count ?? 1) - 1
        return others == 0 ? first.message : "\(first.message) \(others) more"
    }

    /// What stands there when nobody said anything.
    private var standing: String {
        switch state.status {
        case .duplicateSuspected: "Is it a duplicate?"
        case .pendingApproval: "Waits for approval"
        default: "Look at it"
        }
    }

    /// The words of whoever brought it here, with the name.
    fileprivate func said(_ otherwise: String) -> String {
        guard let reason, !reason.note.isEmpty else { return otherwise }
        return reason.by.type == "SYSTEM" ? reason.note : "\(reason.by.name): \(reason.note)"
    }
}

extension HandlingAction {
    /// `held` and so on.
    var past: String {
        switch self {
        case .hold: "held"
        case .reject: "rejected"
        case .cancel: "cancelled"
        case .edit: "changed"
        }
    }
}
