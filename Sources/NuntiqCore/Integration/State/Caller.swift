/// Who calls, and what it shows for a lease.
public struct Caller: Sendable, Hashable {
    /// The principal's id.
    public let id: Int64
    /// The principal as events tell it.
    public let actor: Actor
    /// What it shows.
    public let proof: LeaseProof

    /// Makes a caller.
    public init(id: Int64, actor: Actor, proof: LeaseProof = .none) {
        self.id = id
        self.actor = actor
        self.proof = proof
    }
}

/// What a caller shows for a lease.
public enum LeaseProof: Sendable, Hashable {
    /// No lease token: the caller speaks for its principal.
    case none
    /// A lease token of this invoice: that of the lease with this fence.
    case fence(Int64)
    /// A lease token that this invoice never had.
    case unknown
}

/// How a caller stands to an invoice.
enum Standing: Hashable {
    /// It took the latest lease, and nothing but time has ended that.
    case holder
    /// It took the latest lease, which a result, a change or a give-back ended.
    case former
    /// It leased the invoice before somebody else did.
    case earlier
    /// It never leased the invoice.
    case stranger
}

extension InvoiceState {
    func standing(of caller: Caller) -> Standing {
        switch caller.proof {
        case .fence(fence): holder == 0 ? .former : .holder
        case .fence: .earlier
        case .unknown: .stranger
        case .none where leasedBy.last == caller.id: holder == 0 ? .former : .holder
        case .none: leasedBy.contains(caller.id) ? .earlier : .stranger
        }
    }

    /// Whether a success of this caller is believed: it, or the lease it shows, was there once.
    func hasLeased(_ caller: Caller) -> Bool {
        standing(of: caller) != .stranger || leasedBy.contains(caller.id)
    }
}
