/// The number of a tenant, the customer that receives invoices; the first part of every table's key.
public struct TenantID: RawRepresentable, Sendable, Hashable {
    /// The number as stored.
    public let rawValue: Int64

    /// Wraps a stored number.
    public init(rawValue: Int64) {
        self.rawValue = rawValue
    }
}
