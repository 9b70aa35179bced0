/// One field that a tenant captures, with how it is called and what it takes.
public struct TemplateField: Sendable, Hashable, Codable {
    /// Its camelCase name, such as `invoiceNumber`; never shown to people.
    public let key: String
    /// What people call it.
    public var label: String
    /// What it takes.
    public var type: FieldType
    /// Whether an invoice without it needs review.
    public var isMandatory: Bool
    /// What may be chosen, for ``FieldType/choice``.
    public var choices: [String]?

    enum CodingKeys: String, CodingKey {
        case key
        case label
        case type
        case isMandatory = "mandatory"
        case choices
    }

    /// Makes a field.
    public init(
        _ key: String, _ label: String, _ type: FieldType = .text, isMandatory: Bool = false,
        choices: [String]? = nil
    ) {
        self.key = key
        self.label = label
        self.type = type
        self.isMandatory = isMandatory
        self.choices = choices
    }
}

/// What a field takes.
public enum FieldType: String, Sendable, Hashable, CaseIterable, Codable {
    /// Any text.
    case text
    /// An exact decimal without currency: a quantity, rate or percentage.
    case number
    /// An exact decimal in the invoice's currency.
    case amount
    /// A calendar date.
    case date
    /// Yes or no.
    case boolean
    /// One of a list of texts.
    case choice
}
