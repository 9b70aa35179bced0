/// Every mail that Nuntiq sends; the raw value stands in logs and in the outbox.
public enum MailKind: String, Sendable, Hashable, CaseIterable {
    case partnerInvitation = "partner_invitation"
    case partnerVerificationCode = "partner_verification_code"
    case partnerKeyIssued = "partner_key_issued"
    case partnerKeyReminder = "partner_key_reminder"
    case partnerKeyExpired = "partner_key_expired"
    case partnerKeyRotated = "partner_key_rotated"
    case invoiceNeedsAttention = "invoice_needs_attention"
    case userInvitation = "user_invitation"
    case passwordReset = "password_reset"

    /// The name of its two templates in `Assets/mails`.
    var template: String { rawValue.replacing("_", with: "-") }

    /// Which workers send it: what comes by the thousand must not stand before what somebody waits for.
    var workKind: String {
        switch self {
        case .partnerInvitation, .partnerVerificationCode, .partnerKeyIssued, .userInvitation, .passwordReset:
            MailDelivery.workKind
        case .partnerKeyReminder, .partnerKeyExpired, .partnerKeyRotated, .invoiceNeedsAttention:
            MailDelivery.bulkWorkKind
        }
    }
}
