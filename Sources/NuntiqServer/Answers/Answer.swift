public import Hummingbird

/// What a handler returns.
public protocol Answer: Sendable {
    /// The response on the wire, without the headers that every answer has.
    func response() throws -> Response
}

extension Response: Answer {
    /// The response itself.
    public func response() -> Response { self }
}
