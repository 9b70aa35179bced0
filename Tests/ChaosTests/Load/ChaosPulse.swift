/// How long the two calls take that nobody wants to wait for.
struct ChaosLatency: Sendable {
    var submission: Duration
    var claim: Duration
}

/// Measures latency in the middle of the load, as one more supplier and one more connector.
struct ChaosPulse: Sendable {
    let supplier: ChaosSupplier
    let connector: ChaosConnector

    init(_ house: ChaosHouse) {
        supplier = ChaosSupplier(
            name: "P", caller: house.caller(house.tenant.supplierKey), attaches: house.plan.hasAttachments)
        connector = ChaosConnector(name: "P", caller: house.connectorCaller(0))
    }

    /// The medians of so many submissions and claims; each measurement of a run has a name of its own.
    func measure(_ name: String, calls: Int) async throws -> ChaosLatency {
        var submissions: [Duration] = []
        var claims: [Duration] = []
        for index in 0..<calls {
            let key = "\(name)-\(index)"
            submissions.append(try await ContinuousClock().measure { try await supplier.submit("P-\(key)") })
            var leases: [ChaosLease] = []
            claims.append(
                try await ContinuousClock().measure { leases = try await connector.claim("P-\(key)", limit: 1) })
            for lease in leases { try await connector.carryThrough(lease) }
        }
        return ChaosLatency(submission: submissions.median, claim: claims.median)
    }
}

extension [Duration] {
    /// The one in the middle.
    fileprivate var median: Duration { isEmpty ? .zero : sorted()[count / 2] }
}
