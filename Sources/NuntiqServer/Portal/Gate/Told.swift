import NuntiqCore

/// What a form did, said once on the page after it; the raw value stands in the address.
enum Told: String, Sendable, Hashable, CaseIterable {
    case invited, revoked, made, saved, added, removed, deactivated, activated, ended, linked, retried, left
    case queued, stopping, enabled, disabled
    case held, released, reprocessed, rejected, cancelled, settled, reopened, resolved, postponed
    case viewSaved = "view-saved"
    case viewRemoved = "view-removed"
    case viewNameless = "view-nameless"
    case viewsFull = "views-full"

    /// The words: the verb of the button, and what follows from it.
    var words: String {
        switch self {
        case .invited: "Invitation sent."
        case .revoked: "Revoked. Calls with it are refused from now on."
        case .made: "Made."
        case .saved: "Saved."
        case .added: "Added."
        case .removed: "Removed."
        case .deactivated: "Deactivated."
        case .activated: "Active again."
        case .ended: "Ended every session."
        case .linked: "Link sent."
        case .retried: "Tried again."
        case .left: "Left."
        case .queued: "Queued. It runs as soon as a node has a place."
        case .stopping: "Asked to stop."
        case .enabled: "Enabled."
        case .disabled: "Disabled. A run that lives goes on."
        case .viewSaved: "View saved."
        case .viewRemoved: "View removed."
        case .viewNameless: "Not saved: a view's name has 1 to \(SavedView.nameLengthMax) characters."
        case .viewsFull: "Not saved: you have \(SavedView.countMax) views. Remove one first."
        case .held: "Held."
        case .released: "Released."
        case .reprocessed: "Sent through the checks again."
        case .rejected: "Rejected. The supplier is told why."
        case .cancelled: "Cancelled."
        case .settled: "Settled."
        case .reopened: "Reopened."
        case .resolved: "Looked at."
        case .postponed: "Noted. It is done when the connector gives the invoice back."
        }
    }
}
