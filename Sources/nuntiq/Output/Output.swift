import ArgumentParser
import Glibc
import NuntiqModel

/// Whether a command prints for people or for programs.
struct OutputOptions: ParsableArguments {
    @Flag(name: .customLong("json"), help: "Print JSON, errors too.") var asJSON = false

    /// Prints one of the two to standard output.
    func report(_ json: JSONValue, _ text: () -> String) {
        Output.say(asJSON ? json.serialized() : text())
    }

    /// Prints a note for people to standard error; programs do not see it.
    func note(_ text: String) {
        if !asJSON { Output.note(text) }
    }
}

/// The two streams of a process.
enum Output {
    /// What was asked for: standard output.
    static func say(_ text: String) {
        write(text, to: STDOUT_FILENO)
    }

    /// Progress, notes, warnings: standard error.
    static func note(_ text: String) {
        write(text, to: STDERR_FILENO)
    }

    /// What went wrong: standard error.
    static func fail(_ text: String) {
        write(text, to: STDERR_FILENO)
    }

    /// Writes a line; whoever closed the other end does not want the rest.
    private static func write(_ text: String, to stream: Int32) {
        var rest = Array((text + "\n").utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(stream, $0.baseAddress, $0.count) }
            guard count > 0 || errno == EINTR else { return }
            rest = rest.dropFirst(max(0, count))
        }
    }
}
