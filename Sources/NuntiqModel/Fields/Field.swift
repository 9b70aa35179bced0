/// A value of an invoice or line, with where it came from.
public struct Field: Sendable, Hashable {
    /// The field's key, such as `invoiceNumber`.
    public let key: String
    /// The value.
    public var value: FieldValue
    /// Who or what said so.
    public var source: FieldSource
    /// How sure, 0 … 1; `nil` where a person or a system said it.
    public var confidence: Double?
    /// The page of the document it was read from, from 1.
    public var page: Int?
    /// Where on the page.
    public var box: FieldBox?

    /// Makes a field.
    public init(
        _ key: String, _ value: FieldValue, source: FieldSource, confidence: Double? = nil, page: Int? = nil,
        box: FieldBox? = nil
    ) {
        self.key = key
        self.value = value
        self.source = source
        self.confidence = confidence
        self.page = page
        self.box = box
    }
}

/// Where a value came from.
public enum FieldSource: String, Sendable, Hashable, CaseIterable, Codable {
    /// The supplier's system sent it.
    case submitted
    /// An e-invoice.
    case xml
    /// The text layer of a PDF.
    case pdfText = "pdf_text"
    /// A scan.
    case ocr
    /// A default of the tenant's template.
    case template
    /// The tenant's suppliers, orders and the like.
    case masterData = "master_data"
    /// Computed.
    case rule
    /// A person typed it.
    case person
}

/// A rectangle on a page, in shares of its width and height from the top left.
public struct FieldBox: Sendable, Hashable {
    /// Left edge.
    public let left: Double
    /// Upper edge.
    public let top: Double
    /// Width.
    public let width: Double
    /// Height.
    public let height: Double

    /// Makes a box.
    public init(left: Double, top: Double, width: Double, height: Double) {
        self.left = left
        self.top = top
        self.width = width
        self.height = height
    }
}

/// What a field holds.
public enum FieldValue: Sendable, Hashable {
    case text(String)
    case amount(Amount)
    case date(CalendarDate)
    case boolean(Bool)
}

extension FieldValue {
    /// The text, when it is one.
    public var text: String? {
        if case .text(let text) = self { return text }
        return nil
    }

    /// The exact decimal, when it is one.
    public var amount: Amount? {
        if case .amount(let amount) = self { return amount }
        return nil
    }

    /// The date, when it is one.
    public var date: CalendarDate? {
        if case .date(let date) = self { return date }
        return nil
    }

    /// The value on the wire: decimals as numbers, dates as strings.
    public var wire: JSONValue {
        switch self {
        case .text(let text): .string(text)
        case .amount(let amount): amount.json
        case .date(let date): date.json
        case .boolean(let value): .bool(value)
        }
    }
}

extension [Field] {
    /// The value of a field.
    public subscript(key: String) -> FieldValue? {
        first { $0.key == key }?.value
    }
}
