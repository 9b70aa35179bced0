public import NuntiqCore
public import NuntiqModel

extension PartnerKey {
    /// The key as lists show it, over HTTP and by `nuntiq key`; nothing of it is secret.
    public var wire: JSONObject {
        [
            "id": id.json, "label": .string(label), "prefix": .string(prefix), "last_4": .string(last4),
            "created_at": createdAt.json, "expires_at": expiresAt?.json ?? .null, "expires_interval_days": interval,
            "last_used_at": lastUsedAt?.json ?? .null, "revoked_at": revokedAt?.json ?? .null,
            "grace_until": graceUntil?.json ?? .null,
        ]
    }

    fileprivate var interval: JSONValue {
        expiresIntervalDays.map { .number(JSONNumber(Int64($0))) } ?? .null
    }
}

extension IssuedKey {
    /// A new key with its credentials, which are shown this once.
    public var wire: JSONObject {
        credentials.adding(["created_at": key.createdAt.json])
    }

    /// The bare object that a rotation answers.
    var rotationWire: JSONObject {
        credentials.adding(["grace_until": key.graceUntil?.json ?? .null])
    }

    private var credentials: JSONObject {
        [
            "id": key.id.json, "label": .string(key.label), "api_key": .string(apiKey),
            "rotation_secret": .string(rotationSecret), "prefix": .string(key.prefix), "last_4": .string(key.last4),
            "expires_at": key.expiresAt?.json ?? .null, "expires_interval_days": key.interval,
        ]
    }
}

extension JSONObject {
    /// The members with more behind them.
    fileprivate func adding(_ more: JSONObject) -> JSONObject {
        JSONObject(distinct: members + more.members)
    }
}
