import Glibc
import NuntiqModel

/// An executable with connectors in it.
///
/// ```swift
/// @main struct Program: ConnectorProgram {
///     static let connectors: [String: any Connector.Type] = ["push_invoices": PushInvoices.self]
/// }
/// ```
/// It is run as `program --entrypoint push_invoices [--config settings.json]`; without a file the settings come by
/// standard input. Its result is the one thing on standard output. Without an entrypoint it lists what there is.
public protocol ConnectorProgram {
    /// The connectors by their entrypoints.
    static var connectors: [String: any Connector.Type] { get }
}

extension ConnectorProgram {
    /// Runs what the arguments name; ends with 1 when it fails, with 2 when the arguments are wrong.
    public static func main() async {
        do {
            let arguments = try ProgramArguments(Array(CommandLine.arguments.dropFirst()))
            guard let entrypoint = arguments.entrypoint else {
                return put(connectors.sorted { $0.key < $1.key }.map { "\($0.key)  \($0.value.summary)\n" }.joined())
            }
            guard let connector = connectors[entrypoint] else {
                throw ArgumentError.unusable(
                    name: "--entrypoint", reason: "\(entrypoint) is none of \(connectors.keys.sorted())")
            }
            let settings = try JobSettings(try arguments.settings())
            exit(await run(connector, entrypoint, settings) ? 0 : 1)
        } catch {
            complain("\(error)")
            exit(2)
        }
    }

    private static func run(_ type: any Connector.Type, _ name: String, _ settings: JobSettings) async -> Bool {
        let mask = settings.mask
        do {
            let result = try await JobContext.withContext(settings, name: name) { context in
                try await type.init().run(context)
            }
            var told = result
            told["success"] = true
            put("================ result ================\n\(mask.masked(JSONValue.object(told).serialized()))\n")
            return true
        } catch {
            complain(mask.masked("\(name) failed: \(error)"))
            return false
        }
    }

    private static func put(_ text: String) { write(text, to: STDOUT_FILENO) }

    private static func complain(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

    private static func write(_ text: String, to file: Int32) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            guard count > 0 else { return }  // nobody reads it
            rest = rest.dropFirst(count)
        }
    }
}

/// `--entrypoint NAME`, `--config FILE`.
struct ProgramArguments {
    var entrypoint: String?
    var config: String?

    init(_ arguments: [String]) throws(ArgumentError) {
        var rest = arguments[...]
        while let name = rest.popFirst() {
            guard let value = rest.popFirst() else { throw .unusable(name: name, reason: "has no value") }
            switch name {
            case "--entrypoint": entrypoint = value
            case "--config": config = value
            default: throw .unusable(name: name, reason: "is not known; there are --entrypoint and --config")
            }
        }
    }

    /// The settings, from the file or from standard input.
    func settings() throws -> JSONValue {
        guard let config else { return try JSONValue.parse(try Self.read(STDIN_FILENO), limits: .trusted) }
        let file = open(config, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            throw ArgumentError.unusable(name: "--config", reason: "\(config): \(String(cString: strerror(errno)))")
        }
        defer { close(file) }
        return try JSONValue.parse(try Self.read(file), limits: .trusted)
    }

    private static func read(_ file: Int32) throws(ArgumentError) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = Glibc.read(file, &buffer, buffer.count)
            guard count >= 0 else { throw .unusable(name: "settings", reason: String(cString: strerror(errno))) }
            guard count > 0 else { return bytes }
            bytes += buffer.prefix(count)
        }
    }
}
