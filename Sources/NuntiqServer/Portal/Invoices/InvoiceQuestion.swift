import NuntiqCore
import NuntiqModel

/// What is asked before something is done with an invoice: the reason, and for a posting its number.
struct InvoiceQuestion: Sendable {
    let title: String
    let words: String
    let action: String
    let version: String
    let verb: String
    let style: String
    let needsNumber: Bool
    let back: String
    var reason = ""
    var number = ""
    /// What is wrong with what was typed.
    var reasonFault: String?
    var numberFault: String?
    /// What is in the way: somebody was faster, or the state does not allow it.
    var conflict: String?

    init(_ verb: InvoiceVerb, _ dossier: InvoiceDossier) {
        let path = InvoicePageRoutes.path(dossier.row.state.token)
        (title, words, self.verb) = verb.question
        action = "\(path)/\(verb.rawValue)"
        version = String(dossier.row.state.version)
        style = verb.isHard ? "danger sure" : "primary"
        needsNumber = verb == .settle
        back = path
    }
}

extension InvoiceVerb {
    fileprivate var question: (String, String, String) {
        switch self {
        case .release:
            ("Release this invoice?", "It goes back to where it was held from, or to the ERP again.", "Release")
        case .settle:
            (
                "It is in the ERP?",
                "Enter the number that the ERP gave it. It is processed then, and nothing posts it again.",
                "It is posted"
            )
        case .notPosted:
            (
                "It is not in the ERP?", "Look for its reference first. It becomes ready again and will be posted.",
                "It is not there"
            )
        case .reopen: ("Reopen this invoice?", "It goes to review, and is no longer rejected or cancelled.", "Reopen")
        case .hold: ("Hold this invoice?", "No connector gets it until somebody releases it.", "Hold")
        case .reprocess: ("Check this invoice again?", "Every rule runs again over what it says now.", "Check again")
        case .reject:
            ("Reject this invoice?", "It will not be paid. The supplier is told why, in your words.", "Reject")
        case .cancel: ("Cancel this invoice?", "It is void; no connector gets it.", "Cancel invoice")
        case .resolve:
            (
                "Have you looked in the ERP?",
                "Say what you found: which posting stands, and whether another was reversed.", "Done"
            )
        }
    }
}
