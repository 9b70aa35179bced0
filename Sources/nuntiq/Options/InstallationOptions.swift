import ArgumentParser
import Foundation
import NuntiqServer

/// Which installation a command works on.
struct InstallationOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Data folder (NUNTIQ_DATA, default ./data).", valueName: "folder")) var data: String?
    @Option(help: ArgumentHelp("Settings file, instead of nuntiq.json in the data folder.", valueName: "file"))
    var config: String?
    @Option(
        name: .customLong("database-url"),
        help: ArgumentHelp("PostgreSQL instead of SQLite (NUNTIQ_DATABASE_URL).", valueName: "url"))
    var databaseURL: String?
    @Option(
        name: .customLong("blob-url"),
        help: ArgumentHelp("Bucket instead of a folder (NUNTIQ_BLOB_URL).", valueName: "url"))
    var blobURL: String?
    @Option(
        name: .customLong("secret-file"),
        help: ArgumentHelp("File of the master key (NUNTIQ_SECRET_FILE).", valueName: "file"))
    var secretFile: String?
    @Option(
        name: .customLong("receiving-domain"),
        help: ArgumentHelp("Ends the addresses of inboxes (NUNTIQ_RECEIVING_DOMAIN).", valueName: "domain"))
    var receivingDomain: String?
    @Option(help: ArgumentHelp("production or development (NUNTIQ_ENV).", valueName: "mode")) var env: String?

    /// The settings in force for this command, with `more` flags of its own; warnings go to standard error.
    func settings(_ more: [SettingName: String] = [:]) throws -> Settings {
        let settings = try Settings(
            SettingsSources(
                flags: flags.merging(more) { $1 }, environment: ProcessInfo.processInfo.environment,
                configFile: config, read: { path in try FileManager.default.contents(ofExisting: path) }))
        for warning in settings.warnings { Output.note("\(Paint.onErrors.careful("warning:")) \(warning)") }
        return settings
    }

    private var flags: [SettingName: String] {
        [
            .data: data, .databaseURL: databaseURL, .blobURL: blobURL, .secretFile: secretFile,
            .receivingDomain: receivingDomain, .mode: env,
        ].compactMapValues(\.self)
    }
}

extension FileManager {
    /// The bytes of a file, `nil` when there is none.
    fileprivate func contents(ofExisting path: String) throws -> [UInt8]? {
        guard fileExists(atPath: path) else { return nil }
        return try Array(Data(contentsOf: URL(fileURLWithPath: path)))
    }
}
