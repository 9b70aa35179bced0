import HTTPTypes
import NuntiqCore
import NuntiqModel

extension RouteDescription {
    static let requestLink = RouteDescription(
        id: "requestAccessLink",
        section: .access,
        words: """
            Mails a fresh magic link to a notification address of an active account; one for each account. The answer \
            is the same whether or not the address is known. An address gets at most \(SupplierAccess.linksPerHourMax) \
            links an hour.
            """,
        body: BodyDescription(
            .object([.required("email", .text("The notification address.")), .subdomain]),
            example: ["email": "billing@globex.example", "subdomain": "acme"]),
        answers: [
            .data(
                "The question was taken.", .object([.required("message", .text("What to do next, for people."))]),
                example: ["message": "If this address is on file, a fresh link is on its way."])
        ],
        errors: ["rate_limited"])

    static let requestCode = RouteDescription(
        id: "requestAccessCode",
        section: .access,
        words: """
            Mails a six-digit code to the address that the link went to. It works for 10 minutes, and only the newest \
            one counts; at most \(SupplierAccess.codesMax) are sent for one link.
            """,
        body: BodyDescription(.object([.link, .subdomain]), example: ["token": .string(exampleToken)]),
        answers: [
            .data(
                "It is on its way.",
                .object([
                    .required("email", .text("The address, masked.")),
                    .required("expires_at", .instant("The code works until then.")),
                    .required("codes_left", .whole("So many more may be asked for.", in: 0...5)),
                ]),
                example: [
                    "email": "bi•••••@globex.example", "expires_at": "2026-05-19T08:40:00.123456Z", "codes_left": 4,
                ])
        ],
        errors: ofLinks + ["code_limit_reached"])

    static let validateCode = RouteDescription(
        id: "validateAccessCode",
        section: .access,
        words: """
            Takes the code, with or without spaces. A wrong one is counted: the fifth locks the link. The claim token \
            works for 10 minutes.
            """,
        body: BodyDescription(
            .object([.link, .required("code", .text("The six digits.")), .subdomain]),
            example: ["token": .string(exampleToken), "code": "417293"]),
        answers: [
            .data(
                "The code was right.",
                .object([
                    .required("claim_token", .text("What the key is asked for with.")),
                    .required("expires_at", .instant("It works until then.")),
                ]),
                example: ["claim_token": .string(exampleToken), "expires_at": "2026-05-19T08:40:00.123456Z"])
        ],
        errors: ofLinks + ["code_wrong", "code_expired", "code_used"])

    static let mintKey = RouteDescription(
        id: "mintAccessKey",
        section: .access,
        words: """
            Issues a key; its credentials are in this answer and nowhere else. The link and the claim token are spent \
            by it; a 400 or 409 spends nothing. With `replace` a live key of that label gives it up and works \
            4 more hours.
            """,
        body: BodyDescription(
            .object([
                .required("claim_token", .text("From the validation.")),
                .required(
                    "label",
                    .text(
                        "Its name, unlike those of the account's other live keys.", counts: 1...Keys.labelCharactersMax)
                ),
                .keyInterval, .optional("replace", .truth("Whether a live key of that label is replaced.")), .subdomain,
            ]),
            example: ["claim_token": .string(exampleToken), "label": "prod-ingest", "expires_interval_days": 90]),
        answers: createKey.answers,
        errors: [
            "claim_token_invalid", "claim_token_over", "account_inactive", "key_label_taken", "too_many_keys",
            "partner_inactive", "rate_limited",
        ])

    static let readPreferences = RouteDescription(
        id: "readEmailPreferences",
        section: .access,
        words: "Which mail a notification address of an account wants, by the token in the footer of its mail.",
        query: [.required("token", .text("From the link in the mail.")).showing(.string(exampleToken))],
        answers: [.preferences],
        errors: ["preferences_not_found", "rate_limited"])

    static let changePreferences = RouteDescription(
        id: "changeEmailPreferences",
        section: .access,
        words: "Switches mail on or off; what is not named stays, and unknown names are ignored.",
        body: BodyDescription(
            .object([
                .required("token", .text("From the link in the mail.")),
                .required(
                    "preferences",
                    .object(MailCategory.allCases.map { .optional($0.rawValue, .truth("Whether it is on.")) })),
            ]),
            example: ["token": .string(exampleToken), "preferences": ["reminder_advance": false]]),
        answers: [.preferences],
        errors: ["preferences_not_found", "rate_limited"])

    private static let exampleToken = "3f1c9a7e5d2b8046a1f3c5e7092b4d6f8a0c2e4b6d8f1a35"
    private static let ofLinks = [
        "access_link_invalid", "access_link_expired", "access_link_used", "access_locked", "account_inactive",
        "rate_limited",
    ]
}

extension Member {
    fileprivate static let link = Member.required("token", .text("The token of the mailed link."))

    fileprivate static let subdomain = Member.optional(
        "subdomain", .text("The customer, where the host is not its own: `acme`.", counts: 0...63))
}

extension AnswerDescription {
    fileprivate static let preferences = AnswerDescription.data(
        "The full set.",
        .object([
            .required(
                "preferences",
                .object(
                    MailCategory.allCases.map { .required($0.rawValue, .truth("Whether it is on.")) },
                    named: "EmailPreferences"))
        ]),
        example: [
            "preferences": .object(
                JSONObject(distinct: MailCategory.allCases.map { .init(key: $0.rawValue, value: true) }))
        ])
}
