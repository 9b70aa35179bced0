import Foundation
import NIOCore
import NuntiqModel
import NuntiqTesting
import Testing

/// What a real server holds in memory while large files stream through it.
@Suite(.serialized, .timeLimit(.minutes(20)))
struct StreamMemoryTests {
    private static let megabyte: Int64 = 1 << 20
    /// The bound of one request.
    private static let memoryMax = 8 * megabyte

    @Test(.proves("partner/attachments-stream"))
    func `four attachments of 40 MB stream through a server in 8 MB of memory`() async throws {
        try await withServerProcess { server in
            try await server.start()
            let tenant = try await ChaosTenant(server.program)
            let client = server.client(showing: tenant.supplierKey)
            let growth = try await growth(of: server) { size in
                let body = StreamedBody.submission(attachmentBytes: size)
                return try await client.stream("/api/v1/partner/invoices", body, length: body.length)
            }
            #expect(growth <= Self.memoryMax, "it grew by \(growth) bytes")
        }
    }

    @Test func `an upload of 40 MB streams through a server in 8 MB of memory`() async throws {
        try await withServerProcess { server in
            try await server.start()
            _ = try await ChaosTenant(server.program)
            let user = try await server.program.json(
                "api-user", "create", "acme", "importer", "--permissions", "POST_DOCS")
            let client = server.client(showing: user["api_key"]?.string)
            let growth = try await growth(of: server) { size in
                let body = StreamedBody.form(fileBytes: size)
                return try await client.stream(
                    "/api/v1/attachments", body, length: body.length, contentType: "multipart/form-data; boundary=b")
            }
            #expect(growth <= Self.memoryMax, "it grew by \(growth) bytes")
        }
    }

    /// How much more the server holds at its peak than before, while a body with files of 40 MB streams.
    private func growth(
        of server: ServerProcess, _ send: (Int64) async throws -> TestAnswer
    ) async throws -> Int64 {
        // Threads, caches and statements are there after a first one.
        #expect((200..<300).contains(try await send(Self.megabyte).status))
        let process = try #require(await server.processID)
        try "5".write(toFile: "/proc/\(process)/clear_refs", atomically: false, encoding: .ascii)
        let before = try memory("VmRSS", of: process)
        let answer = try await send(40 * Self.megabyte)
        #expect((200..<300).contains(answer.status), "\(answer.text)")
        return try memory("VmHWM", of: process) - before
    }

    /// A line of `/proc/…/status` in bytes.
    private func memory(_ name: String, of process: Int32) throws -> Int64 {
        let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("\(name):") })
        return try #require(line.split(separator: " ").dropLast().last.flatMap { Int64($0) }) * 1_024
    }
}

/// A body that is made chunk by chunk while it is sent.
private struct StreamedBody: AsyncSequence, Sendable {
    /// Texts, and how often each comes.
    private let pieces: [(ByteBuffer, count: Int64)]

    private init(_ pieces: [(String, Int64)]) {
        self.pieces = pieces.map { (ByteBuffer(string: $0.0), count: $0.1) }
    }

    /// 48 KB as base64, and as it is.
    private static let base64 = String(repeating: "QUJD", count: 1 << 14)
    private static let plain = String(repeating: "ABC", count: 1 << 14)

    /// A submission with four attachments of one size.
    static func submission(attachmentBytes: Int64) -> StreamedBody {
        let invoice = #""invoice_number":"M-1","invoice_date":"2026-05-19","currency":"EUR","total_amount":1"#
        let attachments = (0..<4).flatMap { index in
            [
                (#"\#(index == 0 ? "" : ","){"type":"ATTACHMENT","filename":"\#(index).bin","content":""#, 1),
                (base64, attachmentBytes / Int64(plain.utf8.count)), (#""}"#, 1),
            ] as [(String, Int64)]
        }
        return StreamedBody([(#"{"invoice":{\#(invoice)},"attachments":["#, 1)] + attachments + [("]}", 1)])
    }

    /// A form with one file.
    static func form(fileBytes: Int64) -> StreamedBody {
        let head = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"large.bin\"\r\n\r\n"
        return StreamedBody([(head, 1), (plain, fileBytes / Int64(plain.utf8.count)), ("\r\n--b--\r\n", 1)])
    }

    var length: Int64 { pieces.reduce(0) { $0 + Int64($1.0.readableBytes) * $1.count } }

    struct AsyncIterator: AsyncIteratorProtocol {
        var pieces: [(ByteBuffer, count: Int64)]

        mutating func next() async -> ByteBuffer? {
            guard let first = pieces.first else { return nil }
            if first.count > 1 { pieces[0].count -= 1 } else { pieces.removeFirst() }
            return first.0
        }
    }

    func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(pieces: pieces)
    }
}
