import NuntiqModel
import NuntiqStore

/// The rows of table `key_directory`: from the hash of a presented key to the tenant and the thing it opens.
///
/// The one table that a request reads before its tenant is known.
struct KeyDirectory {
    enum Kind: String, Sendable, Hashable {
        case partner
        /// The key of a partner account from before its last rotation.
        case partnerGrace = "partner_grace"
        case apiUser = "api_user"
    }

    struct Entry: Sendable, Hashable {
        let tenant: TenantID
        let kind: Kind
        let subject: [UInt8]
    }

    let tx: any Transaction

    init(_ tx: any Transaction) {
        self.tx = tx
    }

    func find(_ hash: [UInt8]) throws -> Entry? {
        guard
            let row = try tx.query("SELECT tenant, kind, subject FROM key_directory WHERE key_hash = ?", [hash]).first,
            let kind = Kind(rawValue: try row.text(1))
        else { return nil }
        return Entry(tenant: try row.tenant(0), kind: kind, subject: try row.bytes(2))
    }

    func insert(_ hash: [UInt8], kind: Kind, subject: [UInt8], in tenant: TenantID) throws {
        try tx.execute(
            "INSERT INTO key_directory (key_hash, tenant, kind, subject) VALUES (?, ?, ?, ?)",
            [hash, tenant, kind.rawValue, subject])
    }

    /// The key from before a rotation: it works on for its last hours.
    func retire(_ hash: [UInt8]) throws {
        try tx.execute("UPDATE key_directory SET kind = ? WHERE key_hash = ?", [Kind.partnerGrace.rawValue, hash])
    }

    /// The key whose label another took: it works on for its last hours as that one's predecessor.
    func retire(_ hash: [UInt8], to subject: [UInt8]) throws {
        try tx.execute(
            "UPDATE key_directory SET kind = ?, subject = ? WHERE key_hash = ?",
            [Kind.partnerGrace.rawValue, subject, hash])
    }

    func remove(_ hash: [UInt8]) throws {
        try tx.execute("DELETE FROM key_directory WHERE key_hash = ?", [hash])
    }
}
