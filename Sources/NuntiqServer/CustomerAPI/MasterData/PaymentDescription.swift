import HTTPTypes
import NuntiqCore
import NuntiqModel

extension RouteDescription {
    static let paymentTake = RouteDescription(
        id: "takePayments",
        section: .payments,
        words: """
            Takes one payment, which is answered with its `payment_id`, or an array of at most 1 000, of which each is \
            taken or refused by itself: 207 where some were refused. A payment is known by `external_source` and \
            `external_payment_id`; the same again changes what it names, absent fields and absent `lines` stay. \
            `lines` that are sent take the place of those that are there, unless `replace_lines` is false: then they \
            are added to them, one for each invoice. `settled_at` and `returned_at` are filled in for `PAID`, \
            `SETTLED` and `RETURNED`, unless `null` is sent.

            A payment that is `PAID` or `SETTLED` tells its invoices `PAID` or `PARTIALLY_PAID`, by all that was paid \
            and the discounts taken; `RETURNED` and `FAILED` tell them `PAYMENT_FAILED`; each once per payment.
            """,
        body: BodyDescription(
            .either([.payment, .list(of: .payment, counts: 1...MasterRequest.rowsMax), .paymentList]),
            example: [
                "external_source": "ERP", "external_payment_id": "PAY-1", "status": "PAID", "method": "SEPA",
                "total_amount": 100, "currency": "EUR", "beneficiary_iban": "NL91ABNA0417164300",
            ]),
        answers: [
            .json(
                "The payment, or every payment, is stored.", .either([.paymentStored, .paymentResults]),
                example: ["payment_id": "0196e2b0-7c1e-7b64-a1c3-2f6b1d0c9a55"]),
            .json(
                "Some payments of the array are not stored.", .paymentResults, status: .multiStatus,
                example: ["results": [["index": 0, "external_payment_id": "PAY-1", "ok": false, "error": "…"]]]),
        ],
        errors: ["unknown_invoice_token"])

    static let paymentList = RouteDescription(
        id: "listPayments",
        section: .payments,
        words: "Payments with their lines, newest first. Numbers of accounts and cheques show their last characters.",
        query: MasterPage.parameters + PaymentShape.filtered.fields.map(\.parameter),
        answers: [
            .json(
                "A page.",
                .object([
                    .required("items", .list(of: .shownPayment)), .required("count", .whole("So many match in all.")),
                    .required("page", .whole("The page.")),
                ]), example: ["items": [], "count": 0, "page": 1])
        ])

    static let paymentsOfInvoice = RouteDescription(
        id: "listPaymentsOfInvoice",
        section: .payments,
        words: "The payments of an invoice, oldest first, each with the line that pays it.",
        answers: [
            .json(
                "The payments.", .object([.required("payments", .list(of: .shownPayment))]), example: ["payments": []])
        ],
        errors: ["invoice_not_found"])
}

extension Schema {
    fileprivate static let payment = Schema.object(
        PaymentShape.payment.sentMembers
            + [.optional("replace_lines", .truth("The lines take the place of all that are there.", fallback: true))],
        named: "PaymentInput")

    fileprivate static let paymentList = Schema.object([
        .required("data", .list(of: .payment, counts: 1...MasterRequest.rowsMax))
    ])

    fileprivate static let shownPayment = Schema.object(
        [.required("payment_id", .uuid("Its id here."))] + PaymentShape.payment.shownMembers
            + [
                .required("created_at", .instant("When it came in first.")),
                .required("updated_at", .instant("When it changed last.")),
            ], named: "Payment")

    fileprivate static let paymentStored = Schema.object([.required("payment_id", .uuid("Its id here."))])

    fileprivate static let paymentResults = Schema.object([
        .required(
            "results",
            .list(
                of: .object([
                    .required("index", .whole("Its place in the array.")),
                    .required("external_payment_id", .text("As it was sent.").orNull),
                    .required("ok", .truth("Whether it is stored.")),
                    .optional("payment_id", .uuid("Its id here.")),
                    .optional("error", .text("Why it is not stored.")),
                    .optional("details", .list(of: .fieldFault)),
                ])))
    ])
}
