import Logging
import NuntiqModel
import NuntiqTesting
import Synchronization

@testable import NuntiqServer

/// What was logged, line by line.
final class LogLines: Sendable {
    private let lines = Mutex<[[UInt8]]>([])

    func logger(_ format: LineLogHandler.Format) -> Logger {
        Logger(label: "test") { _ in
            LineLogHandler(format: format, level: .info, now: { TestClock().now }) { line in
                self.lines.withLock { $0.append(line) }
            }
        }
    }

    var texts: [String] { lines.withLock { $0 }.map { String(decoding: $0, as: UTF8.self) } }
    var all: [JSONValue] { texts.compactMap { try? JSONValue.parse($0) } }
}
