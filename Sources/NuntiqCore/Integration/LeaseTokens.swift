internal import NuntiqModel

/// The tokens of leases: nothing is stored, a token is a MAC over tenant, invoice and fence.
///
/// So a token is unpredictable, the same claim answers with the same token again, and a stale one is provable.
struct LeaseTokens: Sendable {
    let secrets: Secrets

    /// So many leases back a token is still told from one that never was.
    static let fencesMax: Int64 = 1_000

    /// The token of the lease with this fence, formatted as a random UUID.
    func token(_ tenant: TenantID, _ invoice: Token, fence: Int64) -> Token {
        Token.random(secrets.leaseMAC(tenant.rawValue.bigEndianBytes + invoice.bytes + fence.bigEndianBytes))
    }

    /// What a presented token proves about an invoice.
    func proof(of presented: Token?, for state: InvoiceState) -> LeaseProof {
        guard let presented else { return .none }
        var fence = state.fence
        while fence > max(0, state.fence - Self.fencesMax) {
            if token(state.tenant, state.token, fence: fence).isEqualInConstantTime(to: presented) {
                return .fence(fence)
            }
            fence -= 1
        }
        return .unknown
    }
}

extension Token {
    /// Whether both are the same, in a time that does not tell how far they are.
    fileprivate func isEqualInConstantTime(to other: Token) -> Bool {
        zip(bytes, other.bytes).reduce(into: UInt8(0)) { $0 |= $1.0 ^ $1.1 } == 0
    }
}

extension Int64 {
    fileprivate var bigEndianBytes: [UInt8] {
        withUnsafeBytes(of: bigEndian) { Array($0) }
    }
}
