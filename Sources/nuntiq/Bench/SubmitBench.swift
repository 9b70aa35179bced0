import Foundation
import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqStore

/// A durable partner submission of 1 KB, against a handler in the same server that only parses the same JSON.
struct SubmitBench: Sendable {
    let node: BenchNode
    let plan: BenchPlan

    /// Rounds in which ours and peer take turns, so that what else runs here meets both.
    private static let rounds = 3

    func run() async throws -> [BenchResult] {
        let key = node.partner.apiKey
        let ourPath = "/api/v1/partner/invoices"
        let peer = LoadConnection.post("/api" + ParsingPeer.path, key: key, body: Self.body("0"))
        var ours: [Load] = []
        var peers: [Load] = []
        for round in 0..<Self.rounds {
            peers.append(try await load { connection, _ in try connection.call(peer).isEmpty ? 0 : 1 })
            ours.append(
                try await load { connection, place in
                    let request = LoadConnection.post(ourPath, key: key, body: Self.body("\(round)-\(place)"))
                    return try connection.call(request).isEmpty ? 0 : 1
                })
        }
        let flush = try DiskFlush.milliseconds(in: NSTemporaryDirectory(), clock: node.app.environment.monotonic)
        return [
            BenchResult(
                what: "durable submission, 1 KB, \(plan.connections) connections", ours: median(ours.map(\.rate)),
                peer: median(peers.map(\.rate)), unit: "requests/s", bar: .ratioAtLeast(0.6)),
            BenchResult(
                what: "its 99th percentile", ours: median(ours.map(\.percentile99)),
                peer: median(peers.map(\.percentile99)), unit: "ms", bar: nil),
            BenchResult(what: "the disk's flush of 4 KB", ours: flush, peer: nil, unit: "ms", bar: nil),
        ]
    }

    private func load(_ call: @escaping @Sendable (LoadConnection, Int) throws -> Int) async throws -> Load {
        try await Load.run(connections: plan.connections, for: plan.duration / 2, against: node, call)
    }

    private func median(_ values: [Double]) -> Double {
        values.sorted()[values.count / 2]
    }

    /// An invoice with four lines, one kilobyte of JSON.
    static func body(_ mark: String, reference: String? = nil) -> String {
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
            "tax_base_amount":1004.00,"tax_amount":210.84}],"charges":[],"discounts":[],"addresses":[]}}
            """
    }
}
