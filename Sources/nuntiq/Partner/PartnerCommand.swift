import ArgumentParser

/// `nuntiq partner`.
struct PartnerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "partner",
        abstract: "Make, invite, list and deactivate partner accounts, the supplier systems that push invoices.",
        discussion: "Example: nuntiq partner list acme",
        subcommands: [PartnerCreate.self, PartnerInvite.self, PartnerList.self, PartnerDeactivate.self]
    )
}
