public import NuntiqModel

/// What may be done with many invoices at once.
public enum BulkAction: String, Sendable, Hashable, CaseIterable {
    /// Nobody gets them until they are released.
    case hold
    /// Back to where they were held from, or to the ERP again.
    case release
    /// Through the pipeline again.
    case reprocess
    /// They will not be paid; the suppliers are told why.
    case reject
}

/// What became of one invoice.
public enum BulkOutcome: Sendable, Hashable {
    /// It is done.
    case done(StateChange)
    /// It is done when the lease ends that a connector holds.
    case postponed(StateChange)
    /// It was so already.
    case already
    /// It is left out, and why.
    case refused(IntegrationError)
}

extension Integration {
    /// So many invoices are changed by one call.
    public static let bulkMax = 500

    /// Does the same with each invoice, by the rules of the single calls; what refuses one leaves the others alone.
    ///
    /// Each is a change of its own, in the order of the tokens; answers stand in that order.
    public func bulk(_ action: BulkAction, _ tokens: [Token], reason: String, by principal: Principal) async throws
        -> [(token: Token, outcome: BulkOutcome)]
    {
        var outcomes: [(token: Token, outcome: BulkOutcome)] = []
        for token in tokens.prefix(Self.bulkMax) {
            do {
                let change = try await self.change(action, token, reason: reason, by: principal)
                outcomes.append((token, outcome(of: change)))
            } catch let refusal as IntegrationError {
                outcomes.append((token, .refused(refusal)))
            }
        }
        return outcomes
    }

    private func change(_ action: BulkAction, _ token: Token, reason: String, by principal: Principal) async throws
        -> StateChange
    {
        switch action {
        case .hold: try await handle(.hold, token, reason: reason, by: principal)
        case .release: try await release(token, reason: reason, by: principal)
        case .reprocess: try await reprocess(token, reason: reason, by: principal)
        case .reject: try await handle(.reject, token, reason: reason, by: principal)
        }
    }

    private func outcome(of change: StateChange) -> BulkOutcome {
        if change.isRepeat { return .already }
        return change.newStatus.isLeased && change.pendingAction != nil ? .postponed(change) : .done(change)
    }
}
