import ArgumentParser
import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqStore

/// `nuntiq restore`.
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put a backup into an empty installation, and check every byte of it.",
        discussion: """
            Put the master key of the backed-up installation in place first: the command names the one it needs. What
            was posted after the backup would be handed out again, so compare with the ERP before connectors run.

            Example: nuntiq restore /backups/nuntiq-2026-05-19.tar --data ./data
            """
    )
    @Argument(help: "The archive of nuntiq backup.") var file: String
    @OptionGroup var installation: InstallationOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let settings = try installation.settings()
        let lock = try settings.lockDataFolder()
        try settings.checkKey(for: try Restore.summary(of: file))
        let summary = try await settings.withBlobs { blobs in
            try await Restore(blobs: blobs).run(from: file, dataFolder: settings.embeddedFolder) { output.note($0) }
        }
        withExtendedLifetime(lock) {}
        let report = try await installation.withAccounts { try await $0.doctor.examine(isDeep: true) }
        output.report(summary.json(of: file)) { summary.text(of: file, "Restored") }
        guard report.isSound else { throw ExitCode.failure }
    }
}
