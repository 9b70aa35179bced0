import ArgumentParser
import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqStore

/// `nuntiq connector schedule`.
struct ConnectorScheduleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schedule",
        abstract: "Say when an instance runs, and show its next times.",
        discussion: """
            Five fields: minute, hour, day of month, month, day of week; names, lists, ranges and steps.
            Without a schedule the present one is shown.

            Example: nuntiq connector schedule acme erp-finance "*/15 8-18 * * mon-fri" --timezone Europe/Amsterdam
            Example: nuntiq connector schedule acme erp-finance --off
            """
    )
    @Argument(help: "Subdomain, customer number or id of the tenant.") var tenant: String
    @Argument(help: "Name or id of the instance.") var instance: String
    @Argument(help: "When it runs, such as \"0 6 * * *\", or @hourly.") var schedule: String?
    @Option(help: ArgumentHelp("Zone by whose clocks it goes.", valueName: "zone")) var timezone: String?
    @Flag(help: "It runs only when somebody says so.") var off = false
    @OptionGroup var installation: InstallationOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let wanted = try schedule.map(CronSchedule.init)
        let (instance, times) = try await installation.withAccounts { accounts in
            let tenant = try await accounts.tenants.find(tenant).id
            var found = try await accounts.connectors.find(self.instance, in: tenant)
            if wanted != nil || timezone != nil || off {
                found = try await accounts.connectors.change(found.id, in: tenant, by: .console) {
                    [off, timezone] setup in
                    setup.schedule = off ? nil : wanted ?? setup.schedule
                    setup.timeZone = timezone ?? setup.timeZone
                }
            }
            let now = accounts.installation.environment.now(nil)
            return (found, try found.setup.schedule?.next(3, after: now, in: found.setup.timeZone) ?? [])
        }
        var json = instance.json(latest: nil).object ?? [:]
        json["next_times"] = .array(times.map(\.json))
        output.report(.object(json)) {
            (["\(instance.name): \(instance.scheduleWords)"] + times.map { "  \(timeText($0))" })
                .joined(separator: "\n")
        }
    }
}
