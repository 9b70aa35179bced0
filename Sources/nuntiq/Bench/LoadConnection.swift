import Glibc
import NuntiqModel

/// One keep-alive connection over a blocking socket: the cheapest client, so that the figures are the server's.
final class LoadConnection {
    private let port: Int
    private var socket: Int32
    private var buffer: [UInt8] = []
    private var chunk = [UInt8](repeating: 0, count: 64 * 1024)

    /// Connects to a port of this machine.
    init(port: Int) throws {
        self.port = port
        socket = try Self.connected(to: port)
    }

    /// Connects anew: who is turned away before its body was read is disconnected.
    func renew() throws {
        close(socket)
        socket = try Self.connected(to: port)
    }

    private static func connected(to port: Int) throws -> Int32 {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port).bigEndian)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var on: Int32 = 1
        setsockopt(socket, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
        let connected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard socket >= 0, connected == 0 else { throw LoadError(message: "no connection: errno \(errno)") }
        return socket
    }

    deinit {
        close(socket)
    }

    /// A whole request with a JSON body.
    static func post(_ path: String, key: String, body: String, headers: String = "") -> [UInt8] {
        Array(
            """
            POST \(path) HTTP/1.1\r
            Host: localhost\r
            X-API-Key: \(key)\r
            Content-Type: application/json\r
            \(headers)Content-Length: \(body.utf8.count)\r
            \r
            \(body)
            """.utf8)
    }

    /// A whole request without a body.
    static func get(_ path: String, key: String) -> [UInt8] {
        Array("GET \(path) HTTP/1.1\r\nHost: localhost\r\nX-API-Key: \(key)\r\n\r\n".utf8)
    }

    /// A whole request of a browser that shows a session on a tenant's host.
    static func page(_ path: String, host: String, session: String) -> [UInt8] {
        let cookie = "Cookie: nuntiq-session=\(session)\r\n"
        return Array("GET \(path) HTTP/1.1\r\nHost: \(host)\r\nAccept: text/html\r\n\(cookie)\r\n".utf8)
    }

    /// Sends a request and answers the body of its 200.
    func call(_ request: [UInt8]) throws(LoadError) -> ArraySlice<UInt8> {
        try send(request)
        buffer.removeAll(keepingCapacity: true)
        while true {
            if let body = try body() { return body }
            let count = recv(socket, &chunk, chunk.count, 0)
            guard count > 0 else { throw LoadError.connectionEnded }
            buffer.append(contentsOf: chunk[..<count])
        }
    }

    /// Sends a request whose answer nobody waits for.
    func send(_ request: [UInt8]) throws(LoadError) {
        var sent = 0
        while sent < request.count {
            let count = request[sent...].withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, 0) }
            guard count > 0 else { throw LoadError.connectionEnded }
            sent += count
        }
    }

    /// The body once it is all there.
    private func body() throws(LoadError) -> ArraySlice<UInt8>? {
        guard let head = AnswerHead(buffer), buffer.count >= head.end + head.length else { return nil }
        let body = buffer[head.end..<head.end + head.length]
        guard head.status == 200 else {
            throw LoadError(
                message: "\(head.status): \(String(decoding: body, as: UTF8.self))", isRefusal: head.status == 503)
        }
        return body
    }
}

/// Why a bench cannot go on.
struct LoadError: UserFacingError {
    let message: String
    /// Milliseconds that a 503 asks for.
    static let retryAfter: Int32 = 1_000

    /// Whether the server had too much to do.
    var isRefusal = false
    var code: String { "bench_failed" }
    var hint: String { "Run it again; if it stays, the answer says what the server refused." }
    var details: [FieldFault] { [] }

    /// Also how it looks when the server closes before it has read what was sent.
    static let connectionEnded = LoadError(message: "the connection ended", isRefusal: true)
}
