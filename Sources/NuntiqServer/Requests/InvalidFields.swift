public import NuntiqModel

/// A request whose values are not what they may be; every fault is listed.
public struct InvalidFields: UserFacingError, Hashable {
    /// The fields at fault, as they were sent.
    public let details: [FieldFault]

    /// Lists the faults; there is at least one.
    public init(_ details: [FieldFault]) {
        self.details = details
    }

    /// The stable machine code.
    public var code: String { "validation_failed" }

    /// The faults in one line.
    public var message: String {
        details.map { $0.field.isEmpty ? $0.message : "\($0.field): \($0.message)" }.joined(separator: " ")
    }

    /// The faults say it all.
    public var hint: String { "" }
}
