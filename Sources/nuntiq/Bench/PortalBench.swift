import Foundation
import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqStore

/// The portal's pages of one tenant with many invoices in several states; the time of each page over HTTP.
struct PortalBench: Sendable {
    let node: BenchNode
    let plan: BenchPlan

    private static let host = "bench.localhost"
    private static let calls = 40
    private static let bar = 100.0
    /// So many submissions run at a time while the tenant is filled.
    private static let submitters = 64
    private static let claimMax = 50

    func run() async throws -> [BenchResult] {
        let partner = try await node.app.authentication.principal(showing: node.partner.apiKey, from: "127.0.0.1")
        let invoice = try await fill(as: partner)
        let session = try await signIn(to: partner.tenant)
        let connection = try LoadConnection(port: node.port)
        return try pages(invoice).map { name, path in
            let request = LoadConnection.page(path, host: Self.host, session: session)
            return BenchResult(
                what: "\(name), \(plan.listed) invoices, 95th percentile", ours: try slowest(request, connection),
                peer: nil, unit: "ms", bar: .oursAtMost(Self.bar))
        }
    }

    private func pages(_ invoice: Token) -> [(String, String)] {
        [
            ("to do", "/invoices"), ("ready", "/invoices?state=ready"), ("processed", "/invoices?state=processed"),
            ("all", "/invoices?state=all"), ("due before", "/invoices?state=todo&due_before=2026-06-01"),
            ("a number found", "/invoices?state=all&q=INV-777"),
            ("a word of all found", "/invoices?state=all&q=consult"),
            ("a word of all in review", "/invoices?state=review&q=load+testing"),
            ("amounts", "/invoices?state=all&amount_from=2000"), ("supplier", "/invoices?state=all&supplier=S-007"),
            ("nothing found", "/invoices?state=todo&q=nothingofthis"), ("one invoice", "/invoices/\(invoice)"),
        ]
    }

    /// Milliseconds within which 95 of 100 calls are answered.
    private func slowest(_ request: [UInt8], _ connection: LoadConnection) throws -> Double {
        let clock = node.app.environment.monotonic
        let times = try (0..<Self.calls).map { _ in
            let start = clock()
            _ = try connection.call(request)
            return (clock() - start) / .milliseconds(1)
        }
        return times.sorted()[Self.calls * 95 / 100]
    }

    private func signIn(to tenant: TenantID) async throws -> String {
        let wanted = NewUser(email: "clerk@bench.example", role: .clerk)
        let invited = try await node.app.users.create(wanted, in: tenant, by: .console)
        return try await node.app.passwords.set(
            "seven green bottles", by: invited.token ?? "", in: tenant, from: "127.0.0.1", agent: "bench"
        ).token
    }
}

// MARK: - The tenant

extension PortalBench {
    /// A third of the invoices has a fault and waits for a person, half of the others is posted; one of them.
    private func fill(as partner: Principal) async throws -> Token {
        var invoice: Token?
        for start in stride(from: 0, to: plan.listed, by: 1_000) {
            let tokens = try await submit(start..<min(start + 1_000, plan.listed), as: partner)
            invoice = invoice ?? tokens.first
            try await node.app.worker.runDue()
        }
        try await post(plan.listed / 3)
        try await node.sequence()
        guard let invoice else { throw LoadError(message: "nothing was submitted") }
        return invoice
    }

    private func submit(_ numbers: Range<Int>, as partner: Principal) async throws -> [Token] {
        try await withThrowingTaskGroup(of: Token.self) { group in
            var (tokens, waiting) = ([Token](), numbers.makeIterator())
            for _ in 0..<Self.submitters {
                guard let number = waiting.next() else { break }
                group.addTask { try await submit(number, as: partner) }
            }
            while let token = try await group.next() {
                tokens.append(token)
                if let number = waiting.next() { group.addTask { try await submit(number, as: partner) } }
            }
            return tokens
        }
    }

    private func submit(_ number: Int, as partner: Principal) async throws -> Token {
        let intake = node.app.submissions.intake(for: partner)
        let fault = number.isMultiple(of: 3) ? "1215.84" : "1214.84"
        let body = SubmitBench.body(String(number))
            .replacing("\"S-001\"", with: "\"S-\(String(format: "%03d", number % 300))\"")
            .replacing("2026-06-18", with: "2026-\(String(format: "%02d-%02d", 5 + number % 7, 1 + number % 28))")
            .replacing("1214.84", with: fault)
        try body.utf8CString.dropLast().withUnsafeBytes(intake.feed)
        return try await node.app.submissions.submit(intake.finish(), by: partner).invoice
    }

    /// Takes invoices through the ERP.
    private func post(_ count: Int) async throws {
        let erp = try await node.app.authentication.principal(showing: node.user.apiKey, from: "127.0.0.1")
        for _ in 0..<(count / Self.claimMax) {
            let leases = try await node.app.integration.claim(ClaimRequest(limit: Self.claimMax), by: erp)
            let report = PostingReport(externalIDs: ["5100", nil, nil], externalMessages: [nil, nil, nil])
            let items = leases.map { lease in
                BatchItem(
                    token: lease.invoice, lease: lease.leaseToken,
                    word: IntegrationResult.success(report, force: false))
            }
            _ = try await node.app.integration.report(items, by: erp)
        }
    }
}
