import NuntiqModel
import NuntiqTesting

/// A connector: claims, acknowledges, posts, each call again until there is an answer.
struct ChaosConnector: Sendable {
    /// The longest there is: no lease of the load lapses unless the clock is stepped.
    static let leaseSeconds: Int64 = 1_800

    let name: String
    let caller: ChaosCaller

    private var ledger: ChaosLedger { caller.ledger }

    /// Works until everything that was accepted is posted.
    func run() async throws {
        var news = await ledger.news().makeAsyncIterator()
        var round = 0
        while await !ledger.isDone {
            round += 1
            let leases = try await claim("\(name)-\(round)", limit: 5)
            for lease in leases { try await carryThrough(lease) }
            // An empty queue: something happens first. The poller brings news each second at the latest.
            if leases.isEmpty { _ = await news.next() }
        }
    }

    /// Claims up to `limit` invoices.
    func claim(_ key: String, limit: Int64, for seconds: Int64 = leaseSeconds) async throws -> [ChaosLease] {
        let answer = try await caller.ask { api in
            try await api.post(
                "/api/v1/invoices/claim",
                [
                    "state": "PendingIntegration", "limit": .number(JSONNumber(limit)),
                    "lease_ttl_seconds": .number(JSONNumber(seconds)),
                ],
                headers: ["Idempotency-Key": key])
        }
        guard answer.status == 200, let items = answer.json["leases"]?.array else {
            await ledger.note { $0.fault("claim \(key): \(answer.status) \(answer.text)") }
            return []
        }
        let leases = try items.map { try ChaosLease($0, seconds: seconds) }
        guard !leases.isEmpty else {
            await ledger.pass()
            return []
        }
        await ledger.note { books in
            for lease in leases { books.hand(lease, to: key) }
        }
        return leases
    }

    /// Acknowledges and reports; the ERP knows a posting of an invoice again, so that each has one id.
    func carryThrough(_ lease: ChaosLease) async throws {
        let path = "/api/v1/invoices/\(lease.token)"
        let headers = ["X-Lease-Token": lease.secret]
        let id = "ERP-\(lease.token)"
        let acknowledged = try await caller.ask { try await $0.call(.post, "\(path)/acknowledge", headers: headers) }
        let posted = try await caller.ask { api in
            try await api.post(
                "\(path)/integration-result", ["success": true, "external_id_1": .string(id)], headers: headers)
        }
        await ledger.note { books in
            if acknowledged.status == 409, acknowledged["error"] == "lease_lost" {
                books.lose(lease)
            } else if acknowledged["new_status"] != "PendingResult", acknowledged["idempotent"] != true {
                books.fault("\(lease.token) is not acknowledged: \(acknowledged.text)")
            }
            // Success is a fact: it is taken from whoever had a lease, also after it.
            if posted.status == 200, posted["new_status"] == "Processed" {
                books.post(lease, as: id)
            } else {
                books.fault("\(lease.token) is not reported: \(posted.text)")
            }
        }
    }
}

extension ChaosLease {
    /// Reads a lease of that length off a claim's answer.
    init(_ lease: JSONValue, seconds: Int64) throws {
        guard let fence = lease["fence"]?.number?.int, let until = Instant(try lease.text("lease_expires_at")) else {
            throw ChaosError.memberMissing("fence, lease_expires_at")
        }
        self.init(
            token: try lease.text("invoice_token"), secret: try lease.text("lease_token"), fence: fence,
            from: until - .seconds(seconds), until: until)
    }
}
