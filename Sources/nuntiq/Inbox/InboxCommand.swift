import ArgumentParser

/// `nuntiq inbox`.
struct InboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inbox",
        abstract: "Add and list the addresses at which a tenant receives invoices.",
        discussion: "Example: nuntiq inbox list acme",
        subcommands: [InboxAdd.self, InboxList.self]
    )
}
