import Foundation
import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqStore
import Synchronization

/// A durable partner submission with an attachment of 1 MB, against a handler in the same server that parses the same
/// JSON, decodes the base64 and writes the file with fsync.
struct AttachmentBench: Sendable {
    let node: BenchNode
    let plan: BenchPlan

    private static let bytes = 1 << 20

    func run() async throws -> [BenchResult] {
        let content = Data(node.app.environment.random(Self.bytes)).base64EncodedString()
        let duel = try await Duel {
            try await load("/v1/partner/invoices", $0, content)
        } peer: {
            try await load(StoringPeer.path, $0, content)
        }
        let what = "durable submission, 1 MB attachment, \(plan.connections) connections"
        return duel.results(what, ratio: .ratioAtLeast(0.5))
    }

    private func load(_ path: String, _ round: Int, _ content: String) async throws -> Load {
        let request = MarkedRequest("/api" + path, key: node.partner.apiKey, content: content)
        let count = Counter()
        return try await Load.run(connections: plan.connections, for: plan.duration / 2, against: node) {
            connection, _ in
            let mark = String(format: "%d%015d", round, count.next())
            return try connection.call(request.bytes(with: mark)).isEmpty ? 0 : 1
        }
    }
}

/// A submission of which each has another number and another file, so that none is there already.
private struct MarkedRequest: Sendable {
    /// As long as a mark, and like one begins a base64 text.
    private static let placeholder = String(repeating: "0", count: 16)

    private let template: [UInt8]
    private let places: [Int]

    init(_ path: String, key: String, content: String) {
        let (mark, rest) = (Self.placeholder, content.dropFirst(Self.placeholder.utf8.count))
        let files = #","attachments":[{"type":"ATTACHMENT","filename":"a.bin","content":"\#(mark)\#(rest)"}]"#
        template = LoadConnection.post(path, key: key, body: SubmitBench.body(mark, more: files))
        places = template.ranges(of: Array(mark.utf8)).map(\.lowerBound)
    }

    func bytes(with mark: String) -> [UInt8] {
        var request = template
        for place in places { request.replaceSubrange(place..<place + mark.utf8.count, with: mark.utf8) }
        return request
    }
}

/// Numbers from 1, each once.
private final class Counter: Sendable {
    private let count = Atomic<Int>(0)

    func next() -> Int {
        count.add(1, ordering: .relaxed).newValue
    }
}
