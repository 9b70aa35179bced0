internal import NuntiqModel

/// What a payment and its lines are, said as master data are.
public enum PaymentShape {
    /// A payment.
    public static let payment = MasterShape(identity + status + moments + references + parties + more, children: [line])

    /// What of an invoice it pays.
    public static let line = MasterChild(
        name: "lines",
        shape: MasterShape([
            .required("invoice_token", .code), .required("applied_amount", .decimal),
            .optional("applied_currency", .text(limit: 3)), .optional("fx_rate_line", .decimal),
            .optional("fx_at_line", .moment), .optional("discount_amount", .decimal),
            .optional("discount_currency", .text(limit: 3)), .optional("fee_amount_line", .decimal),
            .optional("fee_currency_line", .text(limit: 3)), remittanceLabel, .optional("remittance_value"),
            .optional("notes", .text(limit: 4_000)),
        ]), identity: ["invoice_token"])

    /// Numbers of accounts and cheques: shown by their last four characters, but to administrators.
    public static let masked: Set<String> = [
        "check_number", "beneficiary_iban", "beneficiary_account", "beneficiary_routing", "payer_account",
        "payer_routing",
    ]

    /// What a list filters by: nothing that is masked, or a filter would tell it digit by digit.
    public static let filtered = MasterShape(payment.fields.filter { !masked.contains($0.name) })

    /// Where a payment stands, in the words of the wire.
    public static let statuses = [
        "INITIATED", "PROCESSING", "SENT", "SETTLED", "RETURNED", "FAILED", "CANCELED", "PAID",
    ]

    private static let methods = [
        "ACH", "WIRE", "SEPA", "SWIFT", "RTP", "CHECK", "CARD", "VIRTUAL_CARD", "PAYPAL", "OTHER",
    ]

    private static let identity: [MasterField] = [
        MasterField(name: "external_source", type: .code, fallback: "UNKNOWN"),
        .optional("external_payment_id", .code),
        .required("method", .word(methods)), .required("total_amount", .decimal),
        .required("currency", .text(limit: 3)),
    ]

    private static let status: [MasterField] = [
        MasterField(name: "status", type: .word(statuses), fallback: "INITIATED")
    ]

    private static let moments: [MasterField] = [
        "scheduled_at", "submitted_at", "sent_at", "expected_settlement_at", "settled_at", "returned_at",
    ].map { .optional($0, .moment) }

    private static let references: [MasterField] = [
        .optional("payment_reference"), .optional("bank_reference"), .optional("ach_trace_number"),
        .optional("sepa_end_to_end_id"), .optional("rtp_trace_id"), .optional("check_number"),
        .optional("check_mailed_at", .moment), .optional("check_cleared_at", .moment),
        .optional("check_stop_payment", .truth),
    ]

    private static let parties: [MasterField] = [
        "beneficiary_name", "beneficiary_bank_name", "beneficiary_bank_country", "beneficiary_swift_bic",
        "beneficiary_iban", "beneficiary_account", "beneficiary_routing", "payer_bank_name", "payer_bank_country",
        "payer_account", "payer_routing",
    ].map { .optional($0) }

    private static let more: [MasterField] = [
        .optional("remittance_memo", .text(limit: 4_000)), .optional("remittance_advice_url", .text(limit: 2_000)),
        .optional("created_by"), .optional("created_via"),
    ]

    private static let remittanceLabel = MasterField(
        name: "remittance_label", type: .text(limit: 255), fallback: "Invoice")

    /// Everything but the last four characters hidden; short values hidden whole.
    static func mask(_ text: String) -> String {
        text.count > 4 ? "****\(text.suffix(4))" : "****"
    }
}
