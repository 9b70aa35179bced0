import ArgumentParser
import NuntiqCore
import NuntiqModel
import NuntiqServer

/// `nuntiq connector add`.
struct ConnectorAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Make an instance of a connector that the server runs.",
        discussion: """
            Its code is in a folder of NUNTIQ_CONNECTORS: the one with the tenant's subdomain or `shared`, or --bundle.
            Secrets never stand in arguments: --secret asks for each, --secrets reads a JSON object.

            Example: nuntiq connector add acme erp-finance --entrypoint push_invoices --schedule "*/5 * * * *" \
            --permissions INTEGRATE_INVOICES,READ_DOCS --secret erp_password
            Example: nuntiq connector add acme suppliers --entrypoint pull_suppliers --schedule "0 6 * * mon-fri" \
            --timezone Europe/Amsterdam --permissions POST_DATA,DELTA_READ,DELTA_WRITE --secrets secrets.json
            """
    )
    @Argument(help: "Subdomain, customer number or id of the tenant.") var tenant: String
    @Argument(help: "Name of the instance.") var name: String
    @Option(help: ArgumentHelp("The connector: a file in connectors/ without .py.", valueName: "key"))
    var entrypoint: String
    @Option(help: ArgumentHelp("Folder in NUNTIQ_CONNECTORS that holds it.", valueName: "name")) var bundle: String?
    @Option(
        help: ArgumentHelp("What its runs may do, names with commas between.", valueName: "permissions"),
        transform: permissionSet)
    var permissions: Set<Permission>
    @Option(help: ArgumentHelp("When it runs: five fields, or @hourly and its like.", valueName: "cron"))
    var schedule: String?
    @Option(help: ArgumentHelp("Zone of the schedule; default: the tenant's.", valueName: "zone"))
    var timezone: String?
    @Option(name: .customLong("settings"), help: ArgumentHelp("JSON object: its config.", valueName: "file"))
    var settings: String?
    @Option(help: ArgumentHelp("JSON object: the job_params of its runs.", valueName: "file")) var params: String?
    @Option(help: ArgumentHelp("JSON object: its secrets; - for standard input.", valueName: "file"))
    var secrets: String?
    @Option(help: ArgumentHelp("Name of a secret to ask for; can be repeated.", valueName: "name"))
    var secret: [String] = []
    @OptionGroup var limits: LimitOptions
    @Flag(help: "Record each of its runs.") var record = false
    @Flag(help: "Its schedule does not run it yet.") var disabled = false
    @OptionGroup var installation: InstallationOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let secrets = try SecretInput(file: secrets, names: secret).read()
        let (config, params) = (try jsonObject(settings), try jsonObject(params))
        let schedule = try schedule.map(CronSchedule.init)
        let instance = try await installation.withAccounts { accounts in
            let tenant = try await accounts.tenants.find(tenant)
            let bundle = try bundle(in: accounts.settings.connectorFolder(), of: tenant)
            let setup = ConnectorSetup(
                bundle: bundle, entrypoint: entrypoint, config: config, jobParams: params, permissions: permissions,
                schedule: schedule, timeZone: timezone ?? tenant.timezone, limits: try limits.limits(),
                recordsRuns: record)
            return try await accounts.connectors.add(
                name, setup, secrets: secrets, isEnabled: !disabled, in: tenant.id, by: .console)
        }
        output.report(instance.json(latest: nil)) {
            "Made \(instance.name): \(instance.scheduleWords). Next run: \(timeText(instance.nextRunAt))."
        }
    }

    /// The named bundle, or the first of the tenant's own that has the connector.
    private func bundle(in folder: ConnectorFolder, of tenant: Tenant) throws -> String {
        if let bundle {
            _ = try folder.program(bundle, entrypoint)
            return bundle
        }
        let own = (try? folder.program(tenant.subdomain, entrypoint)) == nil ? ConnectorFolder.shared : tenant.subdomain
        _ = try folder.program(own, entrypoint)
        return own
    }
}

/// What a run may use up, as options.
struct LimitOptions: ParsableArguments {
    @Option(name: .customLong("time-limit"), help: ArgumentHelp("A run's time: 90s, 30m, 2h.", valueName: "time"))
    var time = "1h"
    @Option(
        name: .customLong("cpu-limit"), help: ArgumentHelp("A process's time of computing.", valueName: "time"))
    var computing = "10m"
    @Option(name: .customLong("memory"), help: ArgumentHelp("Memory of a process, in MB.", valueName: "number"))
    var memory: Int64 = 2_048

    func limits() throws -> ConnectorLimits {
        ConnectorLimits(
            seconds: try seconds("time-limit", time), cpuSeconds: try seconds("cpu-limit", computing), memoryMB: memory)
    }

    private func seconds(_ name: String, _ text: String) throws -> Int64 {
        let units: [Character: Int64] = ["s": 1, "m": 60, "h": 3_600]
        guard let unit = text.last.flatMap({ units[$0] }), let number = Int64(text.dropLast()), number > 0,
            number < 100_000
        else { throw ValidationError("--\(name) is a number with a unit s, m or h, such as 30m, not \"\(text)\".") }
        return number * unit
    }
}
