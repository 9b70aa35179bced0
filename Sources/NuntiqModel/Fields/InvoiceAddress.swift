/// The address of a party of an invoice.
public struct InvoiceAddress: Sendable, Hashable {
    /// Whose address it is.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case vendor
        case remitTo = "remit_to"
        case shipTo = "ship_to"
        case billTo = "bill_to"
    }

    /// Whose address it is.
    public var addressType: Kind?
    /// The name above the street.
    public var addressName: String?
    /// Street with number.
    public var street: String?
    /// City.
    public var city: String?
    /// State or province.
    public var state: String?
    /// Postal code.
    public var postalCode: String?
    /// Country, ISO 3166-1 alpha-2 where known.
    public var country: String?

    /// Makes an address of which nothing is known.
    public init() {}
}

extension InvoiceAddress: JSONConvertible {
    /// The address by its names on the wire; what is not known is left out.
    public var json: JSONValue {
        .object(
            JSONObject(present: [
                "address_type": (addressType?.rawValue).map(JSONValue.string),
                "address_name": addressName.map(JSONValue.string),
                "street": street.map(JSONValue.string),
                "city": city.map(JSONValue.string),
                "state": state.map(JSONValue.string),
                "postal_code": postalCode.map(JSONValue.string),
                "country": country.map(JSONValue.string),
            ]))
    }

    /// Reads an address.
    public init(json: JSONValue) throws {
        guard let object = json.object else { throw JSONMismatch(expected: "an address", found: json) }
        addressType = object["address_type"]?.string.flatMap(Kind.init)
        addressName = object["address_name"]?.string
        street = object["street"]?.string
        city = object["city"]?.string
        state = object["state"]?.string
        postalCode = object["postal_code"]?.string
        country = object["country"]?.string
    }
}
