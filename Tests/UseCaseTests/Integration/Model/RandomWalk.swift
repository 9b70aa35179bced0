import NuntiqCore
import NuntiqModel
import NuntiqStore
import NuntiqTesting
import Testing

/// A random source that gives the same numbers for the same seed everywhere.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Walks Nuntiq and the reference model side by side, and compares all that a caller can see after each step.
struct RandomWalk {
    let flow: ClaimFlow
    var random: SplitMix
    var tokens: [Token] = []
    var references: [ReferenceInvoice] = []
    /// The lease tokens handed out, by invoice and fence.
    var leaseTokens: [[Token]] = []
    var log: [String] = []
    let mood: Mood

    static let principals = [Principal.sample(501), .sample(502), .sample(503)]

    init(_ flow: ClaimFlow, seed: UInt64) {
        self.flow = flow
        random = SplitMix(state: seed)
        mood = Mood.allCases[Int(seed) % Mood.allCases.count]
    }

    mutating func run(steps: Int) async throws {
        for _ in 0..<3 { try await addInvoice() }
        for _ in 0..<steps {
            let (ours, theirs) = try await step()
            try #require(ours == theirs, "\(recent)")
            try await compareStatuses()
            let open = openInvoices
            if let index = open.randomElement(using: &random) { try await compareState(index) }
            if open.count < 3, tokens.count < 100 { try await addInvoice() }
        }
        for index in tokens.indices { try await compareState(index) }
        try await LapseSweep(database: flow.database).run()
        try await compareIncidents()
        try await checkEvents()
    }

    private mutating func addInvoice() async throws {
        flow.clock.advance(by: .milliseconds(1))
        tokens.append(try await flow.seeder.insert(.with { $0.number = "INV-\(tokens.count)" }))
        var reference = ReferenceInvoice()
        reference.readyAt = flow.clock.now
        references.append(reference)
        leaseTokens.append([])
    }

    private mutating func step() async throws -> (String, String) {
        let dice = Int.random(in: 0..<100, using: &random)
        if dice < 25 { return try await turnClock() }
        return dice < mood.claimsBelow ? try await claim() : try await call()
    }

    private mutating func turnClock() async throws -> (String, String) {
        let seconds = [1, 20, 59, 60, 61, 120, 300, 301, 900].randomElement(using: &random) ?? 1
        flow.clock.advance(by: .seconds(seconds))
        log.append("clock +\(seconds) s")
        if Int.random(in: 0..<4, using: &random) == 0 { try await LapseSweep(database: flow.database).run() }
        return ("", "")
    }

    private mutating func claim() async throws -> (String, String) {
        let principal = Int.random(in: 0..<3, using: &random)
        let limit = Int.random(in: 1...3, using: &random)
        let seconds: Int64 = [60, 90, 300].randomElement(using: &random) ?? 60
        let modes: Set<HandoutMode> =
            [[.post], [.post], [.verifyFirst], [.post, .verifyFirst]].randomElement(using: &random) ?? [.post]
        let expected = claimReference(principal, limit, seconds, modes)
        let request = ClaimRequest(limit: limit, leaseSeconds: seconds, modes: modes)
        let leases = try await flow.integration.claim(request, by: Self.principals[principal])
        var answers: [String] = []
        for lease in leases {
            let index = tokens.firstIndex(of: lease.invoice) ?? -1
            answers.append("\(index) fence \(lease.fence) \(lease.mode.rawValue) until \(lease.expiresAt)")
            leaseTokens[index].append(lease.leaseToken)
        }
        log.append("claim by \(principal) limit \(limit) \(modes): \(answers)")
        return (answers.sorted().joined(separator: "\n"), expected.sorted().joined(separator: "\n"))
    }

    private mutating func claimReference(
        _ principal: Int, _ limit: Int, _ seconds: Int64, _ modes: Set<HandoutMode>
    ) -> [String] {
        let now = flow.clock.now
        for index in references.indices { references[index].settle(now) }
        let ready = references.indices.filter { index in
            modes.contains { references[index].isClaimable(now, verifyFirst: $0 == .verifyFirst) }
        }
        let queue = ready.sorted {
            (references[$0].readyAt ?? now, tokens[$0]) < (references[$1].readyAt ?? now, tokens[$1])
        }
        return queue.prefix(limit).map { index in
            let mode = references[index].status == 95 ? "verify_first" : "post"
            references[index].claim(by: principal, seconds: seconds, now)
            let fence = references[index].takers.count
            return "\(index) fence \(fence) \(mode) until \(now + .seconds(seconds))"
        }
    }

    /// The invoices that are not at their end.
    var openInvoices: [Int] {
        references.indices.filter { ![60, 98, 100].contains(references[$0].status) }
    }

    private mutating func compareStatuses() async throws {
        let list = try await flow.invoices.list(InvoiceFilter(), .page(1), limit: 100, for: flow.erp)
        let listed = Dictionary(uniqueKeysWithValues: list.items.map { ($0.token, $0.status.rawValue) })
        for (index, token) in tokens.enumerated() {
            references[index].settle(flow.clock.now)
            try #require(listed[token] == references[index].status, "invoice \(index)\n\(recent)")
        }
    }

    private func compareState(_ index: Int) async throws {
        let reference = references[index]
        let state = try await flow.invoices.detail(tokens[index], for: flow.erp).state
        let ours = """
            \(state.status.rawValue) \(state.pendingAction?.action.rawValue ?? "-") \
            \(state.integration.externalIDs[0] ?? "-") \(state.integration.failureCode ?? "-") \
            \(state.intent == nil ? "-" : "intent") \(state.lease.map { "\($0.endsAt)" } ?? "-")
            """
        let theirs = """
            \(reference.status) \(reference.pending ?? "-") \
            \(reference.externalID ?? "-") \(reference.failure ?? "-") \
            \(reference.intent == nil ? "-" : "intent") \(reference.leaseEnd.map { "\($0)" } ?? "-")
            """
        try #require(ours == theirs, "invoice \(index) at \(flow.clock.now):\n\(recent)")
    }

    /// The last steps, for messages.
    private var recent: String { log.suffix(40).joined(separator: "\n") }

    /// Each change of status has one event, which begins where the one before ended; claims have a shared one.
    private func checkEvents() async throws {
        for (index, token) in tokens.enumerated() {
            let changes = try await flow.database.read { tx in
                try tx.query(
                    """
                    SELECT from_status, to_status FROM event
                    WHERE tenant = ? AND subject = ? AND from_status <> to_status ORDER BY id
                    """,
                    [flow.seeder.tenant, token]
                ).map { (from: Int(try $0.int(0)), to: Int(try $0.int(1))) }
            }
            var status = -1
            for change in changes {
                let isClaimed = [90, 91, 95].contains(status) && change.from == 92
                #expect(change.from == status || isClaimed, "invoice \(index)")
                let isInTable = Status.transitions.contains {
                    ($0.from?.rawValue ?? -1) == change.from && $0.to.rawValue == change.to
                }
                #expect(isInTable, "\(change)")
                status = change.to
            }
            let final = references[index].status
            #expect(status == final || final == 92, "invoice \(index)")
        }
    }

    private func compareIncidents() async throws {
        let rows = try await flow.database.read { tx in
            try tx.query("SELECT invoice, kind, detail FROM incident").map { row in
                (try row.token(0), try row.text(1), try JSONValue.parse(try row.text(2), limits: .trusted))
            }
        }
        for (index, token) in tokens.enumerated() {
            let ours = rows.filter { $0.0 == token }.map { _, kind, detail in
                let reported = detail["reported_external_id_1"]?.string
                let recorded = detail["recorded_external_id_1"]?.string ?? "-"
                return reported.map { "\(kind) \(recorded) \($0)" } ?? kind
            }
            #expect(Set(ours) == references[index].incidents, "invoice \(index)")
        }
    }
}
