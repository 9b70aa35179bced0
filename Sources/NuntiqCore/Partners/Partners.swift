public import NuntiqModel
public import NuntiqStore

/// Makes, finds and deactivates partner accounts.
public struct Partners: Sendable {
    let database: any Database

    /// Works on a database.
    public init(database: any Database) {
        self.database = database
    }

    /// Makes a partner account with its notification addresses.
    ///
    /// - Throws: ``PartnerError/invalid(_:)`` with every fault, ``PartnerError/nameTaken(_:)``.
    public func create(_ wanted: NewPartner, in tenant: TenantID, by actor: Actor) async throws -> Partner {
        let wanted = try wanted.checked()
        return try await database.write { tx in
            let partner = Partner(
                id: try tx.newID(), name: wanted.name, isActive: true, suppliers: wanted.suppliers,
                emails: wanted.emails, createdAt: tx.now)
            guard try PartnerRepository(tx).insert(partner, in: tenant) else {
                throw PartnerError.nameTaken(partner.name)
            }
            try tx.audit("partner_created", of: partner.id.subject, in: tenant, by: actor, partner.facts)
            return partner
        }
    }

    /// Every partner account of the tenant, by name.
    public func list(_ tenant: TenantID) async throws -> [Partner] {
        try await database.read { tx in try PartnerRepository(tx).all(tenant) }
    }

    /// The partner account named by its id or its name, trimmed and folded.
    public func find(_ reference: String, in tenant: TenantID) async throws -> Partner {
        try await database.read { tx in
            let partners = PartnerRepository(tx)
            if let id = Int64(reference), let partner = try partners.find(tenant, id) { return partner }
            if let partner = try partners.find(tenant, name: reference) { return partner }
            throw PartnerError.unknown(reference)
        }
    }

    /// Makes its keys worthless within a second; what it submitted stays.
    ///
    /// A second time changes nothing.
    public func deactivate(_ id: Int64, in tenant: TenantID, by actor: Actor) async throws -> Partner {
        try await database.write { tx in
            let partners = PartnerRepository(tx)
            if try partners.deactivate(tenant, id) {
                try tx.audit("partner_deactivated", of: id.subject, in: tenant, by: actor, [:])
            }
            guard let partner = try partners.find(tenant, id) else { throw PartnerError.unknown(String(id)) }
            return partner
        }
    }
}

extension NewPartner {
    /// The values as they are stored, or every fault.
    func checked() throws(PartnerError) -> NewPartner {
        let name = trimmed(name)
        let emails = distinct(emails)
        let suppliers = distinct(suppliers)
        var faults: [FieldFault] = []
        if !(1...200).contains(name.count) {
            faults.append(FieldFault(field: "name", message: "The name has 1 to 200 characters."))
        }
        for (index, email) in emails.enumerated() {
            guard let fault = EmailAddress.fault(in: email) else { continue }
            faults.append(FieldFault(field: "notify[\(index)]", message: fault))
        }
        if emails.count > 20 {
            faults.append(FieldFault(field: "notify", message: "An account has at most 20 notification addresses."))
        }
        for (index, number) in suppliers.enumerated() where !(1...100).contains(number.count) {
            let message = "A supplier number has 1 to 100 characters."
            faults.append(FieldFault(field: "suppliers[\(index)]", message: message))
        }
        if suppliers.count > 1_000 {
            faults.append(FieldFault(field: "suppliers", message: "An account has at most 1000 supplier numbers."))
        }
        guard faults.isEmpty else { throw .invalid(faults) }
        return NewPartner(name: name, emails: emails, suppliers: suppliers)
    }

    private func distinct(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.map(trimmed).filter { seen.insert(folded($0)).inserted }
    }
}

extension Partner {
    var facts: JSONValue {
        [
            "name": .string(name), "suppliers": .array(suppliers.map(JSONValue.string)),
            "emails": .array(emails.map(JSONValue.string)),
        ]
    }
}
