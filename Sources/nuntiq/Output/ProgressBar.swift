import Glibc

/// How far a long command is, on a line of a terminal that is written over and over; elsewhere nothing.
///
/// One task uses it.
final class ProgressBar {
    private static let width = 30

    private let isShown: Bool
    private let bytesTotal: Int?
    private var shown = ""

    /// `bytesTotal` is the length of what is read, where that is known.
    init(isShown: Bool, bytesTotal: Int?) {
        self.isShown = isShown && isatty(STDERR_FILENO) == 1
        self.bytesTotal = bytesTotal
    }

    /// Shows how much was read, and how much was done of it.
    func show(bytes: Int, done: String) {
        guard isShown else { return }
        let line = "\(bar(bytes))\(done)"
        guard line != shown else { return }
        let rest = String(repeating: " ", count: max(0, shown.count - line.count))
        shown = line
        write("\r\(line)\(rest)")
    }

    /// Clears the line for what comes after it.
    func clear() {
        guard isShown, !shown.isEmpty else { return }
        write("\r\(String(repeating: " ", count: shown.count))\r")
        shown = ""
    }

    private func bar(_ bytes: Int) -> String {
        guard let bytesTotal, bytesTotal > 0 else { return "" }
        let share = min(1, Double(bytes) / Double(bytesTotal))
        let full = Int(share * Double(Self.width))
        let parts = String(repeating: "█", count: full) + String(repeating: "░", count: Self.width - full)
        return "\(parts) \(Int(share * 100)) %  "
    }

    private func write(_ text: String) {
        let bytes = Array(text.utf8)
        _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
