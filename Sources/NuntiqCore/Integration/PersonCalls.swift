public import NuntiqModel

extension Principal {
    /// Whether what stands at a status is this caller's to decide: an approval is an approver's.
    public func mayDecide(at status: Status) -> Bool {
        switch kind {
        case .partner, .apiUser, .job: true
        case .user(let role): status != .pendingApproval || role >= .approver
        }
    }
}

/// What people, and programs on their behalf, do with an invoice; each needs a reason.
extension Integration {
    /// Holds, rejects or cancels; at 92/93 it waits for the end of the lease (``StateChange/pendingAction``).
    public func handle(
        _ action: HandlingAction, _ token: Token, reason: String, version: Int64? = nil, by principal: Principal
    ) async throws -> StateChange {
        try await change(token, by: principal, seeing: version) { state, caller, now throws(IntegrationError) in
            if action == .reject, !principal.mayDecide(at: state.status(at: now)) {
                throw .rightMissing("reject what waits for an approver")
            }
            return try state.handle(action, reason: reason, by: caller.actor, at: now)
        }
    }

    /// 96 → where it was held from, 97 → 91.
    public func release(_ token: Token, reason: String, version: Int64? = nil, by principal: Principal) async throws
        -> StateChange
    {
        try await change(token, by: principal, seeing: version) { state, caller, now throws(IntegrationError) in
            try state.release(reason: reason, by: caller.actor, at: now)
        }
    }

    /// 95, 97 → 100 with the ERP's id; 95 → 91 when `report` is `nil`: the ERP does not have it.
    public func settle(
        _ token: Token, as report: PostingReport?, reason: String, version: Int64? = nil, by principal: Principal
    ) async throws -> StateChange {
        try await change(token, by: principal, seeing: version) { state, caller, now throws(IntegrationError) in
            guard let report else { return try state.settleAsNotPosted(reason: reason, by: caller, at: now) }
            return try state.settle(as: report, reason: reason, by: caller, at: now)
        }
    }

    /// 40, 90, 91, 97 → 30: the pipeline runs again.
    public func reprocess(_ token: Token, reason: String, version: Int64? = nil, by principal: Principal) async throws
        -> StateChange
    {
        try await change(token, by: principal, seeing: version) { state, caller, now throws(IntegrationError) in
            try state.reprocess(reason: reason, by: caller.actor, at: now)
        }
    }

    /// 60, 98 → 40: a rejection or cancellation is taken back.
    public func reopen(_ token: Token, reason: String, version: Int64? = nil, by principal: Principal) async throws
        -> StateChange
    {
        try await change(token, by: principal, seeing: version) { state, caller, now throws(IntegrationError) in
            try state.reopen(reason: reason, by: caller.actor, at: now)
        }
    }

    /// 10…50, 90, 91 → 98: the supplier takes it back.
    ///
    /// Only the account that sent it: another's invoice is not found.
    public func withdraw(_ token: Token, reason: String, by principal: Principal) async throws -> StateChange {
        try await change(token, by: principal) { state, caller, now throws(IntegrationError) in
            guard state.account == caller.id else { throw .notFound }
            return try state.withdraw(reason: reason, by: caller.actor, at: now)
        }
    }
}
