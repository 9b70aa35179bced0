/// One line of an invoice.
public struct InvoiceLine: Sendable, Hashable {
    /// Its fields.
    public var fields: [Field]

    /// Makes a line.
    public init(fields: [Field] = []) {
        self.fields = fields
    }

    /// The value of a field.
    public subscript(key: String) -> FieldValue? { fields[key] }
}

extension InvoiceLine: JSONConvertible {
    /// The list of its fields.
    public var json: JSONValue { .array(fields.map(\.json)) }

    /// Reads a list of fields.
    public init(json: JSONValue) throws {
        guard let fields = json.array else { throw JSONMismatch(expected: "a list of fields", found: json) }
        self.init(fields: try fields.map(Field.init))
    }
}

/// A tax of an invoice, for one rate.
public struct InvoiceTax: Sendable, Hashable {
    /// What the tax is called.
    public var taxName: String?
    /// The rate in percent.
    public var taxRate: Amount?
    /// What it is levied on.
    public var taxBaseAmount: Amount?
    /// The tax.
    public var taxAmount: Amount?

    /// Makes a tax.
    public init(
        taxName: String? = nil, taxRate: Amount? = nil, taxBaseAmount: Amount? = nil, taxAmount: Amount? = nil
    ) {
        self.taxName = taxName
        self.taxRate = taxRate
        self.taxBaseAmount = taxBaseAmount
        self.taxAmount = taxAmount
    }
}

extension InvoiceTax: JSONConvertible {
    /// The tax by its names on the wire; what is not known is left out.
    public var json: JSONValue {
        .object(
            JSONObject(present: [
                "tax_name": taxName.map(JSONValue.string), "tax_rate": taxRate?.json,
                "tax_base_amount": taxBaseAmount?.json, "tax_amount": taxAmount?.json,
            ]))
    }

    /// Reads a tax.
    public init(json: JSONValue) throws {
        self.init(
            taxName: json["tax_name"]?.string, taxRate: try json["tax_rate"].map(Amount.init),
            taxBaseAmount: try json["tax_base_amount"].map(Amount.init),
            taxAmount: try json["tax_amount"].map(Amount.init))
    }
}

/// A charge on a whole invoice.
public struct InvoiceCharge: Sendable, Hashable {
    /// What is charged for.
    public var chargeName: String?
    /// The charge, positive.
    public var chargeAmount: Amount?

    /// Makes a charge.
    public init(chargeName: String? = nil, chargeAmount: Amount? = nil) {
        self.chargeName = chargeName
        self.chargeAmount = chargeAmount
    }
}

extension InvoiceCharge: JSONConvertible {
    /// The charge by its names on the wire; what is not known is left out.
    public var json: JSONValue {
        .object(
            JSONObject(present: [
                "charge_name": chargeName.map(JSONValue.string), "charge_amount": chargeAmount?.json,
            ]))
    }

    /// Reads a charge.
    public init(json: JSONValue) throws {
        self.init(
            chargeName: json["charge_name"]?.string, chargeAmount: try json["charge_amount"].map(Amount.init))
    }
}

/// A discount on a whole invoice.
public struct InvoiceDiscount: Sendable, Hashable {
    /// What it is for.
    public var discountName: String?
    /// The rate in percent.
    public var discountRate: Amount?
    /// The discount, positive.
    public var discountAmount: Amount?

    /// Makes a discount.
    public init(discountName: String? = nil, discountRate: Amount? = nil, discountAmount: Amount? = nil) {
        self.discountName = discountName
        self.discountRate = discountRate
        self.discountAmount = discountAmount
    }
}

extension InvoiceDiscount: JSONConvertible {
    /// The discount by its names on the wire; what is not known is left out.
    public var json: JSONValue {
        .object(
            JSONObject(present: [
                "discount_name": discountName.map(JSONValue.string), "discount_rate": discountRate?.json,
                "discount_amount": discountAmount?.json,
            ]))
    }

    /// Reads a discount.
    public init(json: JSONValue) throws {
        self.init(
            discountName: json["discount_name"]?.string, discountRate: try json["discount_rate"].map(Amount.init),
            discountAmount: try json["discount_amount"].map(Amount.init))
    }
}
