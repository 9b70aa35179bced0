import ArgumentParser
import NuntiqModel
import NuntiqServer
import NuntiqStore

/// `nuntiq migrate`.
struct Migrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Bring the database's schema up to date, or show how it stands.",
        discussion: "Example: nuntiq migrate --status"
    )
    @Flag(help: "Only show which migrations were applied when.") var status = false
    @OptionGroup var installation: InstallationOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let database = try await Installation.openDatabase(installation.settings(), offset: ClockOffset())
        do {
            try await work(on: Migrator(database: database))
            await database.close()
        } catch {
            await database.close()
            throw error
        }
    }

    private func work(on migrator: Migrator) async throws {
        if !status {
            for migration in try await migrator.migrate() {
                output.note("Applied \(migration.number) \(migration.name).")
            }
        }
        let states = try await migrator.status()
        output.report(.array(states.map(\.json))) {
            Table(headings: ["NUMBER", "NAME", "APPLIED"], rows: states.map(\.row), none: "No migrations.").text()
        }
    }
}

extension MigrationStatus {
    fileprivate var json: JSONValue {
        [
            "number": .number(JSONNumber(Int64(migration.number))), "name": .string(migration.name),
            "applied_at": appliedAt.json,
        ]
    }

    fileprivate var row: [String] {
        [String(migration.number), migration.name, timeText(appliedAt)]
    }
}
