import Foundation
import Glibc
import NuntiqModel

/// A cold start of this program on an embedded database that exists, to its first answer; and what it holds when idle.
struct StartBench {
    let clock: @Sendable () -> ContinuousClock.Instant

    private static let rounds = 7

    func run() throws -> [BenchResult] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("nuntiq-start-\(getpid())").path
        defer { try? FileManager.default.removeItem(atPath: folder) }  // what is left of a bench is in nobody's way
        _ = try start(in: folder)
        let starts = try (0..<Self.rounds).map { _ in try start(in: folder) }
        let times = starts.map(\.milliseconds).sorted()
        let megabytes = starts.map(\.megabytes).sorted()
        return [
            BenchResult(
                what: "cold start to first answer", ours: times[Self.rounds / 2], peer: nil, unit: "ms",
                bar: .oursAtMost(100)),
            BenchResult(
                what: "idle memory after it", ours: megabytes[Self.rounds / 2], peer: nil, unit: "MB",
                bar: .oursAtMost(60)),
        ]
    }

    private func start(in folder: String) throws -> (milliseconds: Double, megabytes: Double) {
        let port = try Self.freePort()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = ["serve", "--data", folder, "--port", "\(port)", "--host", "127.0.0.1"]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let begin = clock()
        try process.run()
        defer {
            process.terminate()
            process.waitUntilExit()
        }
        try answer(at: port, of: process, within: .seconds(30))
        let elapsed = (clock() - begin) / .milliseconds(1)
        return (elapsed, try Self.megabytes(of: process.processIdentifier))
    }

    /// Asks until there is an answer.
    private func answer(at port: Int, of process: Process, within limit: Duration) throws {
        let end = clock() + limit
        while clock() < end, process.isRunning {
            if let connection = try? LoadConnection(port: port),
                (try? connection.call(LoadConnection.get("/health/ready", key: ""))) != nil
            {
                return
            }
            poll(nil, 0, 1)
        }
        throw LoadError(message: "the started server did not answer")
    }

    private static func megabytes(of process: Int32) throws -> Double {
        let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        guard let kilobytes = line?.split(separator: " ").dropFirst().first.flatMap({ Double($0) }) else {
            throw LoadError(message: "/proc says nothing of the server's memory")
        }
        return kilobytes / 1_024
    }

    /// A port that nobody listens at now.
    private static func freePort() throws -> Int {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, length) == 0 && getsockname(socket, $0, &length) == 0
            }
        }
        guard isBound else { throw LoadError(message: "no free port: errno \(errno)") }
        return Int(UInt16(bigEndian: address.sin_port))
    }
}
