import Foundation
import NuntiqModel

/// A folder with connectors that `nuntiq connector run` can run.
protocol RunnableProject: Sendable {
    /// Makes it ready to run; builds what must be built.
    func prepare() async throws

    /// Throws where it is known before a run that there is no connector of that key.
    func require(_ key: String) throws(ConnectorToolError)

    /// Shows what there is to run.
    func menu() async throws -> Int32

    /// Takes the fixtures in.
    func seed(_ access: ConnectorAccess) async throws

    /// Runs a connector to its end, in a way such as `--dry-run`; its exit status.
    func run(_ key: String, _ access: ConnectorAccess, _ way: [String]) async throws -> Int32

    /// Plays the acceptance suite on a connector; its exit status.
    func test(_ key: String?, _ options: [String]) async throws -> Int32

    /// Runs a connector on a recording; its exit status.
    func replay(_ file: String, asJSON: Bool) async throws -> Int32
}

/// The project in a folder, by its language: one in Swift has a Package.swift.
func connectorProject(in folder: String) throws(ConnectorToolError) -> any RunnableProject {
    if let project = SwiftConnectorProject(folder: folder) { return project }
    return try ConnectorProject(folder: folder)
}

/// Where a connector calls, and as whom.
struct ConnectorAccess: Sendable {
    let apiURL: String
    let apiKey: String
    /// Where it is known better than the settings do.
    let customerNumber: String?

    /// The settings of a project, as a run gets them: by standard input, never by argument or environment.
    func settings(of folder: URL) throws -> JSONValue {
        let file = folder.appending(path: "settings.json")
        var settings: JSONObject = [:]
        if FileManager.default.fileExists(atPath: file.path) {
            guard let object = (try? JSONValue.parse(Array(try Data(contentsOf: file))))?.object else {
                throw ConnectorToolError.settingsInvalid(file.path)
            }
            settings = object
        }
        settings["api_url"] = .string(apiURL)
        settings["api_key"] = .string(apiKey)
        if let customerNumber { settings["customer_number"] = .string(customerNumber) }
        return .object(settings)
    }
}
