import NuntiqMail
public import NuntiqModel
import NuntiqStore

/// How a tenant wants to present itself to suppliers, as typed.
public struct Branding: Sendable, Hashable {
    /// The name that suppliers read; empty takes the tenant's own.
    public var displayName: String
    /// The colour, `#8f3a1e`; empty takes the house's.
    public var colour: String
    /// Where suppliers ask; empty says nothing.
    public var contact: String

    /// Makes a wish from its parts.
    public init(displayName: String, colour: String, contact: String) {
        self.displayName = displayName
        self.colour = colour
        self.contact = contact
    }

    /// The values as they are stored, or every fault.
    func checked() throws(TenantError) -> Branding {
        let branding = Branding(
            displayName: trimmed(displayName), colour: trimmed(colour).lowercased(), contact: trimmed(contact))
        var faults: [FieldFault] = []
        if branding.displayName.count > 200 || branding.displayName.contains(where: \.isNewline) {
            faults.append(
                FieldFault(field: "display_name", message: "The name has at most 200 characters on one line."))
        }
        if !branding.colour.isEmpty, BrandColour(branding.colour) == nil {
            faults.append(FieldFault(field: "colour", message: "A colour is # and six hexadecimal digits: #8f3a1e."))
        }
        if !branding.contact.isEmpty, let fault = EmailAddress.fault(in: branding.contact) {
            faults.append(FieldFault(field: "contact_email", message: fault))
        }
        guard faults.isEmpty else { throw .invalid(faults) }
        return branding
    }

    /// The members of `branding` in the tenant's settings.
    fileprivate var json: JSONValue {
        .object(
            JSONObject(present: [
                "display_name": displayName.isEmpty ? nil : .string(displayName),
                "colour": colour.isEmpty ? nil : .string(colour),
                "contact_email": contact.isEmpty ? nil : .string(contact),
            ]))
    }
}

extension Tenants {
    /// How a tenant presents itself now.
    public func letterhead(of tenant: TenantID) async throws -> Letterhead {
        let found = try await database.read { tx in try Letterhead.load(tenant, in: tx) }
        guard let found else { throw TenantError.unknown(String(tenant.rawValue)) }
        return found
    }

    /// Changes how a tenant presents itself; mails and pages from now on have it.
    ///
    /// - Throws: ``TenantError/invalid(_:)`` with every fault.
    public func save(_ branding: Branding, of tenant: TenantID, by actor: Actor) async throws {
        let branding = try branding.checked()
        try await database.write { tx in
            try TenantRepository(tx).change(tenant) { settings in settings["branding"] = branding.json }
            try tx.audit(
                "branding_changed", of: tenant.rawValue.subject, in: tenant, by: actor, branding.json)
        }
    }
}
