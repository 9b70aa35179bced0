import Foundation
import NIOCore
import NuntiqModel
import NuntiqTesting
import Testing

/// What a real server holds in memory while large attachments stream through it.
@Suite(.serialized, .timeLimit(.minutes(10)))
struct StreamMemoryTests {
    private static let megabyte: Int64 = 1 << 20
    /// Of each attachment, decoded.
    private static let attachmentBytes = 40 * megabyte

    @Test func `four attachments of 40 MB stream through a server in 8 MB of memory`() async throws {
        try await withServerProcess { server in
            let run = try await ChaosRun(server)
            let client = server.client(showing: run.supplierKey)
            let path = "/api/v1/partner/invoices"
            // Threads, caches and statements are there after a first one.
            #expect(try await client.stream(path, Submission(attachmentBytes: Self.megabyte)).status == 200)
            let process = try #require(await server.processID)
            try "5".write(toFile: "/proc/\(process)/clear_refs", atomically: false, encoding: .ascii)
            let before = try memory("VmRSS", of: process)
            let answer = try await client.stream(path, Submission(attachmentBytes: Self.attachmentBytes))
            #expect(answer.status == 200, "\(answer.text)")
            let growth = try memory("VmHWM", of: process) - before
            #expect(growth <= 8 * Self.megabyte, "it grew by \(growth) bytes from \(before)")
        }
    }

    /// A line of `/proc/…/status` in bytes.
    private func memory(_ name: String, of process: Int32) throws -> Int64 {
        let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("\(name):") })
        return try #require(line.split(separator: " ").dropLast().last.flatMap { Int64($0) }) * 1_024
    }
}

/// A submission with four attachments of one size, made chunk by chunk while it is sent.
private struct Submission: AsyncSequence, Sendable {
    let attachmentBytes: Int64

    private static let head =
        #"{"invoice":{"invoice_number":"M-1","invoice_date":"2026-05-19","currency":"EUR","#
        + #""total_amount":1},"attachments":["#
    private static func opening(_ index: Int) -> String {
        #"\#(index == 0 ? "" : ","){"type":"ATTACHMENT","filename":"\#(index).bin","content":""#
    }
    private static let closing = #""}"#
    private static let end = "]}"
    private static let chunk = ByteBuffer(string: String(repeating: "QUJD", count: 1 << 14))
    private static let chunkBytes = Int64(3 << 14)

    /// What it is made of: texts, and so many chunks of base64.
    private var pieces: [(ByteBuffer, count: Int64)] {
        let chunks = attachmentBytes / Self.chunkBytes
        let attachments = (0..<4).flatMap { index in
            [
                (ByteBuffer(string: Self.opening(index)), 1), (Self.chunk, chunks),
                (ByteBuffer(string: Self.closing), 1),
            ] as [(ByteBuffer, count: Int64)]
        }
        return [(ByteBuffer(string: Self.head), 1)] + attachments + [(ByteBuffer(string: Self.end), 1)]
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

extension TestClient {
    fileprivate func stream(_ path: String, _ submission: Submission) async throws -> TestAnswer {
        try await stream(path, submission, length: submission.length)
    }
}
