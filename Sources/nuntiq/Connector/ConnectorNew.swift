import ArgumentParser
import Foundation
import NuntiqModel

/// `nuntiq connector new`.
struct ConnectorNew: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Make a project with a connector that runs, the SDK, samples, fixtures and a test.",
        discussion: """
            Example: nuntiq connector new my-erp --template push
            Example: nuntiq connector new orders --lang python --template pull
            Example: nuntiq connector new my-erp --lang swift --nuntiq ../nuntiq

            A project in Swift depends on the package of Nuntiq at the place that is given.
            """
    )
    @Argument(help: "Name of the project; its folder is made here.") var name: String
    @Option(name: .customLong("lang"), help: "Its language: python or swift.") var language = ConnectorLanguage.python
    @Option(help: "What it does: push, pull, poll or export.") var template = ConnectorTemplate.push
    @Option(help: ArgumentHelp("For Swift: Nuntiq's package, a folder or an address of git.", valueName: "place"))
    var nuntiq: String?
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let scaffold = try ConnectorScaffold(name: name, template: template, language: language, nuntiq: nuntiq)
        let folder = try scaffold.write(below: FileManager.default.currentDirectoryPath)
        output.report(["folder": .string(folder), "entrypoint": .string(scaffold.entrypoint)]) {
            """
            Made \(folder). Next:

              cd \(name)
              nuntiq connector run \(scaffold.entrypoint)

            It runs on a Nuntiq made for the run from the files in fixtures/.
            """
        }
    }
}

/// The languages in which a project can begin.
enum ConnectorLanguage: String, CaseIterable, ExpressibleByArgument {
    case python
    case swift
}

/// What a new connector does at first.
enum ConnectorTemplate: String, CaseIterable, ExpressibleByArgument {
    case push
    case pull
    case poll
    case export

    /// The sample that it is a copy of.
    var sample: String {
        switch self {
        case .push: "05_push_invoices"
        case .pull: "02_pull_suppliers"
        case .poll: "04_poll_lifecycle_messages"
        case .export: "06_export_invoices_csv"
        }
    }
}
