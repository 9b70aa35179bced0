import ArgumentParser
import NuntiqModel
import NuntiqServer

/// `nuntiq openapi`.
struct OpenAPI: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "openapi",
        abstract: "Print the OpenAPI 3.1 document of both APIs.",
        discussion: """
            The document is JSON, with or without --json; a running server shows the same at /api/openapi.json.

            Example: nuntiq openapi
            Example: nuntiq openapi --api-url https://api.example.com/api
            """
    )
    @OptionGroup var installation: InstallationOptions
    @OptionGroup var serving: ServingOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let settings = try installation.settings(serving.flags)
        let document = try await OpenAPIDocument.ofThisVersion(at: settings.api)
        output.report(document.json) { document.json.serialized() }
    }
}
