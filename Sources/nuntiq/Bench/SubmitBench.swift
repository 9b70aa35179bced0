import Foundation
import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqStore

/// A durable partner submission of 1 KB, against a handler in the same server that only parses the same JSON; while
/// nothing else is done, and while the pipeline works on what was submitted; and against the naive answer.
struct SubmitBench: Sendable {
    let node: BenchNode
    let plan: BenchPlan

    /// The 99th percentile is held to its bar where the disk takes no longer for a flush, in milliseconds.
    private static let quickFlush = 2.0
    private static let percentileBar = BenchBar.oursAtMost(25)

    func run() async throws -> [BenchResult] {
        let flush = try DiskFlush.milliseconds(in: NSTemporaryDirectory(), clock: node.app.environment.monotonic)
        let what = "durable submission, 1 KB, \(plan.connections) connections"
        let alone = try await duel("A", against: ParsingPeer.path)
        let worked = try await whileWorking { try await duel("W", against: ParsingPeer.path) }
        let naive = try await duel("N", against: CommittingPeer.path)
        let bar = BenchBar.ratioAtLeast(0.6)
        return alone.results(what, ratio: bar, percentile: flush <= Self.quickFlush ? Self.percentileBar : nil)
            + worked.results("the same while the pipeline works", ratio: bar)
            + naive.results("the same against a flush for each request", ratio: nil)
            + [BenchResult(what: "the disk's flush of 4 KB", ours: flush, peer: nil, unit: "ms", bar: nil)]
    }

    private func duel(_ mark: String, against path: String) async throws -> Duel {
        let key = node.partner.apiKey
        let peer = LoadConnection.post("/api" + path, key: key, body: Self.body("0"))
        return try await Duel { round in
            try await load { connection, place in
                let body = Self.body("\(mark)\(round)-\(place)")
                let request = LoadConnection.post("/api/v1/partner/invoices", key: key, body: body)
                return try connection.call(request).isEmpty ? 0 : 1
            }
        } peer: { _ in
            try await load { connection, _ in try connection.call(peer).isEmpty ? 0 : 1 }
        }
    }

    /// Runs the node's worker beside `body`.
    private func whileWorking<Value: Sendable>(_ body: () async throws -> Value) async throws -> Value {
        try await withThrowingTaskGroup(of: Void.self) { group in
            let worker = node.app.worker
            group.addTask { try await worker.run() }
            defer { group.cancelAll() }
            return try await body()
        }
    }

    private func load(_ call: @escaping @Sendable (LoadConnection, Int) throws -> Int) async throws -> Load {
        try await Load.run(connections: plan.connections, for: plan.duration / 2, against: node, call)
    }

    /// An invoice with four lines, one kilobyte of JSON; `more` are members beside it, each after a comma.
    static func body(_ mark: String, reference: String? = nil, more: String = "") -> String {
        let first = reference.map { "\"ext_reference_1\":\"\($0)\"," } ?? ""
        let lines = (1...4).map { number in
            """
            {"line_number":\(number),"description":"Consulting, part \(number) of the project in May 2026",\
            "quantity":2,"unit_price":125.50,"net_amount":251.00,"tax_rate":21,"product_code":"CONS-00\(number)",\
            "unit_of_measure":"HUR"}
            """
        }
        return """
            {"receiving_inbox":"ap@bench.nuntiq-receiving.com","external_identifier":"BENCH-001","invoice":{\
            \(first)"supplier_number":"S-001","supplier_name":"Load Testing B.V.","invoice_number":"INV-\(mark)",\
            "invoice_date":"2026-05-19","due_date":"2026-06-18","currency":"EUR","net_amount":1004.00,\
            "tax_amount":210.84,"total_amount":1214.84,"po_number":"PO-4711","payment_terms":"30 days",\
            "lines":[\(lines.joined(separator: ","))],"taxes":[{"tax_name":"VAT","tax_rate":21,\
            "tax_base_amount":1004.00,"tax_amount":210.84}],"charges":[],"discounts":[],"addresses":[]}\(more)}
            """
    }
}
