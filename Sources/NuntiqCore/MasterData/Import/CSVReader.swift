/// Cuts comma-separated text (RFC 4180) that comes in pieces into records; `;` and tab separate too.
///
/// The first line decides which: of the three, the one it has most of. Quotes may hold line breaks, and a quote twice.
/// Memory is bounded by the longest record.
public struct CSVReader {
    /// One line, or several where quotes hold line breaks.
    public struct Record: Sendable, Hashable {
        /// The line on which it begins, from 1.
        public let line: Int
        /// Its values.
        public let values: [String]
    }

    /// The longest record, in bytes.
    public static let recordBytesMax = 1 << 20

    private var bytes: [UInt8] = []
    private var line = 1
    private var separator: UInt8?
    private var isFirst = true

    /// Begins a file.
    public init() {}

    /// Takes the next bytes; answers the records that are whole.
    ///
    /// - Throws: ``CSVError``.
    public mutating func feed(_ more: some Sequence<UInt8>) throws(CSVError) -> [Record] {
        bytes.append(contentsOf: more)
        var records: [Record] = []
        var start = 0
        while let end = lineEnd(from: start) {
            if let record = try record(start..<end) { records.append(record) }
            start = end + 1
        }
        bytes.removeSubrange(..<start)
        guard bytes.count <= Self.recordBytesMax else { throw .tooLong(line: line) }
        return records
    }

    /// The last record, where no line break ends it.
    public mutating func finish() throws(CSVError) -> [Record] {
        defer { bytes = [] }
        guard !bytes.isEmpty else { return [] }
        let quotes = bytes.count { $0 == UInt8(ascii: "\"") }
        guard quotes.isMultiple(of: 2) else { throw .quoteOpen(line: line) }
        return try record(bytes.startIndex..<bytes.endIndex).map { [$0] } ?? []
    }

    /// The line break that is in no quotes.
    private func lineEnd(from start: Int) -> Int? {
        var isQuoted = false
        for index in start..<bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: "\n") where !isQuoted: return index
            default: continue
            }
        }
        return nil
    }

    private mutating func record(_ range: Range<Int>) throws(CSVError) -> Record? {
        var part = bytes[range]
        let first = line
        line += 1 + part.count { $0 == UInt8(ascii: "\n") }
        if isFirst, part.starts(with: [0xEF, 0xBB, 0xBF]) { part = part.dropFirst(3) }
        isFirst = false
        if part.last == UInt8(ascii: "\r") { part = part.dropLast() }
        if part.isEmpty { return nil }
        let separator = self.separator ?? Self.separator(of: part)
        self.separator = separator
        return Record(line: first, values: try Self.values(of: part, separator, line: first))
    }

    private static func separator(of line: ArraySlice<UInt8>) -> UInt8 {
        let choices = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        let counts = choices.map { choice in (choice, line.count { $0 == choice }) }
        return counts.max { $0.1 < $1.1 && $1.1 > 0 }?.0 ?? choices[0]
    }

    private static func values(
        of line: ArraySlice<UInt8>, _ separator: UInt8, line number: Int
    ) throws(CSVError) -> [String] {
        var values: [String] = []
        var value: [UInt8] = []
        var (isQuoted, wasQuoted) = (false, false)
        var index = line.startIndex
        func text(_ bytes: [UInt8]) throws(CSVError) -> String {
            guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8(line: number) }
            return text
        }
        while index < line.endIndex {
            let byte = line[index]
            let next = index + 1 < line.endIndex ? line[index + 1] : 0
            if byte == UInt8(ascii: "\""), isQuoted, next == byte {
                value.append(byte)
                index += 1
            } else if byte == UInt8(ascii: "\"") {
                guard isQuoted || !wasQuoted && value.isEmpty else { throw .quoteWithin(line: number) }
                isQuoted.toggle()
                wasQuoted = true
            } else if byte == separator, !isQuoted {
                values.append(try text(value))
                (value, wasQuoted) = ([], false)
            } else {
                guard isQuoted || !wasQuoted else { throw .quoteWithin(line: number) }
                value.append(byte)
            }
            index += 1
        }
        return values + [try text(value)]
    }
}
