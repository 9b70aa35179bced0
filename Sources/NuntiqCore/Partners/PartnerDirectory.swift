public import NuntiqModel
import NuntiqStore

/// A page of partner accounts.
public struct PartnerPage: Sendable {
    /// The accounts, by name.
    public let partners: [PartnerOverview]
    /// How many there are in all, without regard to a search.
    public let total: Int64
    /// Where the next page begins; `nil` after the last.
    public let next: String?
}

extension Partners {
    /// So many accounts stand on a page.
    public static let pageSize = 50

    /// Accounts by name, after that of the last page; `words` looks in names, addresses and the ends of keys.
    public func overview(_ tenant: TenantID, words: String = "", after: String = "") async throws -> PartnerPage {
        try await database.read { tx in
            let repository = PartnerOverviewRepository(tx)
            let limit = Self.pageSize + 1
            let found =
                trimmed(words).isEmpty
                ? try repository.page(tenant, after: after, limit: limit)
                : try repository.search(tenant, words, after: after, limit: limit)
            let page = Array(found.prefix(Self.pageSize))
            return PartnerPage(
                partners: page, total: try repository.count(tenant),
                next: found.count > page.count ? page.last?.nameFolded : nil)
        }
    }

    /// The keys of an account, the newest first, revoked ones too.
    public func keys(of partner: Int64, in tenant: TenantID) async throws -> [PartnerKeyOverview] {
        try await database.read { tx in try PartnerOverviewRepository(tx).keys(tenant, of: partner) }
    }

    /// Adds a notification address; one that is there already stays as it is.
    ///
    /// - Throws: ``PartnerError/invalid(_:)``, ``PartnerError/unknown(_:)``.
    public func add(_ email: String, to id: Int64, in tenant: TenantID, by actor: Actor) async throws -> Partner {
        let email = trimmed(email)
        if let fault = EmailAddress.fault(in: email) {
            throw PartnerError.invalid([FieldFault(field: "email", message: fault)])
        }
        return try await database.write { tx in
            let partners = PartnerRepository(tx)
            try partners.lock(tenant, id)
            guard let partner = try partners.find(tenant, id) else { throw PartnerError.unknown(String(id)) }
            guard partner.emails.count < 20 else {
                let message = "An account has at most 20 notification addresses."
                throw PartnerError.invalid([FieldFault(field: "email", message: message)])
            }
            if try partners.insert(email, of: id, in: tenant) {
                try tx.audit(
                    "partner_address_added", of: id.subject, in: tenant, by: actor, ["email": .string(email)])
            }
            return try partners.find(tenant, id) ?? partner
        }
    }

    /// Takes a notification address away; nothing more is mailed to it.
    public func remove(_ email: String, from id: Int64, in tenant: TenantID, by actor: Actor) async throws -> Partner {
        try await database.write { tx in
            let partners = PartnerRepository(tx)
            if try partners.remove(email, of: id, in: tenant) {
                try tx.audit(
                    "partner_address_removed", of: id.subject, in: tenant, by: actor, ["email": .string(email)])
            }
            guard let partner = try partners.find(tenant, id) else { throw PartnerError.unknown(String(id)) }
            return partner
        }
    }
}
