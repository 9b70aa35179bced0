internal import Crypto
internal import NuntiqModel
internal import NuntiqStore

/// A lease that was handed out under a key.
struct RememberedLease: Hashable {
    let invoice: Token
    let fence: Int64
    let mode: HandoutMode
}

/// The row of `claim_key` for one key of one principal.
struct ClaimKeyRepository {
    let tx: any Transaction
    let tenant: TenantID
    let principal: Int64
    let key: String

    /// Takes the key, or answers with the leases of the call that has it.
    ///
    /// Inserts first: a twin waits here until the first call has committed or gone. A key whose leases are over by
    /// their first length is taken anew.
    func take(for request: ClaimRequest) throws -> [RememberedLease]? {
        let taken = try tx.query(
            """
            INSERT INTO claim_key (tenant, principal, key, request_hash, answered_at, ttl_seconds, leases)
            VALUES (?, ?, ?, ?, ?, ?, '')
            ON CONFLICT (tenant, principal, key) DO UPDATE SET
              request_hash = excluded.request_hash, answered_at = excluded.answered_at,
              ttl_seconds = excluded.ttl_seconds, leases = excluded.leases
            WHERE claim_key.answered_at + claim_key.ttl_seconds * 1000000 <= excluded.answered_at
            RETURNING 1
            """,
            [tenant, principal, key, request.hash, tx.now, request.leaseSeconds])
        return taken.isEmpty ? try earlier(for: request) : nil
    }

    /// Keeps what the call was answered with.
    func remember(_ leases: [ClaimedLease]) throws {
        let words = leases.map { "\($0.invoice) \($0.fence) \($0.mode.rawValue)" }
        try tx.execute(
            "UPDATE claim_key SET leases = ? WHERE tenant = ? AND principal = ? AND key = ?",
            [words.joined(separator: "\n"), tenant, principal, key])
    }

    /// Gives the key back: the call was answered with nothing.
    func forget() throws {
        try tx.execute(
            "DELETE FROM claim_key WHERE tenant = ? AND principal = ? AND key = ?", [tenant, principal, key])
    }

    private func earlier(for request: ClaimRequest) throws -> [RememberedLease] {
        let rows = try tx.query(
            "SELECT request_hash, leases FROM claim_key WHERE tenant = ? AND principal = ? AND key = ?",
            [tenant, principal, key])
        guard let row = rows.first, try row.bytes(0) == request.hash else {
            throw IntegrationError.idempotencyKeyReused
        }
        return try row.text(1).split(separator: "\n").compactMap(RememberedLease.init)
    }
}

extension RememberedLease {
    fileprivate init?(_ line: Substring) {
        let words = line.split(separator: " ")
        guard words.count == 3, let invoice = Token(String(words[0])), let fence = Int64(words[1]),
            let mode = HandoutMode(rawValue: String(words[2]))
        else { return nil }
        self.init(invoice: invoice, fence: fence, mode: mode)
    }
}

extension ClaimRequest {
    /// Alike for calls that ask for the same.
    fileprivate var hash: [UInt8] {
        let modes = modes.map(\.rawValue).sorted().joined(separator: ",")
        let parts = ["\(limit)", "\(leaseSeconds)", modes] + references
        return Array(SHA256.hash(data: Array(parts.joined(separator: "\u{0}").utf8)))
    }
}
