public import NuntiqModel

/// Where an invoice stands: one row of `invoice_state`, apart from the invoice's content.
///
/// A pure value. The verbs beside it (`claim`, `acknowledge`, `reportSuccess` …) say what each call does to it; nothing
/// but ``ChangeStatus`` stores it. While a lease runs, ``lease``, ``readyAt`` and ``handout`` already say what its
/// lapse will mean (``foreseeLapse()``), so that a reader needs no rule: at ``Lease/endsAt`` the row speaks for itself.
public struct InvoiceState: Sendable, Hashable {
    /// The customer.
    public let tenant: TenantID
    /// The public handle of the invoice.
    public let token: Token
    /// The partner account that the content row is kept under.
    public let account: Int64
    /// The status as stored; see ``status(at:)`` for what it is now.
    public internal(set) var status: Status
    /// Grows with each change; a write from a screen names the one it saw.
    public internal(set) var version: Int64
    /// The moment of the last change.
    public internal(set) var updatedAt: Instant
    /// The moment from which it may be handed out, or `nil` when nothing but a change makes it ready.
    public internal(set) var readyAt: Instant?
    /// The mode in which it is handed out at ``readyAt``.
    public internal(set) var handout: HandoutMode
    /// The number of the latest lease; 0 when it was never leased.
    public internal(set) var fence: Int64
    /// The principal of the latest lease while that may still be spoken for, else 0.
    public internal(set) var holder: Int64
    /// Every principal that ever leased it, the latest last.
    public internal(set) var leasedBy: [Int64]
    /// The running lease; a lease that is over stays here until its lapse is written down.
    public internal(set) var lease: Lease?
    /// The length of the latest lease in seconds.
    public internal(set) var leaseSeconds: Int64
    /// Lapses in a row, counted anew after a result or a release.
    public internal(set) var lapses: Int64
    /// The status to go back to: while leased, in doubt or on hold.
    public internal(set) var returnsTo: Status?
    /// What waits for the lease to end.
    public internal(set) var pendingAction: PendingAction?
    /// What a connector is about to post.
    public internal(set) var intent: PostingIntent?
    /// What connectors reported.
    public internal(set) var integration: IntegrationRecord
    /// `ext_reference_1…5`, folded; empty where there is none.
    public internal(set) var references: [String]
    /// The due date, by which what waits for a person is listed: `2026-05-19`, or `~` when there is none.
    public internal(set) var dueOn = "~"
}

extension InvoiceState {
    /// The state of an invoice that has just come in, at 10 or 20.
    public init(
        new token: Token, of tenant: TenantID, account: Int64, status: Status, references: [String], at now: Instant
    ) {
        self.init(
            tenant: tenant, token: token, account: account, status: status, version: 1, updatedAt: now, readyAt: nil,
            handout: .post, fence: 0, holder: 0, leasedBy: [], lease: nil, leaseSeconds: 0, lapses: 0, returnsTo: nil,
            pendingAction: nil, intent: nil, integration: IntegrationRecord(), references: references)
    }

    /// The status at `now`: a lease that is over is over at that second.
    public func status(at now: Instant) -> Status {
        guard let lease, lease.endsAt <= now else { return status }
        return lease.lapseStatus
    }

    /// The version at `now`: writing a lapse down adds one, so it counts from the second of the lapse.
    public func version(at now: Instant) -> Int64 {
        hasLapsed(at: now) ? version + 1 : version
    }

    /// Whether its lease is over and not written down yet.
    public func hasLapsed(at now: Instant) -> Bool {
        lease.map { $0.endsAt <= now } ?? false
    }
}
