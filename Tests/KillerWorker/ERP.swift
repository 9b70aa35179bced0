import Foundation
import NuntiqConnector
import NuntiqModel

/// Calls the fake ERP over a blocking socket, one connection a call, so that each moment of a call can be interrupted.
struct ERP: Sendable {
    struct Failed: Error {
        let reason: String
    }

    private static let time = Duration.seconds(5)

    private let host: String
    private let port: UInt16

    init(url: String) {
        let parts = URL(string: url)
        host = parts?.host() ?? "127.0.0.1"
        port = UInt16(parts?.port ?? 80)
    }

    func posting(under reference: String) throws -> Posting? {
        let answer = try call("GET /postings?reference=\(reference)", "", within: Self.time) {}
        guard [200, 404].contains(answer.status) else { throw Failed(reason: "it answered \(answer.status)") }
        return answer.body["id"]?.string.map { Posting(id: $0) }
    }

    func post(_ payload: JSONValue, _ push: Push) throws -> Posting {
        let body: JSONValue = ["reference": .string(push.reference), "payload": payload]
        let answer = try call("POST /postings", body.serialized(), within: push.timeLeft) { try push.checkTime() }
        guard let id = answer.body["id"]?.string else { throw Failed(reason: "it answered \(answer.status)") }
        switch answer.status {
        case 201: return Posting(id: id)
        case 409: throw AlreadyPosted(Posting(id: id))
        default: throw Failed(reason: "it answered \(answer.status)")
        }
    }

    private func call(
        _ line: String, _ body: String, within time: Duration, lastCheck: () throws -> Void
    ) throws -> (status: Int, body: JSONValue) {
        Interruption.step()
        let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(connection) }
        try connect(connection, within: max(time, .milliseconds(1)))
        Interruption.step()
        let request = "\(line) HTTP/1.0\r\nHost: \(host)\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
        try lastCheck()
        guard send(connection, request, request.utf8.count, Int32(MSG_NOSIGNAL)) == request.utf8.count
        else { throw Failed(reason: "it was not sent whole") }
        Interruption.step()
        let answer = try read(connection)
        Interruption.step()
        return answer
    }

    private func connect(_ connection: Int32, within time: Duration) throws {
        let (seconds, attoseconds) = time.components
        var limit = timeval(tv_sec: Int(seconds), tv_usec: Int(attoseconds / 1_000_000_000_000))
        for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
            setsockopt(connection, SOL_SOCKET, option, &limit, socklen_t(MemoryLayout<timeval>.size))
        }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = inet_addr(host)
        let connected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Foundation.connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else { throw NothingSent("no connection: \(String(cString: strerror(errno)))") }
    }

    private func read(_ connection: Int32) throws -> (status: Int, body: JSONValue) {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4_096)
        while true {
            let count = recv(connection, &chunk, chunk.count, 0)
            guard count >= 0 else { throw Failed(reason: "no answer: \(String(cString: strerror(errno)))") }
            if count == 0 { break }
            bytes += chunk[..<count]
        }
        let head = String(decoding: bytes.prefix(12), as: UTF8.self).split(separator: " ").last
        guard let status = head.flatMap({ Int($0) }), let end = bytes.firstRange(of: Array("\r\n\r\n".utf8))
        else { throw Failed(reason: "no answer") }
        return (status, try JSONValue.parse(bytes[end.upperBound...]))
    }
}
