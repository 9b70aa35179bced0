import NuntiqCore
import NuntiqModel
import Synchronization

/// The lines of a run between its process and the database: bounded, and what was too much is said.
final class RunLog: Sendable {
    private struct State {
        var errors = LineSplitter()
        var output = LineSplitter()
        var lines: [(level: JobLogEntry.Level, text: [UInt8], at: Instant)] = []
        var result: [UInt8]?
        var dropped = 0
        var kept: Int64 = 0
    }

    /// So many lines wait for the database at a time.
    private static let waitingMax = 2_000
    /// Room for the last words is left in the log of a run.
    private static let keptMax = JobLogEntry.entriesOfRunMax - 10
    /// A flood is read at the speed of one pipe's fill in so long.
    private static let floodPause = Duration.milliseconds(10)
    private static let resultBytesMax = 1 << 20
    private static let resultLine = Array("================ result ================".utf8)

    private let state = Mutex(State())
    private let masker: SecretMasker
    private let now: @Sendable () -> Instant

    init(_ masker: SecretMasker, now: @escaping @Sendable () -> Instant) {
        (self.masker, self.now) = (masker, now)
    }

    /// Takes what the connector printed; answers how long it must wait before it is heard again.
    func take(_ piece: PrintedPiece) -> Duration {
        let now = now()
        return state.withLock { state in
            switch piece {
            case .errors(let bytes):
                for line in state.errors.lines(of: bytes) { Self.add(line, now, &state) }
            case .output(let bytes):
                for line in state.output.lines(of: bytes) { Self.takeOutput(line, now, &state) }
            }
            let isFlood = state.lines.count >= Self.waitingMax || state.kept >= Self.keptMax
            return isFlood ? Self.floodPause : .zero
        }
    }

    /// Adds a line of the server's own.
    func say(_ level: JobLogEntry.Level, _ text: String) {
        let now = now()
        state.withLock { $0.lines.append((level, Array(text.utf8), now)) }
    }

    /// The lines that came since the last time, without secrets.
    func waiting() -> [JobLogEntry] {
        let (lines, dropped) = state.withLock { state in
            defer { (state.lines, state.dropped) = ([], 0) }
            return (state.lines, state.dropped)
        }
        var entries = lines.map { entry($0.level, $0.text, $0.at) }
        if dropped > 0 { entries.append(entry(.warn, Array("\(dropped) more lines were not kept.".utf8), now())) }
        return entries
    }

    /// Takes the lines that were begun and not ended, when nothing comes any more.
    func finish() {
        let now = now()
        state.withLock { state in
            if let rest = state.errors.rest() { Self.add(rest, now, &state) }
            if let rest = state.output.rest() { Self.takeOutput(rest, now, &state) }
        }
    }

    /// What the connector answered, without secrets; `nil` where it was no JSON.
    func result() -> JSONValue? {
        guard let bytes = state.withLock({ $0.result }), !bytes.isEmpty, bytes.count <= Self.resultBytesMax else {
            return nil
        }
        return (try? JSONValue.parse(bytes)).map(masker.masked)
    }

    private static func takeOutput(_ line: [UInt8], _ now: Instant, _ state: inout State) {
        if line == resultLine {
            state.result = []
        } else if let result = state.result {
            if result.count <= resultBytesMax { state.result = result + line }
        } else {
            add(line, now, &state)
        }
    }

    private static func add(_ line: [UInt8], _ now: Instant, _ state: inout State) {
        guard !line.isEmpty else { return }
        guard state.lines.count < waitingMax, state.kept < keptMax else {
            state.dropped += 1
            return
        }
        state.kept += 1
        state.lines.append((.info, line, now))
    }

    /// A line as the SDKs write it, `2026-05-16 14:32:11 UTC [WARN] text`, or any other.
    private func entry(_ level: JobLogEntry.Level, _ bytes: [UInt8], _ at: Instant) -> JobLogEntry {
        let text = String(decoding: bytes, as: UTF8.self).replacing("\0", with: "\u{FFFD}")
        guard let said = text.wholeMatch(of: Self.line), let level = JobLogEntry.Level(rawValue: String(said.2)) else {
            return JobLogEntry(level: level, message: masker.masked(text), step: nil, detail: nil, at: at)
        }
        return JobLogEntry(level: level, message: masker.masked(String(said.3)), step: nil, detail: nil, at: at)
    }

    private static var line: Regex<(Substring, Substring, Substring, Substring)> {
        /(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d) UTC \[(DEBUG|INFO|WARN|ERROR)\] (.*)/
    }
}

/// Cuts bytes into lines; one that is too long is cut short and says so.
struct LineSplitter {
    private static let lineBytesMax = JobLogEntry.textCharactersMax - 100
    private static let newline = UInt8(ascii: "\n")
    private var begun: [UInt8] = []
    private var isCut = false

    mutating func lines(of bytes: [UInt8]) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        var parts = bytes.split(separator: Self.newline, omittingEmptySubsequences: false)[...]
        while let part = parts.popFirst() {
            add(part)
            if !parts.isEmpty { lines.append(rest() ?? []) }
        }
        return lines
    }

    /// The line that was begun; `nil` where none was.
    mutating func rest() -> [UInt8]? {
        defer { (begun, isCut) = ([], false) }
        guard !begun.isEmpty else { return nil }
        return isCut ? begun + Array(" … (cut)".utf8) : begun
    }

    private mutating func add(_ part: ArraySlice<UInt8>) {
        let room = Self.lineBytesMax - begun.count
        begun += part.prefix(max(room, 0))
        if part.count > room { isCut = true }
    }
}
