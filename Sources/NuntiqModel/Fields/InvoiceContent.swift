/// What an invoice says: header, lines, taxes, charges, discounts, addresses, and what we did not know.
///
/// One document in the invoice's row, `{"v": 1, "header": [[key, value, source, …]], "lines": …}`, exact decimals as
/// received; read whole, by detail and pipeline only.
public struct InvoiceContent: Sendable, Hashable {
    /// The header's fields, in the order of the template as far as known.
    public var header: [Field] = []
    /// The lines in their order.
    public var lines: [InvoiceLine] = []
    /// Taxes by rate.
    public var taxes: [InvoiceTax] = []
    /// Charges on the whole invoice.
    public var charges: [InvoiceCharge] = []
    /// Discounts on the whole invoice.
    public var discounts: [InvoiceDiscount] = []
    /// Addresses of the parties.
    public var addresses: [InvoiceAddress] = []
    /// What was sent and is no field, by the path it was sent at.
    public var unknown = JSONObject()

    /// The version that ``json`` writes.
    public static let version: Int64 = 1

    /// Makes an empty invoice.
    public init() {}
}

extension InvoiceContent: JSONConvertible {
    /// The document; empty parts are left out.
    public var json: JSONValue {
        var object: JSONObject = ["v": .number(JSONNumber(Self.version))]
        func add(_ key: String, _ parts: [some JSONConvertible]) {
            if !parts.isEmpty { object[key] = .array(parts.map(\.json)) }
        }
        add("header", header)
        add("lines", lines)
        add("taxes", taxes)
        add("charges", charges)
        add("discounts", discounts)
        add("addresses", addresses)
        if !unknown.isEmpty { object["unknown"] = .object(unknown) }
        return .object(object)
    }

    /// Reads a document.
    ///
    /// - Throws: ``JSONMismatch``, also for a version that a newer program wrote.
    public init(json: JSONValue) throws {
        guard json["v"]?.number?.int == Self.version else {
            throw JSONMismatch("This content document has another version than \(Self.version).")
        }
        header = try Self.parts("header", json)
        lines = try Self.parts("lines", json)
        taxes = try Self.parts("taxes", json)
        charges = try Self.parts("charges", json)
        discounts = try Self.parts("discounts", json)
        addresses = try Self.parts("addresses", json)
        unknown = json["unknown"]?.object ?? [:]
    }

    private static func parts<Part: JSONConvertible>(_ key: String, _ json: JSONValue) throws -> [Part] {
        try (json[key]?.array ?? []).map { try Part(json: $0) }
    }

    /// Reads the text that stands in a row.
    ///
    /// - Throws: ``JSONError``, ``JSONMismatch``.
    public init(text: String) throws {
        try self.init(json: try JSONValue.parse(text, limits: .trusted))
    }

    /// The text that stands in a row.
    public var text: String { json.serialized() }
}
