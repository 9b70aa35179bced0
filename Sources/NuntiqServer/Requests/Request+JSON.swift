public import Hummingbird
public import NuntiqModel

extension Request {
    /// The whole body as JSON, read chunk by chunk; `nil` for an empty one where the route lets it be.
    ///
    /// - Throws: ``/NuntiqModel/JSONError`` with the position of what is wrong, which becomes a 400.
    public func json(limits: JSONLimits = .standard) async throws -> JSONValue? {
        var reader = JSONReader(limits: limits)
        var isEmpty = true
        for try await chunk in body where chunk.readableBytes > 0 {
            isEmpty = false
            try chunk.withUnsafeReadableBytes { bytes in try reader.feed(bytes) }
        }
        return isEmpty ? nil : try reader.finish()
    }

    /// The body as a JSON object; an empty one is `{}`.
    public func jsonObject(limits: JSONLimits = .standard) async throws -> JSONObject {
        guard let value = try await json(limits: limits) else { return [:] }
        guard let object = value.object else { throw RequestError.objectExpected(found: value.kindName) }
        return object
    }
}
