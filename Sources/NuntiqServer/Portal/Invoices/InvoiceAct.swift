import NuntiqCore
import NuntiqModel

/// What a person may do with an invoice, as the rules allow it now.
struct InvoiceAct: Sendable {
    let path: String
    let word: String
    let icon: String
    let style: String
    /// The letter that does it.
    let key: String?
    /// Whether it answers what the page asks, and so stands there.
    let standsInNote: Bool

    init(_ verb: InvoiceVerb, _ dossier: InvoiceDossier, standsInNote: Bool) {
        path = "\(InvoicePageRoutes.path(dossier.row.state.token))?ask=\(verb.rawValue)"
        (word, icon) = verb.sign
        style = verb.isHard ? " danger" : ""
        key = verb == .hold ? "h" : nil
        self.standsInNote = standsInNote
    }

    /// Those of the verbs that the rules would take now, from who is there.
    static func possible(_ dossier: InvoiceDossier, _ context: PortalContext) -> [InvoiceAct] {
        InvoiceVerb.possible(dossier, context).map { verb in
            InvoiceAct(verb, dossier, standsInNote: verb.answers(dossier.row.state.status))
        }
    }
}

/// What may be asked for; the raw value stands in the address.
enum InvoiceVerb: String, Sendable, Hashable, CaseIterable {
    case release, settle
    case notPosted = "not-posted"
    case reopen, hold, reprocess, reject, cancel, resolve

    /// The verbs that would be taken: the very rules are asked, with nothing stored.
    static func possible(_ dossier: InvoiceDossier, _ context: PortalContext) -> [InvoiceVerb] {
        guard context.allows(.clerk) else { return [] }
        return allCases.filter { $0.isPossible(dossier, context) }
    }

    private func isPossible(_ dossier: InvoiceDossier, _ context: PortalContext) -> Bool {
        let (state, now) = (dossier.row.state, context.now)
        if self == .reject, !context.principal.mayDecide(at: state.status) { return false }
        let change: StateChange?
        switch self {
        case .resolve: return !dossier.incidents.isEmpty
        case .release: change = try? state.release(reason: "", by: context.actor, at: now)
        case .reprocess: change = try? state.reprocess(reason: "", by: context.actor, at: now)
        case .reopen: change = try? state.reopen(reason: "", by: context.actor, at: now)
        case .hold, .reject, .cancel:
            change = handling.flatMap { try? state.handle($0, reason: "", by: context.actor, at: now) }
        case .settle: return [.integrationInDoubt, .integrationFailed].contains(state.status)
        case .notPosted: return state.status == .integrationInDoubt
        }
        return change.map { !$0.isRepeat } ?? false
    }

    /// What it is to the rules of the hand-out.
    var handling: HandlingAction? {
        switch self {
        case .hold: .hold
        case .reject: .reject
        case .cancel: .cancel
        case .release, .settle, .notPosted, .reopen, .reprocess, .resolve: nil
        }
    }

    /// Whether it is what the page asks for at a status.
    func answers(_ status: Status) -> Bool {
        switch (self, status) {
        case (.resolve, _), (.settle, _), (.notPosted, _), (.release, _), (.reopen, _): true
        case (.reprocess, .needsReview): true
        default: false
        }
    }

    /// Whether the supplier feels it.
    var isHard: Bool { self == .reject || self == .cancel }

    fileprivate var sign: (String, String) {
        switch self {
        case .release: ("Release…", "play")
        case .settle: ("It is there: enter its number", "check")
        case .notPosted: ("It is not there: release", "x")
        case .reopen: ("Reopen…", "undo")
        case .hold: ("Hold…", "pause")
        case .reprocess: ("Check again…", "redo")
        case .reject: ("Reject…", "s-rejected")
        case .cancel: ("Cancel…", "s-cancelled")
        case .resolve: ("Both looked at: done", "check")
        }
    }
}
