import Glibc

/// Colours, where a person looks at a terminal that has them.
struct Paint: Sendable {
    let isOn: Bool

    /// For standard output.
    static let onOutput = Paint(isOn: isColourful(STDOUT_FILENO))
    /// For standard error.
    static let onErrors = Paint(isOn: isColourful(STDERR_FILENO))

    func bold(_ text: String) -> String { coloured(text, "1") }
    func dim(_ text: String) -> String { coloured(text, "2") }
    func good(_ text: String) -> String { coloured(text, "32") }
    func bad(_ text: String) -> String { coloured(text, "1;31") }
    func careful(_ text: String) -> String { coloured(text, "33") }

    private func coloured(_ text: String, _ code: String) -> String {
        isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }

    /// - Source: no-color.org: any value of `NO_COLOR` but the empty one turns colours off.
    private static func isColourful(_ stream: Int32) -> Bool {
        isatty(stream) == 1 && variable("NO_COLOR").isEmpty && variable("TERM") != "dumb"
    }

    private static func variable(_ name: String) -> String {
        getenv(name).map { String(cString: $0) } ?? ""
    }
}
