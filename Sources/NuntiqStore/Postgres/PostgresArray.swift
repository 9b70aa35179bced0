extension SQLArray.Element {
    /// PostgreSQL's number of the type of an element.
    fileprivate var postgresType: UInt32 {
        switch self {
        case .int: PostgresType.int8
        case .text: PostgresType.text
        case .bytes: PostgresType.bytea
        }
    }
}

extension SQLArray {
    /// PostgreSQL's number of the type of the whole.
    var postgresType: UInt32 {
        switch element {
        case .int: PostgresType.int8Array
        case .text: PostgresType.textArray
        case .bytes: PostgresType.byteaArray
        }
    }

    /// The binary form: dimensions, whether there are NULLs, the type; count and first index; each element after its
    /// length, which is -1 for NULL.
    ///
    /// - Source: PostgreSQL 15, `array_send` of `src/backend/utils/adt/arrayfuncs.c`.
    var postgresBytes: [UInt8] {
        var bytes: [UInt8] = []
        func append(_ number: Int32) {
            withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
        }
        append(values.isEmpty ? 0 : 1)
        append(values.contains(.null) ? 1 : 0)
        append(Int32(bitPattern: element.postgresType))
        if values.isEmpty { return bytes }
        append(Int32(values.count))
        append(1)
        for value in values {
            let content = value.postgresBytes
            append(content.map { Int32($0.count) } ?? -1)
            bytes.append(contentsOf: content ?? [])
        }
        return bytes
    }
}
