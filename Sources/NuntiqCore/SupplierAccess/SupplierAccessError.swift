public import NuntiqModel

/// Why a supplier gets no further on the way from its mail to its key.
public enum SupplierAccessError: UserFacingError, Hashable {
    /// No link has that token, or it is another tenant's.
    case linkUnknown
    /// The link is older than it may be.
    case linkExpired
    /// The link has brought its key.
    case linkUsed
    /// Five wrong codes came.
    case locked
    /// Five codes were sent for this link.
    case codeLimit(retryAfterSeconds: Int)
    /// It is not the newest code.
    case codeWrong(triesLeft: Int)
    /// It is the newest code, and too old.
    case codeExpired
    /// The code was right once already.
    case codeUsed
    /// No code brought that claim token, or it is another tenant's.
    case claimUnknown
    /// The claim token is spent or too old.
    case claimOver
    /// The account was deactivated.
    case accountInactive
    /// The account to be invited has no notification address.
    case noAddress(String)

    /// The stable machine code.
    public var code: String {
        switch self {
        case .linkUnknown: "access_link_invalid"
        case .linkExpired: "access_link_expired"
        case .linkUsed: "access_link_used"
        case .locked: "access_locked"
        case .codeLimit: "code_limit_reached"
        case .codeWrong: "code_wrong"
        case .codeExpired: "code_expired"
        case .codeUsed: "code_used"
        case .claimUnknown: "claim_token_invalid"
        case .claimOver: "claim_token_over"
        case .accountInactive: "account_inactive"
        case .noAddress: "no_notification_address"
        }
    }

    /// What is wrong.
    public var message: String {
        switch self {
        case .linkUnknown: "This link is not one of ours."
        case .linkExpired: "This link has expired; links work for 15 minutes."
        case .linkUsed: "This link was used; a link is good for one key."
        case .locked: "Locked after five wrong codes."
        case .codeLimit: "Five codes are the limit for one link."
        case .codeWrong(let triesLeft):
            "That code is not right. \(triesLeft == 1 ? "1 try" : "\(triesLeft) tries") left."
        case .codeExpired: "That code has expired; codes work for 10 minutes."
        case .codeUsed: "That code was used."
        case .claimUnknown: "This claim token is not one of ours."
        case .claimOver: "This claim token is spent or has expired."
        case .accountInactive: "This account was deactivated."
        case .noAddress(let name): "The partner account \"\(name)\" has no notification address."
        }
    }

    /// What to do about it.
    public var hint: String {
        switch self {
        case .linkUnknown, .linkExpired, .linkUsed, .locked, .codeLimit: "Ask for a fresh link."
        case .codeWrong: "Check that it is from the newest mail."
        case .codeExpired, .codeUsed: "Ask for another code."
        case .claimUnknown, .claimOver: "Ask for another code or a fresh link."
        case .accountInactive: "Ask the customer."
        case .noAddress: "Add an address first."
        }
    }
}
