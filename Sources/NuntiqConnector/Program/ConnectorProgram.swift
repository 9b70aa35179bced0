import Glibc
import NuntiqModel

/// An executable with connectors in it.
///
/// ```swift
/// @main struct Program: ConnectorProgram {
///     static let connectors: [String: any Connector.Type] = ["push_invoices": PushInvoices.self]
/// }
/// ```
/// It is run as `program --entrypoint push_invoices [--config settings.json]`; without a file, or with `-`, the
/// settings come by standard input. Without an entrypoint it lists what there is.
///
/// Its result is the one thing on standard output: what the connector returned and `"success": true`, or `{"success":
/// false, "error", "message"}`. It ends with 0, with 1 when the connector failed, with 2 when it could not begin.
/// SIGTERM ends the run as an error would.
public protocol ConnectorProgram {
    /// The connectors by their entrypoints.
    static var connectors: [String: any Connector.Type] { get }

    /// Time and chance for its runs: the machine's own, unless you say otherwise.
    static var environment: ConnectorEnvironment { get }
}

extension ConnectorProgram {
    /// The machine's own clocks and generator.
    public static var environment: ConnectorEnvironment { .live }

    /// Runs what the arguments name.
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
            write("nuntiq: \(error)\n", to: STDERR_FILENO)
            exit(2)
        }
    }

    private static func run(_ type: any Connector.Type, _ name: String, _ settings: JobSettings) async -> Bool {
        let environment = environment
        do {
            let result = try await StopSignal.ending(environment) {
                try await JobContext.withContext(settings, name: name, environment: environment) { context in
                    try await type.init().run(context)
                }
            }
            var told = result
            told["success"] = true
            tell(told, settings.mask)
            return true
        } catch {
            tell(
                ["success": false, "error": .string("\(Swift.type(of: error))"), "message": .string("\(error)")],
                settings.mask)
            return false
        }
    }

    private static func tell(_ result: JSONObject, _ mask: SecretMask) {
        put("================ result ================\n\(mask.masked(.object(result)).serialized())\n")
    }

    private static func put(_ text: String) { write(text, to: STDOUT_FILENO) }

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
    private static let settingsBytesMax = 16 << 20

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
    func settings() throws(ArgumentError) -> JSONValue {
        guard let config, config != "-" else { return try Self.parsed(Self.read(STDIN_FILENO)) }
        let file = open(config, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            throw .unusable(name: "--config", reason: "\(config): \(String(cString: strerror(errno)))")
        }
        defer { close(file) }
        return try Self.parsed(Self.read(file))
    }

    private static func parsed(_ bytes: [UInt8]) throws(ArgumentError) -> JSONValue {
        do {
            return try JSONValue.parse(bytes, limits: .trusted)
        } catch {
            throw .unusable(name: "settings", reason: "are no JSON")  // the text is not shown: it holds secrets
        }
    }

    private static func read(_ file: Int32) throws(ArgumentError) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while bytes.count <= settingsBytesMax {
            let count = Glibc.read(file, &buffer, buffer.count)
            guard count >= 0 else { throw .unusable(name: "settings", reason: String(cString: strerror(errno))) }
            guard count > 0 else { return bytes }
            bytes += buffer.prefix(count)
        }
        throw .unusable(name: "settings", reason: "are larger than 16 MB")
    }
}
