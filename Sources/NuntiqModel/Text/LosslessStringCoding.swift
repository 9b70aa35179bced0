extension Decoder {
    /// Reads a value that stands on the wire as its own text.
    func losslessString<Value: LosslessStringConvertible>(as type: Value.Type) throws -> Value {
        let container = try singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = Value(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "This is no \(type).")
        }
        return value
    }
}

extension Encoder {
    /// Writes a value as its own text.
    func write(losslessString value: some LosslessStringConvertible) throws {
        var container = singleValueContainer()
        try container.encode(value.description)
    }
}
