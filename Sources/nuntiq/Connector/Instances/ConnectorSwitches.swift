import ArgumentParser
import NuntiqCore
import NuntiqModel

/// Which instance a command is about.
struct InstanceOptions: ParsableArguments {
    @Argument(help: "Subdomain, customer number or id of the tenant.") var tenant: String
    @Argument(help: "Name or id of the instance.") var instance: String
    @OptionGroup var installation: InstallationOptions
    @OptionGroup var output: OutputOptions

    /// Runs `body` with the use cases, the instance and its tenant.
    func with<Value>(
        _ body: (Connectors, ConnectorInstance, TenantID) async throws -> Value
    ) async throws -> Value {
        try await installation.withAccounts { accounts in
            let tenant = try await accounts.tenants.find(tenant).id
            return try await body(accounts.connectors, accounts.connectors.find(instance, in: tenant), tenant)
        }
    }
}

/// `nuntiq connector start`.
struct ConnectorStart: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "start",
        abstract: "Let the server run an instance now.",
        discussion: "Example: nuntiq connector start acme erp-finance"
    )
    @OptionGroup var options: InstanceOptions

    func run() async throws {
        let run = try await options.with { try await $0.start($1.id, in: $2, by: .console) }
        options.output.report(run.json) { "Queued run \(run.id); nuntiq connector logs --follow shows it." }
    }
}

/// `nuntiq connector stop`.
struct ConnectorStop: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stop",
        abstract: "Stop the run of an instance.",
        discussion: "Example: nuntiq connector stop acme erp-finance"
    )
    @OptionGroup var options: InstanceOptions

    func run() async throws {
        let name = try await options.with { connectors, instance, tenant in
            try await connectors.stop(instance.id, in: tenant, by: .console)
            return instance.name
        }
        options.output.report(["name": .string(name), "stopping": true]) { "Its node stops \(name)." }
    }
}

/// `nuntiq connector enable`.
struct ConnectorEnable: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enable",
        abstract: "Let the schedule of an instance run it.",
        discussion: "Example: nuntiq connector enable acme erp-finance"
    )
    @OptionGroup var options: InstanceOptions

    func run() async throws {
        let instance = try await options.with { try await $0.enable(true, $1.id, in: $2, by: .console) }
        options.output.report(instance.json(latest: nil)) {
            "Enabled \(instance.name). Next run: \(timeText(instance.nextRunAt))."
        }
    }
}

/// `nuntiq connector disable`.
struct ConnectorDisable: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "disable",
        abstract: "Let the schedule of an instance run it no more; a run that lives goes on.",
        discussion: "Example: nuntiq connector disable acme erp-finance"
    )
    @OptionGroup var options: InstanceOptions

    func run() async throws {
        let instance = try await options.with { try await $0.enable(false, $1.id, in: $2, by: .console) }
        options.output.report(instance.json(latest: nil)) { "Disabled \(instance.name)." }
    }
}

/// `nuntiq connector record`.
struct ConnectorRecord: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Record each run of an instance from now on.",
        discussion: """
            What a run asks and is answered is kept with it for 30 days, without secrets; logs --recording brings it.
            Connectors in Python are recorded, others say so in their log.

            Example: nuntiq connector record acme erp-finance
            Example: nuntiq connector record acme erp-finance --off
            """
    )
    @Flag(help: "Record them no more.") var off = false
    @OptionGroup var options: InstanceOptions

    func run() async throws {
        let instance = try await options.with { [off] connectors, instance, tenant in
            try await connectors.change(instance.id, in: tenant, by: .console) { $0.recordsRuns = !off }
        }
        options.output.report(instance.json(latest: nil)) {
            off ? "Runs of \(instance.name) are not recorded." : "Each run of \(instance.name) is recorded."
        }
    }
}

/// `nuntiq connector remove`.
struct ConnectorRemove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Take an instance away; its runs and their logs stay.",
        discussion: "Example: nuntiq connector remove acme erp-finance"
    )
    @OptionGroup var options: InstanceOptions

    func run() async throws {
        let name = try await options.with { connectors, instance, tenant in
            try await connectors.remove(instance.id, in: tenant, by: .console)
            return instance.name
        }
        options.output.report(["name": .string(name), "removed": true]) { "Removed \(name)." }
    }
}
