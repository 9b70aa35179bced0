import ArgumentParser

/// The one executable: `nuntiq COMMAND`.
struct Nuntiq: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "nuntiq",
        abstract: "Self-hosted accounts payable: invoices in from suppliers, out to the ERP.",
        discussion: """
            Settings come from flags, else the environment (NUNTIQ_*), else a file; `nuntiq config` shows them.
            Commands work beside a running server on the same database.

            Example: nuntiq serve --data ./data
            Example: nuntiq tenant create acme --name "Acme Corp"
            """,
        subcommands: [
            Serve.self, WorkerCommand.self, TenantCommand.self, InboxCommand.self, PartnerCommand.self,
            KeyCommand.self, ApiUserCommand.self, UserCommand.self, MasterCommand.self, ConnectorCommand.self,
            InvoiceCommand.self, Migrate.self, Config.self, DoctorCommand.self, MaintenanceCommand.self,
            OperatorCommand.self, BackupCommand.self, RestoreCommand.self, RekeyCommand.self, OpenAPI.self,
            BenchCommand.self,
        ]
    )
}
