public import NuntiqModel
public import NuntiqStore

/// Pairs of invoices that a person has called different: kept on the timeline of the one that was suspected.
public struct DuplicatePairs {
    let tx: any Transaction

    /// Reads in a transaction.
    public init(_ tx: any Transaction) {
        self.tx = tx
    }

    /// The key of an event's payload that names the other invoice.
    static let key = "not_duplicate_of"

    /// The invoices that an invoice was said to be no duplicate of.
    public func denied(_ tenant: TenantID, _ token: Token) throws -> Set<Token> {
        let rows = try tx.query(
            "SELECT payload FROM event WHERE tenant = ? AND subject = ? AND kind = ?",
            [tenant, token.bytes, Trigger.denyDuplicate.rawValue])
        return Set(try rows.compactMap { try $0.document(0)?[Self.key]?.string.flatMap { Token($0) } })
    }

    /// Those of `candidates` that an invoice may be held against: no ended one, and no pair that was asked before.
    public func originals(of token: Token, among candidates: [InvoiceState]) throws -> [InvoiceState] {
        try candidates.filter { other in
            guard other.countsAsOriginal, other.token != token else { return false }
            return try !denied(other.tenant, token).contains(other.token)
                && !denied(other.tenant, other.token).contains(token)
        }
    }
}

extension InvoiceState {
    /// Whether a later invoice can be its duplicate: not when it was rejected or cancelled.
    public var countsAsOriginal: Bool {
        switch status {
        case .rejected, .integrationCancelled: false
        case .receivedDocument, .extracting, .pendingEnrichment, .enriching, .needsReview, .duplicateSuspected,
            .pendingApproval, .pendingIntegrationFirst, .pendingIntegrationRetry, .pendingAcknowledgement,
            .pendingResult, .integrationInDoubt, .integrationOnHold, .integrationFailed, .processed:
            true
        }
    }
}
