public import NuntiqModel
public import NuntiqStore

/// Reads and changes which mail a recipient wants, by the token in the footer of its mail.
public struct EmailPreferences: Sendable {
    let database: any Database
    let secrets: Secrets

    /// Works on a database; tokens are made with the installation's secrets.
    public init(database: any Database, secrets: Secrets) {
        self.database = database
        self.secrets = secrets
    }

    /// What the recipient with that token wants.
    ///
    /// - Throws: ``MailPreferenceError/unknownToken``.
    public func find(_ token: String) async throws -> MailPreferences {
        try await database.read { tx in try MailPreferenceRepository(tx).require(token) }
    }

    /// Switches categories on (`true`) or off; those that are not named stay.
    ///
    /// - Throws: ``MailPreferenceError/unknownToken``.
    public func set(_ changes: [MailCategory: Bool], for token: String) async throws -> MailPreferences {
        try await database.write { tx in
            let rows = MailPreferenceRepository(tx)
            let before = try rows.require(token)
            let muted = before.muted.union(changes.filter { !$0.value }.keys)
                .subtracting(changes.filter(\.value).keys)
            guard muted != before.muted else { return before }
            let after = MailPreferences(
                tenant: before.tenant, account: before.account, email: before.email, muted: muted)
            try rows.save(after)
            let recipient = Actor(source: "MANUAL_USER", type: "USER", id: "", name: before.email)
            try tx.audit(
                "email_preferences_changed", of: before.account.subject, in: before.tenant, by: recipient,
                ["email": .string(before.email), "muted": .array(muted.map(\.rawValue).sorted().map(JSONValue.string))])
            return after
        }
    }

    /// The token of a recipient, for links; made when it is first asked for, and the same ever after.
    public func token(for email: String, of account: Int64, in tenant: TenantID) async throws -> String {
        let token = MailToken(of: email, account, tenant, secrets)
        try await database.write { tx in try MailPreferenceRepository(tx).mint(token) }
        return token.text
    }
}
