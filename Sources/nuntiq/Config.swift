import ArgumentParser
import NuntiqModel
import NuntiqServer

/// `nuntiq config`.
struct Config: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config",
        abstract: "Print the settings in force and where each came from, secrets hidden.",
        discussion: "Example: NUNTIQ_PORT=9000 nuntiq config"
    )
    @OptionGroup var installation: InstallationOptions
    @OptionGroup var serving: ServingOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let settings = try installation.settings(serving.flags)
        output.report(["settings": .array(settings.effective.map(\.json))]) {
            Table(
                headings: ["SETTING", "VALUE", "SOURCE", "ENVIRONMENT"],
                rows: settings.effective.map {
                    [
                        $0.name.rawValue, $0.shownValue.isEmpty ? "-" : $0.shownValue, "\($0.source)",
                        $0.name.environmentName,
                    ]
                },
                none: ""
            ).text()
        }
    }
}

extension EffectiveSetting {
    fileprivate var json: JSONValue {
        [
            "name": .string(name.rawValue), "value": shownValue.isEmpty ? .null : .string(shownValue),
            "source": .string("\(source)"), "environment": .string(name.environmentName),
        ]
    }
}
