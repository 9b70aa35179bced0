import NuntiqModel

/// A lease inside ``InvoiceLoad/withLease(_:_:)``, renewed while its block runs.
public struct HeldLease: Sendable {
    /// The lease as it was claimed.
    public let lease: InvoiceLease
    let load: InvoiceLoad

    /// What is left of it at least.
    public var timeLeft: Duration { load.context.leases.timeLeft(of: lease.invoiceToken) }

    /// Ask before each step that cannot be undone.
    ///
    /// - Throws: ``LeaseError/lost(invoice:)`` when it is another's by now.
    public func check() throws(LeaseError) {
        try load.context.leases.requireNotLost(lease.invoiceToken)
    }

    /// Renews it now, for 60 to 1,800 seconds; by its own length where none is said.
    ///
    /// - Throws: ``ArgumentError``; ``LeaseError/lost(invoice:)``; ``APIError``.
    public func renew(for length: Duration? = nil) async throws {
        if let length { try ArgumentError.check("length", Int(length.components.seconds), within: 60...1_800) }
        try await load.context.leases.renew(lease.invoiceToken, for: length)
    }

    /// Ends it early: nothing was pushed, another worker may have the invoice at once.
    public func giveBack() async throws { try await load.giveBack(lease.invoiceToken) }
}

extension InvoiceLoad {
    private static let pace = Duration.seconds(1)

    /// Keeps one lease around `body`, and stops `body` when the lease is lost.
    ///
    /// What is not reported at its end is renewed no more, and lapses by itself. `body` must end when its task is
    /// cancelled, as everything that waits by `await` does.
    /// - Throws: ``LeaseError/lost(invoice:)``, and what `body` throws.
    public func withLease<Value: Sendable>(
        _ lease: InvoiceLease, _ body: @escaping @Sendable (HeldLease) async throws -> Value
    ) async throws -> Value {
        context.leases.adopt(lease)
        defer { context.leases.release(lease.invoiceToken) }
        return try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask { try await body(HeldLease(lease: lease, load: self)) }
            group.addTask {
                try await watch(lease.invoiceToken)
                return nil
            }
            defer { group.cancelAll() }
            while let value = try await group.next() {
                if let value { return value }
            }
            throw CancellationError()
        }
    }

    /// Ends by throwing once the lease is lost.
    private func watch(_ invoice: String) async throws {
        do {
            try await context.leases.renew(invoice)
        } catch let error as APIError {
            context.logger.warn("The lease of \(invoice) will be renewed later: \(error)", step: "lease")
        }
        while true {
            try context.leases.requireNotLost(invoice)
            try await context.api.environment.sleep(Self.pace)
        }
    }
}
