import ArgumentParser
import NuntiqCore
import NuntiqModel
import NuntiqServer

/// `nuntiq rekey`.
struct RekeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rekey",
        abstract: "Change the master key, also beside working servers.",
        discussion: """
            Callers' keys, sessions and leases stay valid, and running nodes work on; a node started later needs the
            new file. With several nodes stage first, copy the file to each, then run it once. The old key is kept
            beside the new one for backups made until now: move it to where the backups' keys are.

            Example: nuntiq rekey
            Example: nuntiq rekey --stage
            """
    )
    @Flag(help: "Only put a new key into the file, before the one in force.") var stage = false
    @OptionGroup var installation: InstallationOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let (outcome, file) = try await installation.withAccounts { accounts in
            let opened = accounts.installation
            let rekey = Rekey(
                database: opened.database, environment: opened.environment, path: accounts.settings.secretFile)
            return (stage ? try await rekey.stage() : try await rekey.run(), accounts.settings.secretFile)
        }
        output.report(outcome.json(file)) { outcome.text(file) }
    }
}

extension RekeyOutcome {
    fileprivate func json(_ file: String) -> JSONValue {
        [
            "master_key": .string(fingerprint), "previous": .string(previous), "file": .string(file),
            "adopted": .bool(isAdopted), "retired": .array(retired.map(JSONValue.string)),
        ]
    }

    fileprivate func text(_ file: String) -> String {
        let paint = Paint.onOutput
        guard isAdopted else {
            return """
                \(paint.good("Staged")) \(paint.bold(fingerprint)) in \(file), before \(previous), which stays in force.
                Copy the file to every node, then run: nuntiq rekey
                """
        }
        let kept = retired.map { "  \($0)" }.joined(separator: "\n")
        return """
            \(paint.good("Changed")) the master key from \(previous) to \(paint.bold(fingerprint)), in \(file).
            Every node needs this file at its next start. Backups made until now need the old key, kept here:
            \(kept)
            """
    }
}
