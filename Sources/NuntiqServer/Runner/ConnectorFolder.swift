import Glibc
import NuntiqCore
public import NuntiqModel

/// The operator's folder of connectors: each folder in it is a bundle.
///
/// A bundle in Python holds `connectors/<entrypoint>.py`, and perhaps a virtual environment `.venv`; one in Swift the
/// program `bin/connectors`. A tenant's bundles are the one with its subdomain's name and `shared`; at the console the
/// operator may bind any.
public struct ConnectorFolder: Sendable, Hashable {
    /// The bundle for every tenant.
    public static let shared = "shared"
    /// The folder, with links followed.
    public let root: String

    /// - Throws: ``ConnectorFolderError/missing(_:)``.
    public init(_ path: String) throws(ConnectorFolderError) {
        guard let root = Self.real(path) else { throw .missing(path) }
        self.root = root
    }

    /// How a run is started.
    public enum Program: Sendable, Hashable {
        /// By the SDK, with a Python of the bundle's own where it has one.
        case python(bundle: String, own: String?)
        /// By itself.
        case executable(bundle: String, program: String)

        /// The folder that holds the code.
        public var bundle: String {
            switch self {
            case .python(let bundle, _), .executable(let bundle, _): bundle
            }
        }
    }

    /// The bundles that a tenant may use, with their entrypoints.
    public func bundles(of subdomain: String) -> [(name: String, entrypoints: [String])] {
        [subdomain, Self.shared].compactMap { name in
            let found = entrypoints(in: name)
            return found.isEmpty ? nil : (name, found)
        }
    }

    /// What a bundle can run, as far as its files tell.
    public func entrypoints(in bundle: String) -> [String] {
        Self.names(in: "\(root)/\(bundle)/connectors").compactMap { name in
            guard name.hasSuffix(".py"), !name.hasPrefix("_") else { return nil }
            return String(name.dropLast(3))
        }.sorted()
    }

    /// The code of an entrypoint, checked to be the operator's.
    ///
    /// - Throws: ``ConnectorFolderError``.
    public func program(_ bundle: String, _ entrypoint: String) throws(ConnectorFolderError) -> Program {
        guard ConnectorInstance.isPlain(bundle), let folder = Self.real("\(root)/\(bundle)"),
            folder.hasPrefix("\(root)/")
        else { throw .missing("\(root)/\(bundle)") }
        try Self.checkOwner(folder)
        let file = "\(folder)/connectors/\(entrypoint).py"
        if ConnectorInstance.isPlain(entrypoint), access(file, F_OK) == 0 {
            try Self.checkOwner("\(folder)/connectors")
            try Self.checkOwner(file)
            let own = "\(folder)/.venv/bin/python3"
            return .python(bundle: folder, own: access(own, X_OK) == 0 ? own : nil)
        }
        let program = "\(folder)/bin/connectors"
        guard access(program, X_OK) == 0 else {
            throw .entrypointMissing(entrypoint, bundle: folder, known: entrypoints(in: bundle))
        }
        try Self.checkOwner(program)
        return .executable(bundle: folder, program: program)
    }

    /// Refuses what others than root and the server's own user could have written.
    private static func checkOwner(_ path: String) throws(ConnectorFolderError) {
        guard let found = FileOwnership(of: path) else { throw .missing(path) }
        guard [0, geteuid()].contains(found.user), !found.isOpenToAll else { throw .foreign(path) }
    }

    private static func real(_ path: String) -> String? {
        guard let found = realpath(path, nil) else { return nil }
        defer { free(found) }
        return String(cString: found)
    }

    private static func names(in folder: String) -> [String] {
        guard let listing = opendir(folder) else { return [] }
        defer { closedir(listing) }
        var names: [String] = []
        while let entry = readdir(listing) {
            names.append(
                withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                })
        }
        return names
    }
}

/// Why the code of a connector cannot be run.
public enum ConnectorFolderError: UserFacingError, Hashable {
    /// This node has no folder of connectors.
    case unset
    /// The folder, or a bundle in it, is not there.
    case missing(String)
    /// Others may write it.
    case foreign(String)
    /// The bundle has no such connector.
    case entrypointMissing(String, bundle: String, known: [String])

    /// The stable machine code.
    public var code: String {
        switch self {
        case .unset: "connectors_unset"
        case .missing: "bundle_missing"
        case .foreign: "bundle_foreign"
        case .entrypointMissing: "entrypoint_unknown"
        }
    }

    /// What is wrong.
    public var message: String {
        switch self {
        case .unset: "This node has no folder of connectors."
        case .missing(let path): "There is no folder \(path)."
        case .foreign(let path): "\(path) can be written by others than the operator."
        case .entrypointMissing(let name, let bundle, let known):
            "\(bundle) has no connector \(name); it has: \(known.isEmpty ? "none" : known.joined(separator: ", "))."
        }
    }

    /// What to do about it.
    public var hint: String {
        switch self {
        case .unset: "Set NUNTIQ_CONNECTORS to the folder that holds the bundles."
        case .missing: "A bundle is a folder in NUNTIQ_CONNECTORS that holds connectors/, or bin/connectors."
        case .foreign: "Give it to root or to the server's user, and take the others' right to write away."
        case .entrypointMissing: "An entrypoint is a file in connectors/ without .py."
        }
    }
}

extension Settings {
    /// The operator's folder of connectors.
    ///
    /// - Throws: ``ConnectorFolderError``.
    public func connectorFolder() throws(ConnectorFolderError) -> ConnectorFolder {
        guard let connectors else { throw .unset }
        return try ConnectorFolder(connectors)
    }
}
