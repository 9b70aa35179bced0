/// An error whose text is made for who called: what happened, where, and what to do about it.
///
/// One enum per feature conforms. The cause (a database's words, a path) goes to the log, never in here.
public protocol UserFacingError: Error, CustomStringConvertible {
    /// The stable machine code of the wire: never renamed, never used again for something else.
    var code: String { get }

    /// What happened and where, as one sentence.
    var message: String { get }

    /// What to do about it, as one sentence; empty when nothing can be done.
    var hint: String { get }

    /// The fields at fault, all of them; empty when no field is.
    var details: [FieldFault] { get }
}

extension UserFacingError {
    /// No field is at fault, unless the error says so.
    public var details: [FieldFault] { [] }

    /// The message, for logs and test failures.
    public var description: String { message }
}
