import Foundation

/// The package's folder, found from this file.
enum SourceTree {
    /// The folder of Package.swift.
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The text of a file below the package's folder.
    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    /// Every Swift file of the package, in the order of its path; read once.
    static func swiftFiles() throws -> [SourceFile] { try files.get() }

    private static let files = Result {
        try
            (["Package.swift"]
            + ["Sources", "Tests", "samples"].flatMap(paths(under:)).filter { $0.hasSuffix(".swift") }.sorted())
            .map { SourceFile(path: $0, text: try text($0)) }
    }

    /// Every file and folder below a folder, by its path from the package's folder.
    static func paths(under folder: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path).map { "\(folder)/\($0)" }
    }
}
