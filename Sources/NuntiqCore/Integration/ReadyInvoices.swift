internal import NuntiqModel
internal import NuntiqStore

/// What may be handed out now, found by one range of an index and locked; what others hold is skipped.
struct ReadyInvoices {
    let tx: any Transaction

    /// At most `request.limit` invoices in the order of `ready_at`, then token.
    func find(_ tenant: TenantID, _ request: ClaimRequest) throws -> [InvoiceState] {
        let found = try HandoutMode.allCases.filter(request.modes.contains).flatMap { mode in
            try find(tenant, mode, request)
        }
        let ready = found.filter { $0.isReady(at: tx.now) }
        if request.modes.count == 1 { return ready }
        return Array(ready.sorted { $0.queuePlace < $1.queuePlace }.prefix(request.limit))
    }

    /// Index `state_by_handout`, or with references `state_by_reference_N` of the first one named.
    ///
    /// Within `COALESCE` a planner cannot use the mode for the first index, and does not take it for rare, for then it
    /// would gather and sort all that have the reference. `<> ''` is the condition of the partial index.
    private func find(_ tenant: TenantID, _ mode: HandoutMode, _ request: ClaimRequest) throws -> [InvoiceState] {
        let named = request.references.enumerated().filter { !$0.element.isEmpty }
        let filters = named.map { "AND s.reference_\($0.offset + 1) = ? AND s.reference_\($0.offset + 1) <> ''" }
        let handout = named.isEmpty ? "s.handout = ?" : "COALESCE(s.handout = ?, FALSE)"
        let values: [any SQLConvertible] = [tenant, mode.rawValue, tx.now]
        return try tx.query(
            """
            SELECT \(InvoiceStateRepository.columns) FROM invoice_state AS s
            WHERE s.tenant = ? AND \(handout) AND s.ready_at <= ? \(filters.joined(separator: " "))
            ORDER BY s.ready_at, s.token LIMIT ? \(tx.dialect.lockingSkippingLocked)
            """,
            values + named.map(\.element) + [request.limit]
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
