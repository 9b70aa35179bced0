import NuntiqModel
public import NuntiqStore

/// Makes and finds tenants.
public struct Tenants: Sendable {
    let database: any Database
    let environment: RuntimeEnvironment
    let receivingDomain: String

    /// `receivingDomain` ends the address of each new tenant's default inbox: `ap@<subdomain>.<receivingDomain>`.
    public init(database: any Database, environment: RuntimeEnvironment, receivingDomain: String) {
        self.database = database
        self.environment = environment
        self.receivingDomain = receivingDomain
    }

    /// Makes a tenant with the standard template and a default inbox, all or nothing.
    ///
    /// - Throws: ``TenantError/invalid(_:)`` with every fault, ``TenantError/subdomainTaken(_:)``.
    public func create(_ wanted: NewTenant, by actor: Actor) async throws -> Tenant {
        let wanted = try wanted.checked()
        let customerNumbers = (0..<4).map { _ in customerNumber() }
        let address = "ap@\(wanted.subdomain).\(receivingDomain)"
        return try await database.write { tx in
            let tenant = try insert(wanted, oneOf: customerNumbers, tx)
            try tx.audit("tenant_created", of: tenant.id.rawValue.subject, in: tenant.id, by: actor, tenant.facts)
            try GroupRepository(tx).insertStandard(tenant.id)
            let template = try TemplateRepository(tx).insertStandard(tenant.id)
            _ = try InboxRepository(tx).insert(
                NewInbox(address: address, isDefault: true), template: template, in: tenant.id, by: actor)
            return tenant
        }
    }

    /// Writes the row under the first customer number that is free; four in a row never are taken in practice.
    private func insert(
        _ wanted: NewTenant, oneOf customerNumbers: [String], _ tx: any Transaction
    ) throws -> Tenant {
        let tenants = TenantRepository(tx)
        let id = TenantID(rawValue: try tx.newID())
        for number in customerNumbers {
            let tenant = Tenant(
                id: id, subdomain: wanted.subdomain, name: wanted.name, customerNumber: number,
                timezone: wanted.timezone, country: wanted.country, createdAt: tx.now)
            if try tenants.insert(tenant) { return tenant }
            guard try tenants.find(subdomain: wanted.subdomain) == nil else { break }
        }
        throw TenantError.subdomainTaken(wanted.subdomain)
    }

    /// Every tenant, by subdomain.
    public func list() async throws -> [Tenant] {
        try await database.read { tx in try TenantRepository(tx).all() }
    }

    /// The tenant named by its subdomain, its customer number or its id.
    public func find(_ reference: String) async throws -> Tenant {
        let name = reference.lowercased()
        return try await database.read { tx in
            let tenants = TenantRepository(tx)
            if let tenant = try tenants.find(subdomain: name) { return tenant }
            if let tenant = try tenants.find(customerNumber: name.uppercased()) { return tenant }
            if let id = Int64(name), let tenant = try tenants.find(TenantID(rawValue: id)) { return tenant }
            throw TenantError.unknown(reference)
        }
    }

    /// The tenant of that subdomain, in any case; `nil` where there is none.
    public func find(subdomain: String) async throws -> Tenant? {
        try await database.read { tx in try TenantRepository(tx).find(subdomain: subdomain.lowercased()) }
    }

    /// `C` and eight digits: short enough to be told by telephone, never taken for an id.
    private func customerNumber() -> String {
        let number = environment.random(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return "C\(10_000_000 + number % 90_000_000)"
    }
}

extension NewTenant {
    /// The values as they are stored, or every fault.
    func checked() throws(TenantError) -> NewTenant {
        let label = subdomain.lowercased()
        let name = trimmed(name)
        var faults: [FieldFault] = []
        if let fault = Subdomain.fault(in: label) { faults.append(FieldFault(field: "subdomain", message: fault)) }
        if !(1...200).contains(name.count) {
            faults.append(FieldFault(field: "name", message: "The name has 1 to 200 characters."))
        }
        if !TimeZoneName.isKnown(timezone) {
            let message = "\"\(timezone)\" is no IANA time zone; Europe/Amsterdam is one."
            faults.append(FieldFault(field: "timezone", message: message))
        }
        if Country(country.uppercased()) == nil {
            let message = "\"\(country)\" is no ISO 3166-1 country code; NL is one."
            faults.append(FieldFault(field: "country", message: message))
        }
        guard faults.isEmpty else { throw .invalid(faults) }
        return NewTenant(subdomain: label, name: name, timezone: timezone, country: country.uppercased())
    }
}

extension Tenant {
    var facts: JSONValue {
        [
            "subdomain": .string(subdomain), "name": .string(name), "customer_number": .string(customerNumber),
            "timezone": .string(timezone), "country": .string(country),
        ]
    }
}
