import ArgumentParser

/// `nuntiq key`.
struct KeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: "Issue, list and revoke the keys of partner accounts.",
        discussion: "Example: nuntiq key list acme Globex",
        subcommands: [KeyIssue.self, KeyList.self, KeyRevoke.self]
    )
}
