import ArgumentParser
import NuntiqCore

/// `nuntiq tenant create`.
struct TenantCreate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Make a tenant with a default inbox and the default template.",
        discussion: """
            Example: nuntiq tenant create acme --name "Acme Corp" --timezone Europe/Amsterdam --country NL
            """
    )
    @Argument(help: "First label of its portal's host name, such as acme.") var subdomain: String
    @Option(help: "Name that people read.") var name: String
    @Option(help: "IANA time zone, such as Europe/Amsterdam.") var timezone = "UTC"
    @Option(help: "Country, ISO 3166-1, such as NL.") var country = "US"
    @OptionGroup var installation: InstallationOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let wanted = NewTenant(subdomain: subdomain, name: name, timezone: timezone, country: country)
        let tenant = try await installation.withAccounts { try await $0.tenants.create(wanted, by: .console) }
        output.report(tenant.json) {
            "Made tenant \(tenant.subdomain), customer number \(tenant.customerNumber)."
        }
    }
}
