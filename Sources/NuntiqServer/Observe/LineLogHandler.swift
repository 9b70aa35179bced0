public import Logging
public import NuntiqModel

/// Writes each log line with one `write(2)`, so that lines of several threads or processes never mix.
public struct LineLogHandler: LogHandler {
    /// How a line looks.
    public enum Format: String, Sendable, CaseIterable {
        /// One JSON object, for machines.
        case json
        /// Time, level, message and `key=value` pairs, for people.
        case human
    }

    /// Where lines go: a file descriptor's one write.
    public typealias Output = @Sendable ([UInt8]) -> Void

    /// What every line of this logger carries.
    public var metadata: Logger.Metadata = [:]
    /// The least level that is written.
    public var logLevel: Logger.Level
    /// Adds what the task knows; `nil` for nothing.
    public var metadataProvider: Logger.MetadataProvider?

    private let format: Format
    private let now: @Sendable () -> Instant
    private let output: Output

    /// Writes lines in `format` to `output`, standard error by default.
    public init(
        format: Format, level: Logger.Level, now: @escaping @Sendable () -> Instant,
        output: @escaping Output = LogOutput.standardError
    ) {
        self.format = format
        self.logLevel = level
        self.now = now
        self.output = output
    }

    /// One key of ``metadata``.
    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    /// Writes the event as one line.
    public func log(event: LogEvent) {
        var fields = metadata
        if let more = event.metadata { fields.merge(more) { $1 } }
        if let error = event.error { fields["error"] = "\(String(reflecting: error))" }
        let pairs = fields.sorted { $0.key < $1.key }
        switch format {
        case .json: output(json(event, pairs))
        case .human: output(human(event, pairs))
        }
    }

    private func json(_ event: LogEvent, _ fields: [(key: String, value: Logger.Metadata.Value)]) -> [UInt8] {
        var object: JSONObject = [
            "time": .string(now().description), "level": .string(event.level.rawValue),
            "message": .string(event.message.description),
        ]
        for (key, value) in fields where object[key] == nil { object[key] = Self.json(value) }
        return JSONValue.object(object).serializedBytes() + [UInt8(ascii: "\n")]
    }

    private static func json(_ value: Logger.Metadata.Value) -> JSONValue {
        switch value {
        case .string(let text): .string(text)
        case .stringConvertible(let number as Int): .number(JSONNumber(Int64(number)))
        case .stringConvertible(let value): .string(value.description)
        case .array(let values): .array(values.map(json))
        case .dictionary(let pairs):
            .object(pairs.sorted { $0.key < $1.key }.reduce(into: JSONObject()) { $0[$1.key] = json($1.value) })
        }
    }

    private func human(_ event: LogEvent, _ fields: [(key: String, value: Logger.Metadata.Value)]) -> [UInt8] {
        var line = "\(now()) \(event.level.rawValue) \(event.message)"
        for (key, value) in fields { line += " \(key)=\(value)" }
        return line.utf8.map { $0 < 0x20 || $0 == 0x7F ? UInt8(ascii: " ") : $0 } + [UInt8(ascii: "\n")]
    }
}
