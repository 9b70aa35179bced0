internal import NuntiqModel
public import NuntiqStore

/// The claim flow: what connectors and people may do with invoices that are handed out to an ERP.
///
/// Each call runs a verb of ``InvoiceState`` in one transaction under the row's lock. Errors are ``IntegrationError``.
public struct Integration: Sendable {
    let database: any Database
    let environment: RuntimeEnvironment
    let tokens: LeaseTokens
    let claims = JointClaims { group, next in next.fits(with: group) }

    /// Puts the use cases on a database.
    public init(database: any Database, environment: RuntimeEnvironment, secrets: Secrets) {
        self.database = database
        self.environment = environment
        tokens = LeaseTokens(secrets: secrets)
    }

    /// Runs a verb on one invoice and stores what it makes of it; refuses when the caller saw an older `version`.
    func change(
        _ token: Token, by principal: Principal, lease: Token? = nil, seeing version: Int64? = nil,
        _ verb: @escaping @Sendable (InvoiceState, Caller, Instant) throws(IntegrationError) -> StateChange
    ) async throws -> StateChange {
        let change = try await database.write { tx in
            guard let state = try InvoiceStateRepository(tx: tx).find(principal.tenant, token) else {
                throw IntegrationError.notFound
            }
            if let version, version != state.version(at: tx.now) {
                throw try LastChange(tx: tx).conflict(on: state, seen: version)
            }
            let change = try verb(state, caller(principal, lease, state), tx.now)
            try ChangeStatus.save(tx, change, over: state)
            return change
        }
        if let refusal = change.refusal { throw refusal }
        return change
    }

    /// The principal as the verbs know it, with what its lease token proves.
    func caller(_ principal: Principal, _ lease: Token?, _ state: InvoiceState) -> Caller {
        Caller(id: principal.id, actor: principal.actor, proof: tokens.proof(of: lease, for: state))
    }
}
