import NuntiqModel

/// A key as mails tell of it: never the key itself.
struct KeyFacts: Sendable, Hashable {
    let id: Token
    let label: String
    let prefix: String
    let last4: String
    let expiresAt: Instant?
    let lastUsedAt: Instant?

    /// `sk_EXAM…3hJ6`.
    static func shown(_ prefix: String, _ last4: String) -> String { "\(prefix)…\(last4)" }

    func json(of partner: Partner) -> JSONObject {
        JSONObject(present: [
            "partner": .string(partner.name), "path": .string(Mail.regeneratePath), "keyID": .string(id.description),
            "label": .string(label), "shown": .string(Self.shown(prefix, last4)),
            "shownPlain": .string("\(prefix)...\(last4)"), "expires": expiresAt?.json, "lastUsed": lastUsedAt?.json,
        ])
    }
}

extension PartnerKey {
    /// The key as mails tell of it.
    var mailFacts: KeyFacts {
        KeyFacts(
            id: id, label: label, prefix: prefix, last4: last4, expiresAt: expiresAt, lastUsedAt: lastUsedAt)
    }
}

extension Mail {
    /// `partner_key_issued`: a new key works.
    static func partnerKeyIssued(_ key: PartnerKey, to email: String, of partner: Partner) -> Mail {
        var mail = about(.partnerKeyIssued, .keyIssued, key.mailFacts, to: email, of: partner)
        mail.facts["issued"] = key.createdAt.json
        mail.slot = "issued \(key.id)"
        return mail
    }

    /// `partner_key_rotated`: a key has new credentials, and those before work for a while.
    static func partnerKeyRotated(
        _ key: PartnerKey, replacing prefix: String, _ last4: String, to email: String, of partner: Partner
    ) -> Mail {
        var mail = about(.partnerKeyRotated, .keyIssued, key.mailFacts, to: email, of: partner)
        mail.facts["replaced"] = .string(KeyFacts.shown(prefix, last4))
        mail.facts["replacedPlain"] = .string("\(prefix)...\(last4)")
        mail.facts["graceUntil"] = key.graceUntil?.json
        return mail
    }

    /// `partner_key_reminder`: a key ends in a while; `slot` is one of ``ReminderSlot/all`` but the last.
    static func partnerKeyReminder(
        _ key: KeyFacts, _ slot: ReminderSlot, daysLeft: Int, generation: Int64, to email: String, of partner: Partner
    ) -> Mail {
        var mail = about(.partnerKeyReminder, slot.category, key, to: email, of: partner)
        mail.facts["when"] = .string(
            daysLeft <= 0 ? "today" : daysLeft == 1 ? "in 1 day" : "in \(daysLeft) days")
        mail.facts["advance"] = .bool(slot.category == .reminderAdvance)
        mail.slot = "reminder \(key.id) \(generation) \(slot.days)"
        return mail
    }

    /// `partner_key_expired`: a key has ended.
    static func partnerKeyExpired(_ key: KeyFacts, generation: Int64, to email: String, of partner: Partner) -> Mail {
        var mail = about(.partnerKeyExpired, .reminderExpired, key, to: email, of: partner)
        mail.slot = "reminder \(key.id) \(generation) 0"
        return mail
    }

    private static func about(
        _ kind: MailKind, _ category: MailCategory, _ key: KeyFacts, to email: String, of partner: Partner
    ) -> Mail {
        var mail = Mail(kind, to: email, key.json(of: partner))
        mail.account = partner.id
        mail.category = category
        return mail
    }
}
