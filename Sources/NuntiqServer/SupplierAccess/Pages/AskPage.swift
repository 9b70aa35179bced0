import NuntiqCore

/// A link that leads nowhere, or none at all: why, that nothing is lost, and the way to a fresh one.
struct AskPage: Page {
    static let template = "supplier/ask"

    /// Why somebody is asked for an address.
    enum Reason: Sendable, Hashable {
        /// Nobody came by a link.
        case missing
        /// The invoices of an account are asked for.
        case invoices
        /// The link led here.
        case dead(SupplierAccessError)
        /// The key was issued, and is not shown again.
        case issued(label: String?)
    }

    let frame: PageFrame
    let letter: Letter
    let title: String
    let lead: String
    let email: String
    let purpose: String
    let asksCustomer: Bool
    let error: String?
    let errorID = "email-error"

    init(
        _ reason: Reason, _ letterhead: Letterhead?, email: String = "", error: String? = nil,
        _ purpose: AccessPurpose = .key, frame: PageFrame
    ) {
        self.frame = frame
        letter = Letter(letterhead)
        (title, lead) = Self.words(reason, letterhead?.name ?? "the customer")
        self.email = email
        self.purpose = reason == .invoices ? AccessPurpose.invoices.rawValue : purpose.rawValue
        asksCustomer = letterhead == nil
        self.error = error
    }

    private static func words(_ reason: Reason, _ customer: String) -> (title: String, lead: String) {
        let safe = "Nothing is lost: keys that you have keep working."
        switch reason {
        case .missing:
            return (
                "API access for suppliers",
                "Invoices go from your system straight to \(customer). We mail you a link; it leads to a new key."
            )
        case .invoices:
            return ("Your invoices", "See where the invoices stand that you sent to \(customer). We mail you a link.")
        case .issued(let label):
            let name = label.map { "The key “\($0)”" } ?? "The key"
            return (
                "Issued; shown only once",
                "\(name) was issued, and its secrets were shown this one time. If they were not stored, ask for a "
                    + "fresh link and issue another key under the same name: it replaces this one."
            )
        case .dead(let error): return dead(error, safe, customer)
        }
    }

    private static func dead(
        _ error: SupplierAccessError, _ safe: String, _ customer: String
    ) -> (title: String, lead: String) {
        switch error {
        case .linkExpired:
            (
                "This link has expired",
                "Links work for 15 minutes and for one key, so that an old mail opens nothing. \(safe)"
            )
        case .linkUsed:
            ("This link was used", "Links work for one key, so that an old mail opens nothing. \(safe)")
        case .locked: ("Locked after five wrong codes", "Only a fresh link leads on. \(safe)")
        case .codeLimit: ("Five codes are the limit for one link", "Only a fresh link leads on. \(safe)")
        case .accountInactive: ("This account is closed", "Ask \(customer) about it. Its keys do not work any more.")
        case .linkUnknown, .codeWrong, .codeExpired, .codeUsed, .claimUnknown, .claimOver, .noAddress:
            ("This link leads nowhere", "It may be cut off, or from another customer’s mail. \(safe)")
        }
    }
}

/// What is said after an address was typed, known or not.
struct SentPage: Page {
    static let template = "supplier/sent"

    let frame: PageFrame
    let letter: Letter
    let email: String
}
