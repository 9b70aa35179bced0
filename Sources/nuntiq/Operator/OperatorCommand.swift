import ArgumentParser

/// `nuntiq operator`.
struct OperatorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "operator",
        abstract: "Make the people who run the installation; they sign in at its own address, /admin.",
        discussion: "Example: nuntiq operator create otto@example.com",
        subcommands: [OperatorCreate.self]
    )
}
