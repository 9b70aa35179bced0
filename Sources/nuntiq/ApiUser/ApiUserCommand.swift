import ArgumentParser

/// `nuntiq api-user`.
struct ApiUserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "api-user",
        abstract: "Make, list and revoke credentials for the customer API.",
        discussion: "Example: nuntiq api-user list acme",
        subcommands: [ApiUserCreate.self, ApiUserList.self, ApiUserRevoke.self]
    )
}
