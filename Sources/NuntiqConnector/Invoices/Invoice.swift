public import NuntiqModel

/// An invoice as Nuntiq shows it to its holder; read-only.
public struct Invoice: Sendable, Hashable {
    /// The whole answer, with exact decimals.
    public let raw: JSONValue

    /// A positive number, unique in the installation.
    public let id: Int64
    /// The public handle.
    public let token: String
    /// The status group, such as `PendingIntegration`.
    public let status: String
    /// The status number, 10 to 100.
    public let statusCode: Int64
    /// The status for people.
    public let statusLabel: String
    /// For the next write from a screen.
    public let version: Int64
    /// The header, in the template's order.
    public let fields: [InvoiceField]
    /// The lines.
    public let lines: [InvoiceLine]
    /// The addresses.
    public let addresses: [InvoiceAddress]
    /// The tax breakdown.
    public let taxes: [InvoiceTax]
    /// Charges on the whole invoice.
    public let charges: [InvoiceCharge]
    /// Discounts on the whole invoice.
    public let discounts: [InvoiceDiscount]
    /// The files.
    public let attachments: [InvoiceAttachment]
    /// Proposed matches of lines with lines of orders and receipts.
    public let aiMatches: [InvoiceAIMatch]
    /// The mail that it came with; `nil` when it came otherwise.
    public let email: InvoiceEmail?

    init?(_ json: JSONValue) {
        guard let invoice = json["invoice"], let id = invoice["id"]?.number?.int,
            let token = invoice["invoice_token"]?.string, let code = invoice["status"]?.number?.int
        else { return nil }
        raw = json
        self.id = id
        self.token = token
        statusCode = code
        status = invoice["status_info"]?["group"]?.string ?? ""
        statusLabel = invoice["status_info"]?["label"]?.string ?? ""
        version = json["version"]?.number?.int ?? 0
        fields = InvoiceField.list(in: invoice)
        lines = (json["lines"]?.array ?? []).map(InvoiceLine.init)
        addresses = (json["addresses"]?.array ?? []).map(InvoiceAddress.init)
        taxes = (json["taxes"]?.array ?? []).map(InvoiceTax.init)
        charges = (json["charges"]?.array ?? []).map(InvoiceCharge.init)
        discounts = (json["discounts"]?.array ?? []).map(InvoiceDiscount.init)
        attachments = (json["attachments"]?.array ?? []).compactMap(InvoiceAttachment.init)
        aiMatches = (json["matchAI"]?.array ?? []).map(InvoiceAIMatch.init)
        email = json["email"].flatMap(InvoiceEmail.init)
    }

    /// The value of a header field, such as `grossAmount`; `nil` when it is not there.
    public func value(_ key: String) -> JSONValue? { fields.first { $0.key == key }?.value }

    /// The text of a header field.
    public func text(_ key: String) -> String? { value(key)?.string }

    /// The exact number in a header field.
    public func amount(_ key: String) -> Amount? { value(key)?.number?.amount }

    /// The address of a type, such as `vendor`.
    public func address(_ type: String) -> InvoiceAddress? { addresses.first { $0.type == type } }

    /// The rows of a part of the answer, such as `taxes`, as they stand there.
    public func rows(_ part: String) -> [JSONObject] { raw[part]?.array?.compactMap(\.object) ?? [] }
}

/// One captured value with the label of its template.
public struct InvoiceField: Sendable, Hashable {
    /// In camel case, such as `invoiceNumber`.
    public let key: String
    /// For people.
    public let label: String
    /// Text, number or truth.
    public let value: JSONValue

    static func list(in json: JSONValue) -> [InvoiceField] {
        (json["fields"]?.array ?? []).compactMap { field in
            field["key"]?.string.map {
                InvoiceField(key: $0, label: field["label"]?.string ?? $0, value: field["value"] ?? .null)
            }
        }
    }
}

/// A line of an invoice.
public struct InvoiceLine: Sendable, Hashable {
    /// Its number as the document says it; may be text.
    public let number: JSONValue
    /// Its values, in the template's order.
    public let fields: [InvoiceField]

    init(_ json: JSONValue) {
        number = json["invoice_line_number"] ?? .null
        fields = InvoiceField.list(in: json)
    }

    /// The value of a field, such as `quantity`.
    public func value(_ key: String) -> JSONValue? { fields.first { $0.key == key }?.value }

    /// The text of a field.
    public func text(_ key: String) -> String? { value(key)?.string }

    /// The exact number in a field.
    public func amount(_ key: String) -> Amount? { value(key)?.number?.amount }
}

/// An address of an invoice; what is not known is empty.
public struct InvoiceAddress: Sendable, Hashable {
    /// `vendor`, `remit_to`, `ship_to` or `bill_to`.
    public let type: String
    /// Who is there.
    public let name: String
    /// Street and number.
    public let street: String
    /// The town.
    public let city: String
    /// The part of the country.
    public let state: String
    /// The postal code.
    public let postalCode: String
    /// ISO 3166-1, two letters, where it was understood.
    public let country: String

    init(_ json: JSONValue) {
        type = json["address_type"]?.string ?? ""
        name = json["address_name"]?.string ?? ""
        street = json["street"]?.string ?? ""
        city = json["city"]?.string ?? ""
        state = json["state"]?.string ?? ""
        postalCode = json["postal_code"]?.string ?? ""
        country = json["country"]?.string ?? ""
    }
}

/// A file of an invoice; ``InvoiceLoad/save(_:as:)`` fetches it.
public struct InvoiceAttachment: Sendable, Hashable {
    /// Its handle.
    public let token: String
    /// As its sender named it: never a path to write to.
    public let fileName: String
    /// Its media type.
    public let contentType: String
    /// `INVOICE_IMAGE`, `EMAIL_ATTACHMENT` or `EMAIL`.
    public let type: String
    /// The file it was made from.
    public let parentToken: String?

    init?(_ json: JSONValue) {
        guard let token = json["attachment_token"]?.string else { return nil }
        self.token = token
        fileName = json["file_name"]?.string ?? ""
        contentType = json["content_type"]?.string ?? "application/octet-stream"
        type = json["type"]?.string ?? ""
        parentToken = json["parent_token"]?.string
    }
}
