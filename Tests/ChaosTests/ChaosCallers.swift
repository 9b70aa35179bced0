import NuntiqModel
import NuntiqTesting

/// A supplier's system: submits with an idempotency key, and again until there is an answer.
struct ChaosSupplier {
    let name: String
    let api: TestClient
    let ledger: ChaosLedger

    /// Submits until the ledger closes; each third invoice once more after its answer.
    func run() async throws {
        var index = 0
        while await !ledger.isClosing {
            index += 1
            let number = "\(name)-\(index)"
            try await submit(number)
            if index % 3 == 0 { try await submit(number) }
        }
    }

    private func submit(_ number: String) async throws {
        let invoice: JSONValue = [
            "invoice": [
                "supplier_number": "S-001", "invoice_number": .string(number), "invoice_date": "2026-05-19",
                "currency": "EUR", "total_amount": "119.00", "net_amount": "100.00", "tax_amount": "19.00",
                "lines": [["description": "Work", "quantity": "1", "unit_price": "100.00"]],
            ]
        ]
        let answer = try await persistently {
            try await api.post("/api/v1/partner/invoices", invoice, headers: ["Idempotency-Key": number])
        }
        guard answer.status == 200, let token = answer.json["data"]?["invoice_token"]?.string else {
            return await ledger.fault("\(number): \(answer.status) \(answer.text)")
        }
        await ledger.accept(number, as: token)
    }
}

/// A connector: claims, acknowledges, posts, each call again until there is an answer.
struct ChaosConnector {
    let name: String
    let api: TestClient
    let ledger: ChaosLedger

    /// Works until everything that was accepted is posted.
    func run() async throws {
        var round = 0
        while await !ledger.isDone {
            round += 1
            let key = "\(name)-\(round)"
            for lease in try await claim(key) {
                await ledger.hand(lease.token, to: key)
                try await carryThrough(lease)
            }
        }
    }

    private struct Lease {
        let token: String
        let headers: [String: String]
    }

    private func claim(_ key: String) async throws -> [Lease] {
        let answer = try await persistently {
            try await api.post(
                "/api/v1/invoices/claim",
                ["state": "PendingIntegration", "limit": 5, "lease_ttl_seconds": 1_800],
                headers: ["Idempotency-Key": key])
        }
        guard answer.status == 200, let leases = answer.json["leases"]?.array else {
            await ledger.fault("claim \(key): \(answer.status) \(answer.text)")
            return []
        }
        return leases.compactMap { lease in
            guard let token = lease["invoice_token"]?.string, let secret = lease["lease_token"]?.string else {
                return nil
            }
            return Lease(token: token, headers: ["X-Lease-Token": secret])
        }
    }

    private func carryThrough(_ lease: Lease) async throws {
        let path = "/api/v1/invoices/\(lease.token)"
        let acknowledged = try await persistently {
            try await api.call(.post, "\(path)/acknowledge", headers: lease.headers)
        }
        let result: JSONValue = ["success": true, "external_id_1": .string("ERP-\(lease.token)")]
        let posted = try await persistently {
            try await api.post("\(path)/integration-result", result, headers: lease.headers)
        }
        guard acknowledged.status == 200, posted.status == 200 else {
            return await ledger.fault("\(lease.token): \(acknowledged.text) then \(posted.text)")
        }
        await ledger.post(lease.token, as: "ERP-\(lease.token)")
    }
}

/// Repeats a call until the server answers and means it.
///
/// A connection that breaks, a full queue or a twin in flight say nothing about the call; the client itself waits for a
/// server that is down.
private func persistently(_ call: () async throws -> TestAnswer) async throws -> TestAnswer {
    var last: (any Error)?
    for _ in 0..<200 {
        try Task.checkCancellation()
        do {
            let answer = try await call()
            if answer.status < 500, answer.status != 429, answer["error"]?.string != "idempotency_in_flight" {
                return answer
            }
        } catch {
            last = error
        }
    }
    throw last ?? ChaosError.unanswered
}

/// Why a chaos run gives up.
enum ChaosError: Error {
    case unanswered
    case unfinished
}
