import CPQ

/// PostgreSQL's numbers of the types we send and read.
enum PostgresType {
    static let bool: UInt32 = 16
    static let bytea: UInt32 = 17
    static let name: UInt32 = 19
    static let int8: UInt32 = 20
    static let int2: UInt32 = 21
    static let int4: UInt32 = 23
    static let text: UInt32 = 25
    static let unknown: UInt32 = 705
    static let varchar: UInt32 = 1043
    static let void: UInt32 = 2278
    static let byteaArray: UInt32 = 1001
    static let textArray: UInt32 = 1009
    static let int8Array: UInt32 = 1016
    static let numeric: UInt32 = 1700
}

extension SQLValue {
    /// The type an argument is declared with; 0 lets the server infer it, as it must for NULL.
    var postgresType: UInt32 {
        switch self {
        case .null: 0
        case .int: PostgresType.int8
        case .text: PostgresType.text
        case .bytes: PostgresType.bytea
        case .bool: PostgresType.bool
        case .array(let array): array.postgresType
        }
    }

    /// The argument in binary form; `nil` is NULL.
    var postgresBytes: [UInt8]? {
        switch self {
        case .null: nil
        case .int(let number): withUnsafeBytes(of: number.bigEndian) { Array($0) }
        case .text(let text): Array(text.utf8)
        case .bytes(let bytes): bytes
        case .bool(let truth): [truth ? 1 : 0]
        case .array(let array): array.postgresBytes
        }
    }

    /// Reads a column in binary form.
    static func fromPostgres(_ bytes: UnsafeRawBufferPointer, type: UInt32, column: Int) throws -> SQLValue {
        switch type {
        case PostgresType.int8, PostgresType.int4, PostgresType.int2: .int(signedNumber(bytes))
        case PostgresType.text, PostgresType.varchar, PostgresType.name, PostgresType.unknown:
            .text(String(decoding: bytes, as: UTF8.self))
        case PostgresType.bytea: .bytes(Array(bytes))
        case PostgresType.bool: .bool(bytes.first == 1)
        case PostgresType.numeric: .int(try wholeNumber(bytes, column: column))
        case PostgresType.void: .null
        default: throw StoreError.unexpectedColumn(column)
        }
    }

    private static func signedNumber(_ bytes: UnsafeRawBufferPointer) -> Int64 {
        let start: Int64 = bytes.first.map { $0 >= 0x80 ? -1 : 0 } ?? 0
        return bytes.reduce(start) { $0 << 8 | Int64($1) }
    }

    /// A sum over integers comes as `numeric`: digits in base 10 000, most significant first.
    private static func wholeNumber(_ bytes: UnsafeRawBufferPointer, column: Int) throws -> Int64 {
        let words = stride(from: 0, to: bytes.count - 1, by: 2).map { Int64(bytes[$0]) << 8 | Int64(bytes[$0 + 1]) }
        guard words.count >= 4, words[3] == 0, words[2] == 0 || words[2] == 0x4000 else {
            throw StoreError.unexpectedColumn(column)
        }
        let digits = words[4...] + Array(repeating: 0, count: max(0, Int(words[1]) + 1 - (words.count - 4)))
        let isNegative = words[2] == 0x4000
        return try digits.reduce(0) { sum, digit in
            let (product, overflow) = sum.multipliedReportingOverflow(by: 10_000)
            let (next, carry) = product.addingReportingOverflow(isNegative ? -digit : digit)
            guard !overflow, !carry else { throw StoreError.unexpectedColumn(column) }
            return next
        }
    }
}
