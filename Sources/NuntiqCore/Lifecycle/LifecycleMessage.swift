internal import Crypto
public import NuntiqModel

/// One message of an invoice's timeline: an event that has a lifecycle code.
public struct LifecycleMessage: Sendable, Hashable {
    /// Its number; it grows with each message of an invoice.
    public let id: Int64
    /// The invoice.
    public let invoice: Token
    /// The invoice's number within the installation.
    public let invoiceID: Int64
    /// `ext_reference_1…5` of the invoice when the message was written; empty where there was none.
    public let references: [String]
    /// What it says.
    public let code: LifecycleCode
    /// Who wrote it.
    public let by: Actor
    /// When it happened, by who wrote it.
    public let occurredAt: Instant
    /// Its place in the tenant's feed; `nil` until it has one.
    public let recordedAt: Instant?
    /// A tenant's code for why.
    public let clarificationCode: String?
    /// A note that suppliers never see.
    public let noteInternal: String?
    /// A note for the supplier.
    public let noteSupplier: String?
    /// What kind of thing it refers to.
    public let referenceType: String?
    /// What it refers to.
    public let referenceValue: String?

    /// A name that is the same for ever and tells nothing: the number as the wire shows it beside one invoice.
    public var uuid: Token? {
        let text = "lifecycle-message \(invoice) \(id)"
        var bytes = Array(SHA256.hash(data: Array(text.utf8)).prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x80  // RFC 9562, version 8: made as its maker likes
        bytes[8] = bytes[8] & 0x3F | 0x80
        return Token(bytes: bytes)
    }
}
