import HTTPTypes
import NuntiqCore
import NuntiqModel

extension RouteDescription {
    static let listKeys = RouteDescription(
        id: "listKeys",
        section: .keys,
        words: """
            Every key of the account, the newest first, revoked ones too. `last_used_at` is late by some seconds and \
            tells of the key in force, not of the one that works beside it until `grace_until`.
            """,
        answers: [
            .data(
                "The keys.", .object([.required("keys", .list(of: .partnerKey))]),
                example: ["keys": [.object(.exampleKey)]])
        ])

    static let createKey = RouteDescription(
        id: "createKey",
        section: .keys,
        words: """
            Makes another key; its credentials are in this answer and nowhere else. Without a choice it lives 90 days. \
            An account has at most \(Keys.liveMax) live keys.
            """,
        body: BodyDescription(
            .object(
                [
                    .required(
                        "label",
                        .text(
                            "Its name, unlike those of the account's other live keys.",
                            counts: 1...Keys.labelCharactersMax))
                ] + .expiry),
            example: ["label": "night batch", "expires_interval_days": 180]),
        answers: [
            .data(
                "The key with its credentials.",
                .object([Member].credentials + [.required("created_at", .instant("When it was made."))]),
                status: .created,
                example: JSONObject.exampleCredentials.with(["created_at": "2026-05-19T08:30:00.123456Z"]))
        ],
        errors: ["key_label_taken", "too_many_keys", "partner_inactive"])

    static let revokeKey = RouteDescription(
        id: "revokeKey",
        section: .keys,
        words: """
            Makes a key worthless within a second, and the key from before its last rotation with it. The row stays in \
            the list. The key that calls cannot revoke itself.
            """,
        answers: [
            .data(
                "It is revoked.", .partnerKey,
                example: JSONObject.exampleKey.with(["revoked_at": "2026-05-19T08:30:00.123456Z"]))
        ],
        errors: ["key_not_found", "key_is_current"])

    static let rotateKey = RouteDescription(
        id: "rotateKey",
        section: .keys,
        words: """
            Gives the key that calls a new `api_key` and a new `rotation_secret`; id and label stay. The old `api_key` \
            submits and reads for 4 more hours, until `grace_until`; a new rotation ends that. Of two rotations at \
            once one wins and the other is a 401. Without a body the key lives its `expires_interval_days` again.

            With an `Idempotency-Key` a lost answer is given again: for 10 minutes, until the new key is first used, \
            the same old key, old secret and `Idempotency-Key` get the same answer. It is the one answer of this API \
            without an envelope.
            """,
        headers: [
            .required("X-Rotation-Secret", .text("The rotation secret of that very key.")),
            .idempotencyKey("Makes a lost answer repeatable."),
        ],
        body: BodyDescription(.object(.expiry), example: ["expires_interval_days": 90]),
        answers: [
            .json(
                "The new credentials.",
                .object(
                    [Member].credentials + [.required("grace_until", .instant("Until then the old key works."))],
                    named: "RotatedKey"),
                headers: [.idempotentReplayed, .optional("Idempotency-Key", .text("The key that was sent."))],
                example: JSONObject.exampleCredentials.with(["grace_until": "2026-05-19T12:30:00.123456Z"]))
        ],
        errors: ["rotation_refused"])

    static let rotateWithoutID = RouteDescription(
        id: "rotateKeyWithoutID",
        section: .keys,
        words: "The path lacks the key's id: always a 400 that says so.",
        headers: rotateKey.headers,
        body: rotateKey.body,
        answers: rotateKey.answers,
        errors: rotateKey.errors)
}

extension Member {
    /// How long a key is to live.
    static let keyInterval = Member.optional(
        "expires_interval_days",
        .either(
            KeyExpiry.intervals.map { .constant(.number(JSONNumber(Int64($0)))) },
            "So many days from now, and again at each rotation; null: for ever."))
}

extension [Member] {
    fileprivate static let expiry: [Member] = [
        .keyInterval,
        .optional("expires_at", .instant("Until then; it wins over `expires_interval_days` and leaves none.")),
    ]

    fileprivate static let shown: [Member] = [
        .required("id", .uuid("Its id; a rotation keeps it.")), .required("label", .text("Its name.")),
        .required("prefix", .text("How the key begins.")), .required("last_4", .text("How the key ends.")),
        .required("expires_at", .instant("When it ends; null: never.").orNull),
        .required(
            "expires_interval_days", .whole("The days of its next rotation; null: none were chosen.").orNull),
    ]

    fileprivate static let credentials: [Member] =
        shown + [
            .required("api_key", .text("The credential for `X-API-Key`.", pattern: "^sk_[0-9A-Za-z]{28}$")),
            .required(
                "rotation_secret", .text("The credential for `X-Rotation-Secret`.", pattern: "^rs_[0-9A-Za-z]{28}$")),
        ]
}

extension Schema {
    fileprivate static let partnerKey = Schema.object(
        .shown + [
            .required("created_at", .instant("When it was made.")),
            .required("last_used_at", .instant("When it was last used.").orNull),
            .required("revoked_at", .instant("When it was revoked.").orNull),
            .required("grace_until", .instant("Until then the key before the last rotation works beside it.").orNull),
        ], named: "PartnerKey")
}

extension JSONObject {
    fileprivate static let exampleShown: JSONObject = [
        "id": "0196e2b0-7c1e-7b64-a1c3-2f6b1d0c9a55", "label": "night batch", "prefix": "sk_9fK2a", "last_4": "Xy7Q",
        "expires_at": "2026-11-15T08:30:00.123456Z", "expires_interval_days": 180,
    ]

    fileprivate static let exampleKey = JSONObject(
        distinct: exampleShown.members
            + ([
                "created_at": "2026-05-19T08:30:00.123456Z", "last_used_at": .null, "revoked_at": .null,
                "grace_until": .null,
            ] as JSONObject).members)

    fileprivate static let exampleCredentials = JSONObject(
        distinct: exampleShown.members
            + ([
                "api_key": "sk_9fK2aexampleexampleexampXy7Q", "rotation_secret": "rs_exampleexampleexampleexampX1",
            ] as JSONObject).members)
}
