import Foundation

/// The files of a new project in Swift: a package with one connector, its settings, fixtures and a test.
struct SwiftProjectFiles {
    /// The name of the package and of its executable.
    let name: String
    /// The key of its connector.
    let entrypoint: String
    let template: ConnectorTemplate
    /// Where the package of Nuntiq is: a folder, or an address of git.
    let nuntiq: String

    var all: [String: String] {
        let shared = ConnectorFiles.all
        var files = shared.filter { $0.key.hasPrefix("fixtures/") }
        for (path, text) in files { files["fixtures/_seed/" + path.dropFirst("fixtures/".count)] = text }
        files["Package.swift"] = manifest
        files["Sources/Program.swift"] = program
        for name in template.swiftSources { files["Sources/\(name).swift"] = SwiftConnectorFiles.all["\(name).swift"] }
        files["Tests/ConnectorTests.swift"] = test
        files["settings.json"] = shared["settings.example.json"]
        files["settings.example.json"] = shared["settings.example.json"]
        files[".gitignore"] = "settings.json\ntemp_work/\n.build/\n"
        files["sample_data/suppliers.csv"] = template == .pull ? shared["connectors/sample_data/suppliers.csv"] : nil
        files["fake_erp.py"] = template == .push ? shared["fake_erp.py"] : nil
        return files
    }

    private var manifest: String {
        """
        // swift-tools-version: 6.0
        import PackageDescription

        let package = Package(
            name: "\(name)",
            dependencies: [
                \(dependency)
            ],
            targets: [
                .executableTarget(
                    name: "\(name)",
                    dependencies: [.product(name: "NuntiqConnector", package: "\(identity)")],
                    path: "Sources"
                ),
                .testTarget(name: "\(name)-tests", dependencies: ["\(name)"], path: "Tests"),
            ]
        )

        """
    }

    private var isAddress: Bool { nuntiq.contains("://") || nuntiq.hasPrefix("git@") }

    private var dependency: String {
        guard !isAddress else { return ".package(url: \"\(nuntiq)\", branch: \"main\")" }
        return ".package(path: \"\(URL(fileURLWithPath: nuntiq).standardizedFileURL.path)\")"
    }

    /// What SwiftPM calls the package: the last part of its place.
    private var identity: String {
        let place = isAddress ? nuntiq : URL(fileURLWithPath: nuntiq).standardizedFileURL.path
        let last = place.split(separator: "/").last.map(String.init) ?? place
        return last.hasSuffix(".git") ? String(last.dropLast(4)) : last
    }

    private var program: String {
        """
        import NuntiqConnector

        /// The connectors by their keys.
        @main
        struct Program: ConnectorProgram {
            static let connectors: [String: any Connector.Type] = ["\(entrypoint)": \(template.swiftConnector).self]
        }

        """
    }

    private var test: String {
        """
        import NuntiqConnector
        import Testing

        @testable import \(name.replacing("-", with: "_"))

        struct ConnectorTests {
            @Test func `the connector is listed and says what it does`() {
                #expect(Program.connectors["\(entrypoint)"]?.summary.isEmpty == false)
            }
        }

        """
    }
}

extension ConnectorTemplate {
    /// The type that a new project begins with.
    var swiftConnector: String {
        switch self {
        case .push: "PushInvoices"
        case .pull: "PullSuppliers"
        case .poll: "PollMessages"
        case .export: "ExportInvoices"
        }
    }

    /// The files of `samples/swift` that it needs.
    var swiftSources: [String] {
        switch self {
        case .push: ["PushInvoices", "ERP"]
        case .pull, .poll, .export: [swiftConnector]
        }
    }
}
