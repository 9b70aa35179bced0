public import NuntiqModel
internal import NuntiqStore

/// What a connector calls between claim and result.
extension Integration {
    /// 92 → 93: it has the invoice and will push it.
    public func acknowledge(_ token: Token, by principal: Principal, lease: Token?) async throws -> Acknowledgement {
        try await database.write { tx in
            guard let (state, id) = try InvoiceStateRepository(tx: tx).findNumbered(principal.tenant, [token]).first
            else { throw IntegrationError.notFound }
            let change = try state.acknowledge(by: caller(principal, lease, state), at: tx.now)
            try ChangeStatus.save(tx, change, over: state)
            return Acknowledgement(change: change, invoiceID: id)
        }
    }

    /// What became of the push: 100 or 97.
    public func report(_ result: IntegrationResult, on token: Token, by principal: Principal, lease: Token?)
        async throws -> StateChange
    {
        try await change(token, by: principal, lease: lease) { state, caller, now throws(IntegrationError) in
            try state.report(result, by: caller, at: now)
        }
    }

    /// Renews the lease for `seconds` from now; see ``InvoiceState/heartbeat(by:extend:at:)``.
    public func heartbeat(_ token: Token, extend seconds: Int64?, by principal: Principal, lease: Token?)
        async throws -> StateChange
    {
        try await change(token, by: principal, lease: lease) { state, caller, now throws(IntegrationError) in
            try state.heartbeat(by: caller, extend: seconds, at: now)
        }
    }

    /// Ends the lease early.
    public func giveBack(_ token: Token, by principal: Principal, lease: Token?) async throws -> StateChange {
        try await change(token, by: principal, lease: lease) { state, caller, now throws(IntegrationError) in
            try state.giveBack(by: caller, at: now)
        }
    }

    /// Notes that the push begins, under a live lease.
    public func placeIntent(_ intent: IntentRequest, on token: Token, by principal: Principal, lease: Token?)
        async throws -> StateChange
    {
        try await change(token, by: principal, lease: lease) { state, caller, now throws(IntegrationError) in
            try state.placeIntent(intent, by: caller, at: now)
        }
    }

    /// Says that nothing was sent, or that the ERP does not have it.
    public func withdrawIntent(_ token: Token, by principal: Principal, lease: Token?) async throws -> StateChange {
        try await change(token, by: principal, lease: lease) { state, caller, now throws(IntegrationError) in
            try state.withdrawIntent(by: caller, at: now)
        }
    }
}

/// What an acknowledge made of an invoice.
public struct Acknowledgement: Sendable, Hashable {
    /// The change.
    public let change: StateChange
    /// The number of the invoice within the installation.
    public let invoiceID: Int64
}

/// What became of a push.
public enum IntegrationResult: Sendable, Hashable {
    /// The ERP has it. `force` overrides what speaks against it.
    case success(PostingReport, force: Bool)
    /// The ERP did not take it. `force` takes a success back.
    case failure(FailureReport, force: Bool)
}

extension InvoiceState {
    /// A success or a failure.
    func report(_ result: IntegrationResult, by caller: Caller, at now: Instant) throws(IntegrationError) -> StateChange
    {
        switch result {
        case .success(let report, let force): try reportSuccess(report, by: caller, force: force, at: now)
        case .failure(let report, let force): try reportFailure(report, by: caller, force: force, at: now)
        }
    }
}
