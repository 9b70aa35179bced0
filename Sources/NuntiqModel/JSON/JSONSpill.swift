/// Takes strings at chosen paths while they stream, so that a large one is never whole in memory.
///
/// ``JSONReader`` calls `begin`, then `take` any number of times with decoded UTF-8 (escapes resolved, characters
/// perhaps cut between two calls), then `end`. A throw ends the reading.
public protocol JSONSpill: AnyObject {
    /// A string at a chosen path begins.
    func begin(at path: JSONPath) throws
    /// More of the string.
    func take(_ bytes: UnsafeRawBufferPointer) throws
    /// The string is over.
    ///
    /// - Returns: what stands in the tree in its place; equal content gives equal stand-ins.
    func end() throws -> JSONValue
}
