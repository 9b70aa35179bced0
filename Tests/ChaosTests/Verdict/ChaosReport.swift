import Foundation
import NuntiqTesting

/// The line of a run in the table of `make chaos`.
struct ChaosReport: Sendable {
    let what: ChaosCase
    let books: ChaosBooks
    let worstGap: Duration
    let before: ChaosLatency
    let after: ChaosLatency
    let faults: [String]

    /// A row of the table in `docs/chaos.md`.
    var row: String {
        let cells = [
            what.fault.name, what.database.rawValue, "\(what.times)", "\(books.accepted.count)",
            "\(books.leases.count)", "\(books.feed.messages.count)", refusals, "\(worstGap.tenths) s",
            "\(before.submission.milliseconds) → \(after.submission.milliseconds) ms",
            "\(before.claim.milliseconds) → \(after.claim.milliseconds) ms",
            faults.isEmpty ? "holds" : "\(faults.count) faults",
        ]
        return "| " + cells.joined(separator: " | ") + " |"
    }

    private var refusals: String { "\(books.refusals.values.reduce(0, +))" }

    /// Adds the row to the file that `make chaos` reads, if it asked for one.
    func publish() throws {
        guard let path = ProcessInfo.processInfo.environment["NUNTIQ_CHAOS_REPORT"] else { return }
        let handle = open(path, O_WRONLY | O_CREAT | O_APPEND, 0o644)
        defer { close(handle) }
        let line = Array("\(row)\n".utf8)
        guard write(handle, line, line.count) == line.count else { throw ChaosError.systemCall("report: \(errno)") }
    }
}

extension Duration {
    /// Seconds with one digit after the point.
    fileprivate var tenths: String {
        let tenths = milliseconds / 100
        return "\(tenths / 10).\(tenths % 10)"
    }
}
