internal import NuntiqModel
internal import NuntiqStore

/// What may be handed out now, found by one range of an index and locked; what others hold is skipped.
struct ReadyInvoices {
    let tx: any Transaction

    /// At most `limit` invoices in the order of `ready_at`, then token.
    func find(_ kind: ClaimKind, limit: Int) throws -> [InvoiceState] {
        let found = try HandoutMode.allCases.filter(kind.modes.contains).flatMap { mode in
            try find(kind, mode, limit)
        }
        let ready = found.filter { $0.isReady(at: tx.now) }
        if kind.modes.count == 1 { return ready }
        return Array(ready.sorted { $0.queuePlace < $1.queuePlace }.prefix(limit))
    }

    /// Index `state_by_handout`, or with references `state_by_reference_N` of the first one named.
    ///
    /// Within `COALESCE` a planner cannot use the mode for the first index, and does not take it for rare, for then it
    /// would gather and sort all that have the reference. `<> ''` is the condition of the partial index.
    private func find(_ kind: ClaimKind, _ mode: HandoutMode, _ limit: Int) throws -> [InvoiceState] {
        let named = kind.references.enumerated().filter { !$0.element.isEmpty }
        let filters = named.map { "AND s.reference_\($0.offset + 1) = ? AND s.reference_\($0.offset + 1) <> ''" }
        let handout = named.isEmpty ? "s.handout = ?" : "COALESCE(s.handout = ?, FALSE)"
        let values: [any SQLConvertible] = [kind.tenant, mode.rawValue, tx.now]
        return try tx.query(
            """
            SELECT \(InvoiceStateRepository.columns) FROM invoice_state AS s
            WHERE s.tenant = ? AND \(handout) AND s.ready_at <= ? \(filters.joined(separator: " "))
            ORDER BY s.ready_at, s.token LIMIT ? \(tx.dialect.lockingSkippingLocked)
            """,
            values + named.map(\.element) + [limit]
        ).map(InvoiceState.init)
    }
}

extension InvoiceState {
    fileprivate var queuePlace: QueuePlace {
        QueuePlace(readyAt: readyAt ?? updatedAt, token: token)
    }
}

private struct QueuePlace: Comparable {
    let readyAt: Instant
    let token: Token

    static func < (left: QueuePlace, right: QueuePlace) -> Bool {
        (left.readyAt, left.token) < (right.readyAt, right.token)
    }
}
