internal import NuntiqModel
internal import NuntiqStore

/// What a message's key led to: a message, or an action that waits for the end of a lease.
struct RememberedMessage: Hashable {
    let invoice: Token
    let message: Int64?
}

/// The row of `lifecycle_key` for one key of one principal.
struct LifecycleKeyRepository {
    let tx: any Transaction
    let tenant: TenantID
    let principal: Int64
    let key: String

    /// Takes the key, or answers with what the call that has it led to.
    ///
    /// Inserts first: a twin waits here until the first call has committed or gone.
    func take(for hash: [UInt8]) throws -> RememberedMessage? {
        let taken = try tx.query(
            """
            INSERT INTO lifecycle_key (tenant, principal, key, request_hash, created_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (tenant, principal, key) DO NOTHING RETURNING 1
            """,
            [tenant, principal, key, hash, tx.now])
        return taken.isEmpty ? try earlier(for: hash) : nil
    }

    /// Keeps what the call led to.
    func remember(_ message: RememberedMessage) throws {
        try tx.execute(
            "UPDATE lifecycle_key SET invoice = ?, event = ? WHERE tenant = ? AND principal = ? AND key = ?",
            [message.invoice, message.message, tenant, principal, key])
    }

    private func earlier(for hash: [UInt8]) throws -> RememberedMessage {
        let rows = try tx.query(
            "SELECT request_hash, invoice, event FROM lifecycle_key WHERE tenant = ? AND principal = ? AND key = ?",
            [tenant, principal, key])
        guard let row = rows.first, try row.bytes(0) == hash else { throw LifecycleError.idempotencyKeyReused }
        return RememberedMessage(invoice: try row.token(1), message: try row.optional(2, row.int))
    }
}
