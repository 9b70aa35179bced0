import NuntiqMail
public import NuntiqModel
public import NuntiqStore

/// Where mail begins: a row and a work item, in the transaction of its cause.
///
/// Nothing is sent before the commit, and nothing is lost after it (`docs/decisions/017-mail-is-a-row.md`).
public enum Outbox {
    /// Queues a mail; answers whether it will go out.
    ///
    /// Not when its recipient switched its category off, or when its slot was queued before.
    /// - Throws: ``TenantError/unknown(_:)``, ``StoreError``.
    @discardableResult
    public static func queue(_ mail: Mail, in tenant: TenantID, _ tx: any Transaction) throws -> Bool {
        guard let letterhead = try Letterhead.load(tenant, in: tx) else {
            throw TenantError.unknown(String(tenant.rawValue))
        }
        return try queue(mail, by: letterhead, tx)
    }

    /// Queues a mail of a tenant whose letterhead is at hand.
    @discardableResult
    static func queue(_ mail: Mail, by letterhead: Letterhead, _ tx: any Transaction) throws -> Bool {
        if let category = mail.category,
            try MailPreferenceRepository(tx).isMuted(category, letterhead.tenant, mail.account, mail.recipient)
        {
            return false
        }
        let facts = mail.facts(under: letterhead)
        let subject = MailRenderer.shared.subject(of: mail.kind, facts)
        let id = try tx.newID()
        guard try OutboxRepository(tx).insert(mail, id, subject: subject, facts: facts, in: letterhead.tenant) else {
            return false
        }
        try WorkQueue.enqueue(
            tx, WorkItem(tenant: letterhead.tenant, kind: mail.kind.workKind, subject: id.subject))
        return true
    }
}

extension Mail {
    /// Its facts with those of who sends it: all that its templates ever show, but for secrets and addresses of pages.
    fileprivate func facts(under letterhead: Letterhead) -> JSONObject {
        var facts = facts
        facts["email"] = .string(recipient)
        facts["customer"] = .string(letterhead.name)
        facts["subdomain"] = .string(letterhead.subdomain)
        facts["timezone"] = .string(letterhead.timezone)
        facts["colour"] = .string(letterhead.colour.text)
        facts["contact"] = letterhead.contact.map(JSONValue.string)
        return facts
    }
}
