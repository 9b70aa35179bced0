public import NuntiqModel

/// A row of the tax breakdown; what is not known is `nil`.
public struct InvoiceTax: Sendable, Hashable {
    /// Its name.
    public let name: String?
    /// In percent.
    public let rate: Amount?
    /// What is taxed.
    public let baseAmount: Amount?
    /// The tax.
    public let amount: Amount?

    init(_ json: JSONValue) {
        name = json["tax_name"]?.string
        rate = json["tax_rate"]?.number?.amount
        baseAmount = json["tax_base_amount"]?.number?.amount
        amount = json["tax_amount"]?.number?.amount
    }
}

/// A charge on the whole invoice.
public struct InvoiceCharge: Sendable, Hashable {
    /// Its name.
    public let name: String?
    /// What it adds.
    public let amount: Amount?

    init(_ json: JSONValue) {
        name = json["charge_name"]?.string
        amount = json["charge_amount"]?.number?.amount
    }
}

/// A discount on the whole invoice.
public struct InvoiceDiscount: Sendable, Hashable {
    /// Its name.
    public let name: String?
    /// In percent.
    public let rate: Amount?
    /// What it takes off.
    public let amount: Amount?

    init(_ json: JSONValue) {
        name = json["discount_name"]?.string
        rate = json["discount_rate"]?.number?.amount
        amount = json["discount_amount"]?.number?.amount
    }
}

/// A proposed match of an invoice line with an order or receipt line; several per line are possible.
public struct InvoiceAIMatch: Sendable, Hashable {
    /// The line it is about; a number or text.
    public let invoiceLineNumber: JSONValue
    /// The order.
    public let purchaseOrderNumber: String?
    /// The line of the order; a number or text.
    public let purchaseOrderLineNumber: JSONValue
    /// The product.
    public let productCode: String?
    /// The receipt.
    public let receiptNumber: String?
    /// The line of the receipt; a number or text.
    public let receiptLineNumber: JSONValue
    /// How much of it.
    public let quantity: Amount?
    /// The price of one unit.
    public let unitPrice: Amount?
    /// The unit.
    public let unitOfMeasure: String?
    /// The net amount.
    public let netAmount: Amount?
    /// From 0 to 1.
    public let confidenceScore: Amount?
    /// Why, for a clerk.
    public let reason: String?

    init(_ json: JSONValue) {
        invoiceLineNumber = json["invoice_line_number"] ?? .null
        purchaseOrderNumber = json["purchase_order_number"]?.string
        purchaseOrderLineNumber = json["purchase_order_line_number"] ?? .null
        productCode = json["product_code"]?.string
        receiptNumber = json["receipt_number"]?.string
        receiptLineNumber = json["receipt_line_number"] ?? .null
        quantity = json["quantity"]?.number?.amount
        unitPrice = json["unit_price"]?.number?.amount
        unitOfMeasure = json["unit_of_measure"]?.string
        netAmount = json["net_amount"]?.number?.amount
        confidenceScore = json["confidence_score"]?.number?.amount
        reason = json["reason"]?.string
    }
}

/// The mail that an invoice came with.
public struct InvoiceEmail: Sendable, Hashable {
    /// Its token.
    public let token: String?
    /// The header `From` as it was sent.
    public let from: String?
    /// The header `To` as it was sent.
    public let to: String?
    /// The header `Reply-To`.
    public let replyTo: String?
    /// Its subject.
    public let subject: String?
    /// Its text.
    public let body: String?
    /// When it arrived.
    public let received: Instant?

    init?(_ json: JSONValue) {
        guard json.object != nil else { return nil }
        token = json["email_token"]?.string
        from = json["eml_from"]?.string
        to = json["eml_to"]?.string
        replyTo = json["eml_replyto"]?.string
        subject = json["eml_subject"]?.string
        body = json["eml_body"]?.string
        received = json["eml_received"]?.string.flatMap { Instant($0) }
    }
}
