import ArgumentParser
import NuntiqTesting
import Testing

@testable import nuntiq

@Suite
struct HelpTests {
    private static let commands = tree(below: Nuntiq.self)

    @Test(.proves("operations/help-examples"))
    func `every command's help shows an example that names it`() throws {
        #expect(Self.commands.count > 15)
        for (path, command) in Self.commands {
            let help = Nuntiq.helpMessage(for: command, columns: 200)
            #expect(help.contains("Example: "), "\(path)")
            #expect(help.contains("nuntiq \(path)"), "\(path)")
            #expect(!command.configuration.abstract.isEmpty, "\(path)")
        }
    }

    @Test func `every example parses as that command`() throws {
        for (path, command) in Self.commands where command.configuration.subcommands.isEmpty {
            for example in examples(in: command.configuration.discussion) {
                let parsed = try Nuntiq.parseAsRoot(example)
                #expect(type(of: parsed) == command, "\(path): \(example)")
            }
        }
    }

    @Test(.proves("operations/json-everywhere"))
    func `every command that prints data takes --json`() {
        let servers = ["serve", "worker"]
        for (path, command) in Self.commands where command.configuration.subcommands.isEmpty {
            guard !servers.contains(path) else { continue }
            #expect(Nuntiq.helpMessage(for: command, columns: 200).contains("--json"), "\(path)")
        }
    }

    private static func tree(
        below command: any ParsableCommand.Type, path: [String] = []
    ) -> [(path: String, command: any ParsableCommand.Type)] {
        command.configuration.subcommands.flatMap { sub in
            let path = path + [sub.configuration.commandName ?? ""]
            return [(path.joined(separator: " "), sub)] + tree(below: sub, path: path)
        }
    }

    /// The arguments of each example, split as a shell does where there are quotes.
    private func examples(in discussion: String) -> [[String]] {
        discussion.split(separator: "\n").compactMap { line in
            guard let start = line.firstRange(of: "nuntiq ") else { return nil }
            return line[start.upperBound...].matches(of: /"([^"]*)"|(\S+)/).map {
                String($0.1 ?? $0.2 ?? "")
            }
        }
    }
}
