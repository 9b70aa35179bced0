import CPQ

/// The arguments of a statement as libpq takes them: all in binary form, one buffer.
struct PostgresParameters {
    private var bytes: [UInt8] = []
    private var starts: [Int?] = []
    private var lengths: [Int32] = []
    private let types: [UInt32]

    init(_ arguments: [SQLValue]) {
        types = arguments.map(\.postgresType)
        for argument in arguments {
            let content = argument.postgresBytes
            starts.append(content.map { _ in bytes.count })
            lengths.append(Int32(content?.count ?? 0))
            bytes.append(contentsOf: content ?? [])
        }
        bytes.append(0)  // so that an empty value at the end has an address inside the buffer
    }

    /// Sends the execution of a prepared statement.
    func sendPrepared(_ name: String, on connection: OpaquePointer) -> Bool {
        withPointers { values, formats in
            PQsendQueryPrepared(connection, name, Int32(starts.count), values, lengths, formats, 1) == 1
        }
    }

    /// Sends a text that is not worth preparing.
    func sendQuery(_ sql: String, on connection: OpaquePointer) -> Bool {
        withPointers { values, formats in
            PQsendQueryParams(connection, sql, Int32(starts.count), types, values, lengths, formats, 1) == 1
        }
    }

    private func withPointers(_ send: ([UnsafePointer<CChar>?], [Int32]) -> Bool) -> Bool {
        bytes.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress?.assumingMemoryBound(to: CChar.self) else { return false }
            return send(starts.map { start in start.map { base + $0 } }, Array(repeating: 1, count: starts.count))
        }
    }
}
