public import NuntiqModel
public import NuntiqStore

/// Makes, lists and revokes API users.
public struct ApiUsers: Sendable {
    let database: any Database
    let environment: RuntimeEnvironment
    let secrets: Secrets

    /// Works on a database with the installation's secrets.
    public init(database: any Database, environment: RuntimeEnvironment, secrets: Secrets) {
        self.database = database
        self.environment = environment
        self.secrets = secrets
    }

    /// Makes an API user; its key is in the answer and nowhere else.
    ///
    /// - Throws: ``ApiUserError/invalid(_:)``: the name has 1 to 100 characters, there is at least one permission.
    public func create(
        _ name: String, permissions: Set<Permission>, in tenant: TenantID, by actor: Actor
    ) async throws -> IssuedApiUser {
        let name = trimmed(name)
        try check(name, permissions)
        let key = APIKey.generate(.key, random: environment.random)
        let hash = secrets.hash(key.text)
        return try await database.write { tx in
            let user = ApiUser(
                id: try tx.newID(), name: name, permissions: permissions, prefix: key.prefix, last4: key.last4,
                createdAt: tx.now, lastUsedAt: nil, revokedAt: nil)
            try ApiUserRepository(tx).insert(user, hash: hash, pepper: secrets.pepperVersion, in: tenant)
            try tx.audit("api_user_created", of: user.id.subject, in: tenant, by: actor, user.facts)
            return IssuedApiUser(user: user, apiKey: key.text)
        }
    }

    /// Every API user of the tenant, the oldest first, revoked ones too.
    public func list(_ tenant: TenantID) async throws -> [ApiUser] {
        try await database.read { tx in try ApiUserRepository(tx).all(tenant) }
    }

    /// Makes the key of an API user, named by id or by name, worthless within a second; its row stays for the audit.
    public func revoke(_ reference: String, in tenant: TenantID, by actor: Actor) async throws -> ApiUser {
        try await database.write { tx in
            let users = ApiUserRepository(tx)
            let id = try liveUser(reference, among: users.all(tenant)).id
            guard try users.revoke(tenant, id), let user = try users.find(tenant, id) else {
                throw ApiUserError.unknown(reference)
            }
            try tx.audit("api_user_revoked", of: id.subject, in: tenant, by: actor, user.facts)
            return user
        }
    }

    private func liveUser(_ reference: String, among users: [ApiUser]) throws(ApiUserError) -> ApiUser {
        let live = users.filter { $0.revokedAt == nil }
        if let user = live.first(where: { String($0.id) == reference }) { return user }
        let named = live.filter { folded($0.name) == trimmedFolded(reference) }
        guard let user = named.first else { throw .unknown(reference) }
        guard named.count == 1 else { throw .ambiguous(reference, ids: named.map(\.id)) }
        return user
    }

    private func check(_ name: String, _ permissions: Set<Permission>) throws(ApiUserError) {
        var faults: [FieldFault] = []
        if !(1...100).contains(name.count) {
            faults.append(FieldFault(field: "name", message: "The name has 1 to 100 characters."))
        }
        if permissions.isEmpty {
            faults.append(FieldFault(field: "permissions", message: "An API user has at least one permission."))
        }
        guard faults.isEmpty else { throw .invalid(faults) }
    }
}

extension ApiUser {
    var facts: JSONValue {
        [
            "id": .number(JSONNumber(id)), "name": .string(name), "prefix": .string(prefix), "last_4": .string(last4),
            "permissions": .array(permissions.map(\.rawValue).sorted().map(JSONValue.string)),
        ]
    }
}
