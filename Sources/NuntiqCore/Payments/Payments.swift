public import NuntiqModel
public import NuntiqStore

/// What was paid: taken in, listed, and told on the timelines of the invoices.
public struct Payments: Sendable {
    let database: any Database
    let environment: RuntimeEnvironment

    /// Works on a database.
    public init(database: any Database, environment: RuntimeEnvironment) {
        self.database = database
        self.environment = environment
    }

    /// Stores each payment that can be stored, all of these in one transaction, and tells the invoices.
    public func take(_ request: PaymentRequest, in tenant: TenantID, by actor: Actor) async throws -> [PaymentOutcome] {
        let random = environment.random
        return try await database.write { tx in
            let intake = PaymentIntake(tx: tx, tenant: tenant, random: random)
            let outcomes = try intake.take(request.payments)
            let stored = outcomes.count { if case .stored = $0 { true } else { false } }
            if stored > 0 {
                try tx.audit(
                    "payments_taken", of: Array("payment".utf8), in: tenant, by: actor,
                    ["stored": Int64(stored).wire, "refused": Int64(outcomes.count - stored).wire])
            }
            return outcomes
        }
    }

    /// A page of the payments that pass a filter, the newest first.
    ///
    /// `unmasked` shows numbers of accounts and cheques whole, as administrators see them.
    public func list(
        _ filter: MasterFilter, page: Int, limit: Int, unmasked: Bool = false, in tenant: TenantID
    ) async throws -> MasterList {
        try await database.read { tx in
            let repository = PaymentRepository(tx: tx, tenant: tenant)
            let payments = try repository.page(filter, offset: (page - 1) * limit, limit: limit)
            return MasterList(items: payments.map { $0.wire(unmasked: unmasked) }, count: try repository.count(filter))
        }
    }

    /// The payments of an invoice, the oldest first; `nil` when the tenant has no such invoice.
    public func list(
        of invoice: Token, unmasked: Bool = false, in tenant: TenantID
    ) async throws -> [JSONValue]? {
        try await database.read { tx in
            guard try InvoiceStateRepository(tx: tx).peek(tenant, invoice) != nil else { return nil }
            return try PaymentRepository(tx: tx, tenant: tenant).payments(of: invoice)
                .map { $0.wire(unmasked: unmasked) }
        }
    }
}

/// Stores the payments of one request.
private struct PaymentIntake {
    let tx: any Transaction
    let tenant: TenantID
    let random: @Sendable (Int) -> [UInt8]

    private var repository: PaymentRepository { PaymentRepository(tx: tx, tenant: tenant) }

    func take(_ payments: [PaymentRequest.Sent]) throws -> [PaymentOutcome] {
        let tokens = Set(payments.flatMap { $0.invoices.compactMap { Token($0) } })
        let known = try repository.invoices(among: tokens.sorted())
        let externals = Set(payments.compactMap { $0.input["external_payment_id"] })
        var stored = try repository.find(external: externals.sorted())
        return try payments.map { sent in
            if !sent.faults.isEmpty { return .refused(.invalid(sent.faults)) }
            let unknown = sent.invoices.first { text in Token(text).map { !known.contains($0) } ?? true }
            if let unknown { return .refused(.unknownInvoice(unknown)) }
            let key = [sent.input["external_source"] ?? "UNKNOWN", sent.input["external_payment_id"] ?? ""]
            let payment = try store(sent, over: stored[key])
            if !key[1].isEmpty { stored[key] = payment }
            return .stored(payment.id)
        }
    }

    private func store(_ sent: PaymentRequest.Sent, over old: StoredPayment?) throws -> StoredPayment {
        var payment =
            old
            ?? StoredPayment(
                id: .version7(at: tx.now, random: random(8)), record: MasterRecord(), createdAt: tx.now,
                updatedAt: tx.now)
        payment.record = merged(sent.input, over: old?.record)
        payment.updatedAt = tx.now
        guard try repository.save(payment) else { throw StoreError.unavailable(reason: "a payment was not stored") }
        if let inputs = sent.input.children["lines"] {
            let lines = inputs.map { (Token($0["invoice_token"] ?? ""), PaymentShape.line.shape.record(of: $0)) }
            try repository.save(
                lines.compactMap { token, record in token.map { ($0, record) } }, of: payment.id,
                replacingAll: sent.replacesLines)
        }
        try PaymentMessages(tx: tx, tenant: tenant).tell(payment)
        return payment
    }

    /// A masked number that comes back as it was shown changes nothing; what a status implies is filled in.
    private func merged(_ input: MasterInput, over old: MasterRecord?) -> MasterRecord {
        var input = input
        for name in PaymentShape.masked {
            guard let sent = input[name], let kept = old?[name], sent == PaymentShape.mask(kept) else { continue }
            input.values[name] = kept
        }
        var record = PaymentShape.bare.merge(input, into: old, flags: [])
        for (name, statuses) in [("settled_at", ["PAID", "SETTLED"]), ("returned_at", ["RETURNED"])] {
            let isSaid = input.values.keys.contains(name)
            guard !isSaid, record[name] == nil, statuses.contains(record["status"] ?? "") else { continue }
            record.values[name] = tx.now.description
        }
        return record
    }
}

extension PaymentRequest.Sent {
    /// The invoices that its lines name, as they were sent.
    fileprivate var invoices: [String] {
        (input.children["lines"] ?? []).compactMap { $0["invoice_token"] }
    }
}

extension StoredPayment {
    /// A payment as callers see it.
    func wire(unmasked: Bool) -> JSONValue {
        var shown = record
        if !unmasked {
            for name in PaymentShape.masked { shown.values[name] = record[name].map(PaymentShape.mask) }
        }
        var object: JSONObject = ["payment_id": id.json]
        for member in PaymentShape.bare.wire(shown).members { object[member.key] = member.value }
        object["lines"] = .array(
            lines.map { invoice, record in
                var line = PaymentShape.line.shape.wire(record)
                line["invoice_token"] = invoice.json
                return .object(line)
            })
        object["created_at"] = createdAt.json
        object["updated_at"] = updatedAt.json
        return .object(object)
    }
}
