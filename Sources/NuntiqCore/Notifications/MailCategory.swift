/// What a recipient can switch off; the raw value is the name on the wire.
public enum MailCategory: String, Sendable, Hashable, CaseIterable {
    /// A key ends in 60 or 30 days.
    case reminderAdvance = "reminder_advance"
    /// A key ends in 7, 3 or 1 days.
    case reminderImminent = "reminder_imminent"
    /// A key has ended.
    case reminderExpired = "reminder_expired"
    /// A key was issued or rotated.
    case keyIssued = "key_issued"
    /// An invoice is a duplicate, failed validation or was rejected.
    case invoiceNeedsAttention = "invoice_needs_attention"

    /// The four that are about keys: without them only the 401 of an expired key is left.
    public static let aboutKeys: [MailCategory] = [.reminderAdvance, .reminderImminent, .reminderExpired, .keyIssued]
}
