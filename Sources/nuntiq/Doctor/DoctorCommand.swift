import ArgumentParser
import NuntiqCore
import NuntiqModel

/// `nuntiq doctor`.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Check every invariant of the installation, and say what to do about what is broken.",
        discussion: """
            Changes nothing, and may run beside a working server. Ends with 1 when something is broken.

            Example: nuntiq doctor
            Example: nuntiq doctor --deep --json
            """
    )
    @Flag(help: "Read every file and compare its hash.") var deep = false
    @OptionGroup var installation: InstallationOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let report = try await installation.withAccounts { accounts in
            try await accounts.doctor.examine(isDeep: deep) { output.note("Checking \($0) …") }
        }
        output.report(report.json) { report.text(Paint.onOutput) }
        if !report.isSound { throw ExitCode.failure }
    }
}

extension DoctorReport {
    fileprivate var json: JSONValue {
        ["ok": .bool(isSound), "checks": .array(findings.map(\.json))]
    }

    fileprivate func text(_ paint: Paint) -> String {
        let verdict = isSound ? paint.good("The installation is sound.") : paint.bad("The installation is broken.")
        return (findings.map { $0.text(paint) } + ["", verdict]).joined(separator: "\n")
    }
}

extension DoctorFinding {
    fileprivate var json: JSONValue {
        [
            "name": .string(name), "ok": .bool(count == 0), "severity": .string(severity.rawValue),
            "statement": .string(statement), "count": .number(JSONNumber(Int64(count))),
            "examples": .array(examples.map(JSONValue.string)), "remedy": .string(remedy),
        ]
    }

    fileprivate func text(_ paint: Paint) -> String {
        guard count > 0 else { return "\(paint.good("✔")) \(statement)" }
        let mark = severity == .fault ? paint.bad("✘") : paint.careful("!")
        let rest = count > examples.count ? ["    … \(count) in all"] : []
        return (["\(mark) \(statement)"] + examples.map { "    \($0)" } + rest + ["    \(paint.dim(remedy))"])
            .joined(separator: "\n")
    }
}
