public import NuntiqModel
public import NuntiqStore

/// Makes, lists and removes the groups of a tenant's users.
public struct Groups: Sendable {
    let database: any Database

    /// Works on a database.
    public init(database: any Database) {
        self.database = database
    }

    /// Every group of the tenant with the number of its members, by code.
    public func list(_ tenant: TenantID) async throws -> [(group: UserGroup, members: Int64)] {
        try await database.read { tx in
            let groups = GroupRepository(tx)
            return try groups.all(tenant).map { ($0, try groups.memberCount(tenant, of: $0.externalCode)) }
        }
    }

    /// Makes a group.
    ///
    /// - Throws: ``UserError/invalid(_:)`` with every fault, ``UserError/groupTaken(_:)``.
    public func create(
        _ code: String, name: String, role: Role, in tenant: TenantID, by actor: Actor
    ) async throws {
        let (code, name) = (trimmed(code), trimmed(name))
        var faults: [FieldFault] = []
        for (field, text) in [("external_code", code), ("name", name)] where !(1...100).contains(text.count) {
            faults.append(FieldFault(field: field, message: "This has 1 to 100 characters."))
        }
        guard faults.isEmpty else { throw UserError.invalid(faults) }
        guard Role.ofTenants.contains(role) else { throw UserError.roleRefused(role) }
        try await database.write { tx in
            guard try GroupRepository(tx).insert(code, name: name, role: role, in: tenant) else {
                throw UserError.groupTaken(code)
            }
            try tx.audit(
                "group_created", of: tenant.rawValue.subject, in: tenant, by: actor,
                ["external_code": .string(code), "role": .string(role.rawValue)])
        }
    }

    /// Removes a group that has no members.
    public func remove(_ code: String, in tenant: TenantID, by actor: Actor) async throws {
        try await database.write { tx in
            let groups = GroupRepository(tx)
            guard try groups.memberCount(tenant, of: code) == 0 else { throw UserError.groupInUse(code) }
            try groups.remove(code, in: tenant)
            try tx.audit(
                "group_removed", of: tenant.rawValue.subject, in: tenant, by: actor,
                ["external_code": .string(code)])
        }
    }
}
