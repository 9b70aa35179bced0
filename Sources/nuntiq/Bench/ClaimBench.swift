import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqStore

/// claim(50) → acknowledge → result over HTTP by eight workers, in batches and one call each.
struct ClaimBench: Sendable {
    let node: BenchNode
    let plan: BenchPlan

    /// `ext_reference_1` of each tenth invoice.
    static let reference = "ERP-A"
    private static let workers = 8
    private static let chunk = 5_000

    func run() async throws -> [BenchResult] {
        try await fill("C")
        let batches = try await batches()
        try await fill("D")
        let singles = try await singles()
        return [
            BenchResult(
                what: "claim(50), acknowledge, result, batches, \(Self.workers) workers", ours: batches.rate,
                peer: nil, unit: "invoices/s", bar: nil),
            BenchResult(
                what: "the same with single calls", ours: singles.rate, peer: batches.rate, unit: "invoices/s",
                bar: nil),
        ]
    }

    func batches() async throws -> Load { try await cycle { try Self.processBatch($0, key: $1) } }

    func singles() async throws -> Load { try await cycle { try Self.processSingly($0, key: $1) } }

    private func cycle(_ process: @escaping @Sendable (LoadConnection, String) throws -> Int) async throws -> Load {
        let key = node.user.apiKey
        return try await Load.run(connections: Self.workers, for: plan.duration, against: node) { connection, _ in
            try process(connection, key)
        }
    }

    /// What so many workers claim, ten at a time, and nothing more; for a second, so that something is left.
    func claims(workers: Int) async throws -> Load {
        let key = node.user.apiKey
        return try await Load.run(connections: workers, for: .seconds(1), against: node) { connection, _ in
            try Self.claim(connection, key: key, limit: 10).count
        }
    }

    /// Brings invoices to 90 by the product's own way; their numbers begin with `mark`, each tenth has a reference.
    func fill(_ mark: String) async throws { try await fill(mark, plan.invoices) }

    func fill(_ mark: String, _ count: Int) async throws {
        for start in stride(from: 0, to: count, by: Self.chunk) {
            try await fill(mark, start..<min(start + Self.chunk, count))
            _ = try await node.app.worker.runDue()
        }
    }

    private func fill(_ mark: String, _ numbers: Range<Int>) async throws {
        let principal = try await node.app.authentication.principal(showing: node.partner.apiKey, from: "127.0.0.1")
        try await withThrowingTaskGroup(of: Void.self) { group in
            for place in 0..<64 {
                group.addTask {
                    for number in stride(from: numbers.lowerBound + place, to: numbers.upperBound, by: 64) {
                        let intake = node.app.submissions.intake(for: principal)
                        let reference = number.isMultiple(of: 10) ? Self.reference : nil
                        let body = SubmitBench.body("\(mark)-\(number)", reference: reference)
                        try body.utf8CString.dropLast().withUnsafeBytes(intake.feed)
                        _ = try await node.app.submissions.submit(intake.finish(), by: principal)
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    private static func processBatch(_ connection: LoadConnection, key: String) throws -> Int {
        let items = try claim(connection, key: key)
        guard !items.isEmpty else { return 0 }
        let held = items.map { ["invoice_token": $0.invoice, "lease_token": $0.lease] as JSONObject }
        _ = try connection.call(post("/invoices/acknowledge", key, ["items": .array(held.map(JSONValue.object))]))
        let results = held.map { item -> JSONValue in
            var item = item
            item["success"] = true
            item["external_id_1"] = "ERP-1"
            return .object(item)
        }
        _ = try connection.call(post("/invoices/integration-results", key, ["items": .array(results)]))
        return items.count
    }

    private static func processSingly(_ connection: LoadConnection, key: String) throws -> Int {
        let items = try claim(connection, key: key)
        for item in items {
            let lease = "X-Lease-Token: \(item.lease.string ?? "")\r\n"
            let path = "/invoices/\(item.invoice.string ?? "")"
            _ = try connection.call(post("\(path)/acknowledge", key, [:], lease))
            let result: JSONObject = ["success": true, "external_id_1": "ERP-1"]
            _ = try connection.call(post("\(path)/integration-result", key, result, lease))
        }
        return items.count
    }

    static func claim(
        _ connection: LoadConnection, key: String, limit: Int = 50, reference: String? = nil
    ) throws -> [(invoice: JSONValue, lease: JSONValue)] {
        var wanted: JSONObject = ["state": "PendingIntegration", "limit": .number(JSONNumber(Int64(limit)))]
        if let reference { wanted["ext_reference_1"] = .string(reference) }
        let body = try connection.call(post("/invoices/claim", key, wanted))
        let leases = try JSONValue.parse(body).object?["leases"]?.array ?? []
        return leases.compactMap { lease in
            guard let invoice = lease.object?["invoice_token"], let token = lease.object?["lease_token"] else {
                return nil
            }
            return (invoice, token)
        }
    }

    private static func post(_ path: String, _ key: String, _ body: JSONObject, _ headers: String = "") -> [UInt8] {
        LoadConnection.post("/api/v1" + path, key: key, body: JSONValue.object(body).serialized(), headers: headers)
    }
}
