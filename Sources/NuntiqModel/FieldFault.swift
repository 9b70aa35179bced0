/// One field that is at fault, named as it was sent.
public struct FieldFault: Sendable, Hashable {
    /// The path as it was sent, such as `invoice.lines[2].quantity`.
    public let field: String
    /// What is wrong with it and what is allowed, as one sentence.
    public let message: String

    /// Makes a fault.
    public init(field: String, message: String) {
        self.field = field
        self.message = message
    }
}
