import ArgumentParser

/// `nuntiq user`.
struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user",
        abstract: "Make, list, invite and deactivate the people who sign in to a portal.",
        discussion: "Example: nuntiq user create acme anna@acme.example --role admin",
        subcommands: [UserCreate.self, UserList.self, UserLink.self, UserDeactivate.self]
    )
}
