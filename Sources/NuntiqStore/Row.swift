public import NuntiqModel

/// One row of a result: values by position, in the order of the SELECT list.
///
/// A column of another type than asked for is a defect of the statement, not of data: it throws
/// ``StoreError/unexpectedColumn(_:)``.
public struct Row: Sendable {
    /// The values in the order of the SELECT list.
    public let values: [SQLValue]

    /// Wraps the values of a result row.
    public init(values: [SQLValue]) {
        self.values = values
    }

    /// Whether the column is NULL.
    public func isNull(_ index: Int) -> Bool {
        values[index] == .null
    }

    /// A 64-bit integer.
    public func int(_ index: Int) throws -> Int64 {
        if case .int(let value) = values[index] { return value }
        throw StoreError.unexpectedColumn(index)
    }

    /// A text.
    public func text(_ index: Int) throws -> String {
        if case .text(let value) = values[index] { return value }
        throw StoreError.unexpectedColumn(index)
    }

    /// Bytes.
    public func bytes(_ index: Int) throws -> [UInt8] {
        if case .bytes(let value) = values[index] { return value }
        throw StoreError.unexpectedColumn(index)
    }

    /// A truth value; SQLite keeps it as 0 or 1.
    public func bool(_ index: Int) throws -> Bool {
        switch values[index] {
        case .bool(let value): return value
        case .int(let value): return value != 0
        case .null, .text, .bytes, .array: throw StoreError.unexpectedColumn(index)
        }
    }

    /// An instant, kept as microseconds.
    public func instant(_ index: Int) throws -> Instant {
        Instant(microseconds: try int(index))
    }

    /// A tenant's number.
    public func tenant(_ index: Int) throws -> TenantID {
        TenantID(rawValue: try int(index))
    }

    /// A token, kept as its 16 bytes.
    public func token(_ index: Int) throws -> Token {
        guard let token = Token(bytes: try bytes(index)) else { throw StoreError.unexpectedColumn(index) }
        return token
    }

    /// `nil` when the column is NULL, else what `read` makes of it.
    public func optional<Value>(_ index: Int, _ read: (Int) throws -> Value) rethrows -> Value? {
        isNull(index) ? nil : try read(index)
    }
}

extension Instant: SQLConvertible {
    /// Microseconds since 1970-01-01T00:00:00Z.
    public var sqlValue: SQLValue { .int(microseconds) }
}

extension TenantID: SQLConvertible {
    /// The number.
    public var sqlValue: SQLValue { .int(rawValue) }
}

extension Token: SQLConvertible {
    /// The 16 bytes.
    public var sqlValue: SQLValue { .bytes(bytes) }
}

extension String: SQLConvertible {
    /// The text.
    public var sqlValue: SQLValue { .text(self) }
}

extension Int64: SQLConvertible {
    /// The number.
    public var sqlValue: SQLValue { .int(self) }
}

extension Int: SQLConvertible {
    /// The number.
    public var sqlValue: SQLValue { .int(Int64(self)) }
}

extension Bool: SQLConvertible {
    /// The truth value.
    public var sqlValue: SQLValue { .bool(self) }
}

extension [UInt8]: SQLConvertible {
    /// The bytes.
    public var sqlValue: SQLValue { .bytes(self) }
}
