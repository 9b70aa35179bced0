import ArgumentParser
import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqStore

/// `nuntiq backup`.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Write rows and files into one archive, beside a working server.",
        discussion: """
            The master key is not in it: keep secret.key elsewhere. With PostgreSQL dump the database first by its own
            tools; the archive then holds the files.

            Example: nuntiq backup /backups/nuntiq-2026-05-19.tar
            """
    )
    @Argument(help: "The archive to write; a file that does not exist yet.") var file: String
    @OptionGroup var installation: InstallationOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let summary = try await installation.withAccounts { accounts in
            let opened = accounts.installation
            let backup = Backup(
                database: opened.database, blobs: opened.blobs, environment: opened.environment,
                secrets: opened.secrets)
            return try await backup.write(to: file, dataFolder: accounts.settings.embeddedFolder) { output.note($0) }
        }
        output.report(summary.json(of: file)) { summary.text(of: file, "Wrote") }
    }
}

extension BackupSummary {
    func json(of file: String) -> JSONValue {
        [
            "file": .string(file), "created_at": createdAt.json, "has_database": .bool(hasDatabase),
            "files": .number(JSONNumber(files)), "master_key": .string(masterKey),
        ]
    }

    func text(of file: String, _ done: String) -> String {
        let rows = hasDatabase ? "The database and" : "No database, but"
        return """
            \(Paint.onOutput.good(done)) \(file) of \(timeText(createdAt)).
            \(rows) \(files) files. It needs the master key \(Paint.onOutput.bold(masterKey)).
            """
    }
}
