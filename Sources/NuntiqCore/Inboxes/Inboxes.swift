public import NuntiqModel
public import NuntiqStore

/// Adds and lists the inboxes of a tenant.
public struct Inboxes: Sendable {
    let database: any Database

    /// Works on a database.
    public init(database: any Database) {
        self.database = database
    }

    /// Adds an inbox; as default it takes the place of the one that is.
    ///
    /// It takes the template of the inbox that was the default before, or of the tenant's first.
    /// - Throws: ``InboxError``; names are compared trimmed and folded.
    public func add(_ wanted: NewInbox, to tenant: TenantID, by actor: Actor) async throws -> Inbox {
        try wanted.check()
        return try await database.write { tx in
            let inboxes = InboxRepository(tx)
            let model = try inboxes.findDefault(tenant) ?? inboxes.all(tenant).first
            let template = try model?.template ?? TemplateRepository(tx).insertStandard(tenant)
            return try inboxes.insert(wanted, template: template, in: tenant, by: actor)
        }
    }

    /// Every inbox of the tenant, the oldest first.
    public func list(_ tenant: TenantID) async throws -> [Inbox] {
        try await database.read { tx in try InboxRepository(tx).all(tenant) }
    }
}

extension NewInbox {
    func check() throws(InboxError) {
        var faults: [FieldFault] = []
        if let fault = EmailAddress.fault(in: trimmed(address)) {
            faults.append(FieldFault(field: "address", message: fault))
        }
        for (index, name) in externalIdentifiers.enumerated() where !(1...200).contains(trimmed(name).count) {
            let message = "An external identifier has 1 to 200 characters."
            faults.append(FieldFault(field: "external_identifiers[\(index)]", message: message))
        }
        guard faults.isEmpty else { throw .invalid(faults) }
    }
}
