internal import NuntiqModel
internal import NuntiqStore

/// A place in the work list: the invoice that stands there, by what the list is ordered by.
public struct WorkCursor: Sendable, Hashable {
    let order: WorkOrder
    let key: SQLValue
    let tie: SQLValue
}

extension WorkCursor: LosslessStringConvertible {
    /// The place as it stands in the URL.
    public var description: String {
        "\(order.rawValue).\(Self.text(key)).\(Self.text(tie))"
    }

    /// Reads a place; `nil` for anything that no list wrote.
    public init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let order = WorkOrder(rawValue: String(parts[0])),
            let key = Self.value(parts[1]), let tie = Self.value(parts[2]), order.takes(key, tie)
        else { return nil }
        self.init(order: order, key: key, tie: tie)
    }

    private static func text(_ value: SQLValue) -> String {
        switch value {
        case .int(let number): "i\(number)"
        case .text(let text): "t\(text)"
        case .bytes(let bytes): "b\(Token(bytes: bytes)?.description ?? "")"
        case .null, .bool, .array: ""
        }
    }

    private static func value(_ text: Substring) -> SQLValue? {
        switch text.first {
        case "i": Int64(text.dropFirst()).map(SQLValue.int)
        case "t" where text.utf8.count <= 100: .text(String(text.dropFirst()))
        case "b": Token(String(text.dropFirst())).map { .bytes($0.bytes) }
        default: nil
        }
    }
}

extension WorkOrder {
    /// Whether values are of the kind that its columns have.
    fileprivate func takes(_ key: SQLValue, _ tie: SQLValue) -> Bool {
        switch (self, key, tie) {
        case (.toDo, .text, .bytes), (.changed, .int, .bytes), (.arrival, .bytes, .bytes), (.newest, .int, .int),
            (.due, .text, .int), (.dated, .text, .int), (.amount, .text, .int):
            true
        default: false
        }
    }
}
