public import NuntiqModel

/// Which mail a notification address of a partner account wants.
public struct MailPreferences: Sendable, Hashable {
    /// The tenant whose mail it is.
    public let tenant: TenantID
    /// The partner account.
    public let account: Int64
    /// The address.
    public let email: String
    /// What is switched off; everything else is on.
    public let muted: Set<MailCategory>

    /// Whether a category is on.
    public func isOn(_ category: MailCategory) -> Bool {
        !muted.contains(category)
    }

    /// Whether nothing tells of the end of a key any more but the 401 `key_expired`.
    public var isSilentAboutKeys: Bool {
        MailCategory.aboutKeys.allSatisfy(muted.contains)
    }
}

/// Why preferences were not found.
public enum MailPreferenceError: UserFacingError, Hashable {
    /// No recipient has that token.
    case unknownToken

    /// The stable machine code.
    public var code: String { "preferences_not_found" }

    /// What is wrong.
    public var message: String { "This link leads to no email preferences." }

    /// What to do about it.
    public var hint: String { "Use the link \"Manage email preferences\" of one of our newer mails." }
}
