public import NuntiqModel

/// A template as a tenant has it: the fields it captures, in one of its versions.
public struct StoredTemplate: Sendable, Hashable {
    /// Its number.
    public let id: Int64
    /// Its version, from 1; an invoice keeps the version it was read with.
    public let version: Int64
    /// The name that people read.
    public let name: String
    /// The header and line fields.
    public let fields: FieldTemplate
}
