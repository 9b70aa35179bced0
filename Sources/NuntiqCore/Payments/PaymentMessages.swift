internal import NuntiqModel
internal import NuntiqStore

/// Tells an invoice's timeline what a payment means for it, once per payment and state.
struct PaymentMessages {
    let tx: any Transaction
    let tenant: TenantID

    private var repository: PaymentRepository { PaymentRepository(tx: tx, tenant: tenant) }

    /// Writes `PAID`, `PARTIALLY_PAID` or `PAYMENT_FAILED` about each invoice of the payment.
    func tell(_ payment: StoredPayment) throws {
        switch payment.status {
        case "PAID", "SETTLED": try tellPaid(payment)
        case "RETURNED", "FAILED":
            for state in try states(payment) { try tell(.paymentFailed, payment, about: state) }
        default: return
        }
    }

    private func tellPaid(_ payment: StoredPayment) throws {
        for state in try states(payment) {
            let isPaid = try InvoiceBalance(tx: tx, tenant: tenant, state: state).isPaid()
            try tell(isPaid ? .paid : .partiallyPaid, payment, about: state)
        }
    }

    /// The invoices, locked in one order, so that two payments of one invoice see each other.
    private func states(_ payment: StoredPayment) throws -> [InvoiceState] {
        let tokens = Set(try repository.lines(of: [payment.id])[payment.id]?.map(\.0) ?? [])
        return tokens.isEmpty ? [] : try InvoiceStateRepository(tx: tx).find(tenant, tokens)
    }

    private func tell(_ code: LifecycleCode, _ payment: StoredPayment, about state: InvoiceState) throws {
        guard try repository.isNews(code, of: payment.id, about: state.token) else { return }
        let reference = payment.record["payment_reference"] ?? payment.record["external_payment_id"]
        try ChangeStatus.tell(
            tx, code, about: state,
            payload: JSONObject(present: [
                "reference_type": reference.map { _ in "PAYMENT_REF" },
                "reference_value": reference.map(JSONValue.string), "payment_id": payment.id.json,
            ]))
    }
}

/// What an invoice asks for, and what payments that went through have given.
struct InvoiceBalance {
    let tx: any Transaction
    let tenant: TenantID
    let state: InvoiceState

    /// Whether what was paid, with discounts taken, is at least the payable amount.
    ///
    /// A line in another currency counts by its rate; without one it counts for nothing.
    func isPaid() throws -> Bool {
        guard let record = try InvoiceRepository(tx: tx).find(tenant, account: state.account, state.token) else {
            return false
        }
        let header = record.content.header
        guard let payable = header["payableAmount"]?.amount ?? header["grossAmount"]?.amount else { return false }
        let currency = header["currencyCode"]?.text.map { trimmed($0).uppercased() }
        let given = try PaymentRepository(tx: tx, tenant: tenant).payments(of: state.token)
            .filter { ["PAID", "SETTLED"].contains($0.status) }
            .flatMap { payment in payment.lines.map { Self.given(by: $0.1, of: payment, in: currency) } }
        guard let sum = try? Amount.sum(of: given) else { return false }  // beyond 38 digits nothing can be said
        return sum >= payable
    }

    private static func given(by line: MasterRecord, of payment: StoredPayment, in currency: String?) -> Amount {
        func amount(_ name: String) -> Amount { line[name].flatMap { Amount($0) } ?? .zero }
        let own = (line["applied_currency"] ?? payment.record["currency"])?.uppercased()
        guard let sum = try? Amount.sum(of: [amount("applied_amount"), amount("discount_amount")]) else { return .zero }
        if own == currency || currency == nil { return sum }
        guard let rate = line["fx_rate_line"].flatMap({ Amount($0) }) else { return .zero }
        return (try? sum.multiplied(by: rate)) ?? .zero
    }
}
