public import NuntiqModel

/// Why a call about an invoice, its files or its integration is refused.
public enum IntegrationError: UserFacingError, Hashable {
    /// There is no such invoice in this tenant.
    case notFound
    /// There is no such attachment in this tenant.
    case attachmentNotFound
    /// The caller may read what it holds, and it does not hold this.
    case notReadable
    /// Nobody ever claimed it.
    case notLeased(Status)
    /// The caller has no lease on it.
    case notLeaseHolder(Status)
    /// The caller's lease ended by another's lease, a change or a result.
    case leaseLost(Status)
    /// The caller's lease ran out; a heartbeat takes it up again.
    case leaseLapsed(Status)
    /// It is rejected or cancelled.
    case invoiceClosed(Status)
    /// It is processed, with this posting.
    case alreadyProcessed(recorded: String?, reported: String?)
    /// Its status does not allow what was asked.
    case statusConflict(Status, action: String)
    /// Its content cannot change at this status.
    case contentImmutable(Status)
    /// It changed since the caller looked at it.
    case versionConflict(expected: Int64, actual: Int64, lastChange: String)
    /// The key came before with other parameters.
    case idempotencyKeyReused
    /// The person's role does not permit it.
    case rightMissing(_ action: String)
    /// A decision that needs a reason came without one.
    case reasonMissing

    /// Public API: never renamed, never reused.
    public var code: String {
        switch self {
        case .notFound: "invoice_not_found"
        case .attachmentNotFound: "attachment_not_found"
        case .notReadable: "permission_missing"
        case .notLeased: "not_leased"
        case .notLeaseHolder: "not_lease_holder"
        case .leaseLost: "lease_lost"
        case .leaseLapsed: "lease_lapsed"
        case .invoiceClosed: "invoice_closed"
        case .alreadyProcessed: "already_processed"
        case .statusConflict: "status_conflict"
        case .contentImmutable: "content_immutable"
        case .versionConflict: "version_conflict"
        case .idempotencyKeyReused: "idempotency_key_reused"
        case .rightMissing: "permission_missing"
        case .reasonMissing: "reason_missing"
        }
    }

    /// What is the case, with the status that decides it.
    public var message: String {
        switch self {
        case .notFound:
            "There is no invoice with this token."
        case .attachmentNotFound:
            "There is no attachment with this token."
        case .notReadable:
            "Without READ_DOCS only an invoice whose lease this caller took last can be read."
        case .notLeased(let status):
            "The invoice is at \(name(status)) and was never claimed."
        case .notLeaseHolder(let status):
            "The invoice is at \(name(status)); this caller does not hold its lease."
        case .leaseLost(let status):
            "The lease is lost: the invoice is at \(name(status)), leased again, changed or ended since."
        case .leaseLapsed(let status):
            "The lease ran out; the invoice is at \(name(status))."
        case .invoiceClosed(let status):
            "The invoice is closed at \(name(status))."
        case .alreadyProcessed(let recorded, let reported):
            alreadyProcessedMessage(recorded, reported)
        case .statusConflict(let status, let action):
            "The invoice is at \(name(status)), which does not allow \(action)."
        case .contentImmutable(let status):
            "The invoice is at \(name(status)); its content cannot change there."
        case .versionConflict(let expected, let actual, let lastChange):
            "The invoice is at version \(actual), not \(expected); the last change: \(lastChange)."
        case .idempotencyKeyReused:
            "This idempotency key came before with other parameters."
        case .rightMissing(let action):
            "This person may not \(action)."
        case .reasonMissing:
            "This decision needs a reason."
        }
    }

    /// What to do about it.
    public var hint: String {
        switch self {
        case .notFound: "Check the token and that the key belongs to the tenant of the invoice."
        case .attachmentNotFound: "Take the token from the invoice it belongs to."
        case .notReadable: "Claim the invoice, or ask for the permission READ_DOCS."
        case .notLeased: "Claim the invoice first."
        case .notLeaseHolder: "Claim the invoice, or send the X-Lease-Token of its lease."
        case .leaseLost: "Stop working on the invoice; if it was posted, report the success all the same."
        case .leaseLapsed: "Send a heartbeat to take the lease up again, then repeat the call."
        case .invoiceClosed: "If it was posted in the ERP, report the success with force_override or reverse it there."
        case .alreadyProcessed: "Look for a double posting in the ERP; force_override replaces what is recorded."
        case .statusConflict: "Read the invoice again; its status says what is possible."
        case .contentImmutable: "Wait until the integration has ended, or pull the invoice back first."
        case .versionConflict: "Read the invoice again and repeat the change on what is there now."
        case .idempotencyKeyReused: "Use a new key for a new claim."
        case .rightMissing: "Ask somebody whose role permits it."
        case .reasonMissing: "Say why, in a sentence."
        }
    }

    private func name(_ status: Status) -> String {
        "status \(status.rawValue) (\(status.key))"
    }

    private func alreadyProcessedMessage(_ recorded: String?, _ reported: String?) -> String {
        let posting = recorded.map { " as \($0)" } ?? ""
        let other = reported.map { "; \($0) was reported now" } ?? ""
        return "The invoice is at \(name(.processed))\(posting)\(other)."
    }
}
