/// Why a file, or a line of it, cannot be read.
public enum CSVError: Error, Sendable, Hashable {
    /// A line is longer than ``CSVReader/recordBytesMax``.
    case tooLong(line: Int)
    /// A quote is not closed before the file ends.
    case quoteOpen(line: Int)
    /// A quote stands within a value that does not begin with one, or something follows the closing one.
    case quoteWithin(line: Int)
    /// The bytes are no UTF-8.
    case notUTF8(line: Int)
    /// A line has more or fewer columns than the first.
    case columns(line: Int, expected: Int, found: Int)
    /// The first line names what is no field, or a field twice.
    case header(String)
    /// There is no line but the first.
    case empty

    /// What is wrong, as a sentence.
    public var message: String {
        switch self {
        case .tooLong(let line): "Line \(line) is longer than \(CSVReader.recordBytesMax >> 20) MiB."
        case .quoteOpen(let line): "A quote on line \(line) is not closed."
        case .quoteWithin(let line):
            "Line \(line) has a quote within a value: put the value in quotes, and a quote in it twice."
        case .notUTF8(let line): "Line \(line) is not UTF-8."
        case .columns(let line, let expected, let found):
            "Line \(line) has \(found) columns, the first line has \(expected)."
        case .header(let name): "The first line names \"\(name)\", which is no field or stands there twice."
        case .empty: "The file has no rows."
        }
    }
}
