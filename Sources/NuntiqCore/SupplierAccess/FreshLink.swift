public import NuntiqModel
public import NuntiqStore

extension SupplierAccess {
    /// The kind of the work that looks an address up, after its question was answered.
    public static let linkWork = "supplier_link"

    /// Takes the question for a fresh link, and looks nothing up: who asks learns nothing, by words or by time.
    public func requestLink(for email: String, _ purpose: AccessPurpose, in tenant: TenantID) async throws {
        let payload: JSONObject = ["email": .string(String(email.prefix(254))), "purpose": .string(purpose.rawValue)]
        try await database.write { tx in
            try WorkQueue.enqueue(
                tx, WorkItem(tenant: tenant, kind: Self.linkWork, payload: JSONValue.object(payload).serialized()))
        }
    }

    /// Sends the link that was asked for, where the address is one of an active account: one for each.
    public var linkHandler: WorkHandler {
        .inTransaction { work, tx in
            let asked = try JSONValue.parse(work.item.payload)
            let email = asked["email"]?.string ?? ""
            let purpose = asked["purpose"]?.string.flatMap(AccessPurpose.init) ?? .key
            try sendLinks(to: email, for: purpose, in: work.item.tenant, tx)
            return .done
        }
    }

    private func sendLinks(
        to email: String, for purpose: AccessPurpose, in tenant: TenantID, _ tx: any Transaction
    ) throws {
        let sessions = SupplierSessionRepository(tx)
        for id in try sessions.accounts(tenant, with: email) {
            let since = tx.now - .seconds(3_600)
            guard try sessions.linkCount(tenant, id, email, since: since) < Self.linksPerHourMax,
                let account = try PartnerRepository(tx).find(tenant, id),
                let address = account.emails.first(where: { folded($0) == folded(email) })
            else { continue }
            try sendLink(to: address, of: account, for: purpose, isInvitation: false, in: tenant, tx)
        }
    }
}
