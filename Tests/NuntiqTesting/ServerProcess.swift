import Foundation
import Synchronization

/// A real `nuntiq serve` that a test kills and starts again, always at the same port.
public actor ServerProcess {
    /// The program with the settings of the server, for commands beside it.
    public nonisolated let program: NuntiqProgram
    /// The port it listens at.
    public nonisolated let port: Int
    private var running: RunningProgram?

    /// Prepares a server on a data folder; `environment` adds to its settings, and it has so many files open at most.
    public init(folder: String, environment: [String: String] = [:], openFilesMax: Int? = nil) throws {
        port = try freePort()
        let settings = [
            "NUNTIQ_ENV": "development", "NUNTIQ_DATA": "\(folder)/data", "NUNTIQ_PORT": "\(port)",
            "NUNTIQ_LOG_LEVEL": "warning", "NUNTIQ_PASSWORD_COST": "4",
        ]
        var program = NuntiqProgram(folder: folder, environment: settings.merging(environment) { $1 })
        program.openFilesMax = openFilesMax
        self.program = program
    }

    /// Starts it and returns when it is ready.
    public func start(_ arguments: String...) async throws {
        let started = try program.start(["serve"] + arguments)
        running = started
        do {
            let ready = try await readiness()
            guard ready.status == 200 else { throw ServerProcessError(message: "status \(ready.status)") }
        } catch {
            started.send(SIGKILL)
            throw ServerProcessError(message: "not ready: \(error) \(try started.printed())")
        }
    }

    /// Asked again once: a connection that is left of the server before is found closed only when it is used.
    private func readiness() async throws -> TestAnswer {
        let client = client(showing: nil)
        do {
            return try await client.get("/health/ready")
        } catch {
            return try await client.get("/health/ready")
        }
    }

    /// The id of its process; `nil` while it does not run.
    public var processID: Int32? { running?.processID }

    /// Sends it a signal, such as SIGSTOP.
    public func send(_ signal: Int32) {
        running?.send(signal)
    }

    /// Ends it as a power cut would, and waits until it is gone.
    public func kill() async throws {
        running?.send(SIGKILL)
        _ = try await running?.end()
        running = nil
    }

    /// Asks it to stop, and waits for its end.
    @discardableResult
    public func stop() async throws -> ProgramResult? {
        running?.send(SIGTERM)
        let result = try await running?.end()
        running = nil
        return result
    }

    /// A caller with a key.
    public nonisolated func client(showing key: String?) -> TestClient {
        TestClient(port: port, key: key)
    }
}

/// Why a server process does not do what a test wants.
public struct ServerProcessError: Error {
    let message: String
}

/// Runs `body` with a server process that has not been started, and ends it whatever happens.
public func withServerProcess<Value>(
    environment: [String: String] = [:], _ body: (ServerProcess) async throws -> Value
) async throws -> Value {
    try await withTemporaryFolder { folder in
        let server = try ServerProcess(folder: folder, environment: environment)
        do {
            let value = try await body(server)
            try await server.kill()
            return value
        } catch {
            try await server.kill()
            throw error
        }
    }
}

/// A port that nobody listens at now, below those that the system gives to outgoing connections.
///
/// From among those a client that calls a server which is down could be given the very port that it calls, and would
/// be connected to itself.
public func freePort() throws -> Int {
    for _ in 0..<1_000 {
        let place = portsTried.add(1, ordering: .relaxed).newValue
        let port = 15_000 + (Int(getpid()) * 61 + place) % 17_000
        if canListen(at: port) { return port }
    }
    throw ServerProcessError(message: "no free port")
}

/// Where the last look began; each process begins elsewhere.
private let portsTried = Atomic<Int>(0)

private func canListen(at port: Int) -> Bool {
    let handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(handle) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { plain in
            bind(handle, plain, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
        }
    }
}
