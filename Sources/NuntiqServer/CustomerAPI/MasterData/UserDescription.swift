import NuntiqCore
import NuntiqModel

extension RouteDescription {
    static let userUpsert = RouteDescription(
        id: "upsertUser",
        section: .users,
        words: """
            Takes one user, an array, or `{data: […]}`, at most 1 000, all or none. A user is known by \
            `login_account`, whatever its case. `password` is never shown and must be changed at the next sign-in. \
            `groups` take the place of those that a user is in; absent, they stay. `is_active` is not taken: a delete \
            ends a user's access. Unknown members say nothing.
            """,
        body: BodyDescription(
            .either([
                .user, .list(of: .user, counts: 1...MasterRequest.rowsMax),
                .object([.required("data", .list(of: .user, counts: 1...MasterRequest.rowsMax))]),
            ]),
            example: [
                "login_account": "a.jansen", "first_name": "Anna", "last_name": "Jansen",
                "email": "a.jansen@example.com", "login_type": 1, "groups": [["external_code": "CLERKS"]],
            ]),
        answers: [
            .json(
                "What it changed.",
                .object([
                    .required("inserted", .whole("Users that were not there.")),
                    .required("updated", .whole("Users that changed.")),
                    .required("unchanged", .whole("Users that did not.")),
                ]), example: ["inserted": 1, "updated": 0, "unchanged": 0])
        ],
        errors: ["user_email_taken", "user_login_taken", "last_admin"])

    static let userList = RouteDescription(
        id: "listUser",
        section: .users,
        words: "Users by login account, also those whose access has ended.",
        query: MasterPage.parameters + UserUploadRequest.filtered.fields.map(\.parameter),
        answers: [
            .json(
                "A page.",
                .object([
                    .required("items", .list(of: .shownUser)), .required("count", .whole("So many match in all.")),
                    .required("page", .whole("The page.")),
                ]), example: ["items": [], "count": 0, "page": 1])
        ])

    static let userDelete = RouteDescription(
        id: "deleteUser",
        section: .users,
        words: "Ends the access of the users that filters name: `is_active` false, `active_to` now. Their rows stay.",
        body: BodyDescription(
            .object([
                .required(
                    "parameters",
                    .list(
                        of: .map(of: .anything(), "Fields with the values they must have; all of them hold."),
                        "Whom any of them names.", counts: 1...MasterDeletionRequest.entriesMax))
            ]), example: ["parameters": [["login_account": "a.jansen"]]]),
        answers: [
            .json(
                "How many there were.",
                .object([.required("ok", .constant(true)), .required("deleted", .whole("So many users."))]),
                example: ["ok": true, "deleted": 1])
        ],
        errors: ["last_admin"])

    static let userDeactivateInactive = RouteDescription(
        id: "deactivateInactiveUsers",
        section: .users,
        words: """
            Ends the access of who was made, and last signed in, more than `days` ago; signing in on somebody's behalf \
            is no sign-in. With `dry_run` it only lists them. At most 1 000 at once: `truncated` says that there are \
            more.
            """,
        body: BodyDescription(
            .object([
                .required("days", .whole("So many days.", in: 1...36_500)),
                .optional("exclude_login_accounts", .list(of: .text(), "Who stays.", counts: 0...1_000)),
                .optional("dry_run", .truth("Change nothing.", fallback: false)),
            ]), example: ["days": 180, "exclude_login_accounts": ["a.jansen"], "dry_run": true]),
        answers: [
            .json(
                "Who it is.",
                .object([
                    .required("dry_run", .truth("Whether nothing was changed.")),
                    .required("count", .whole("So many are listed.")),
                    .required("truncated", .truth("Whether there are more.")),
                    .required(
                        "users",
                        .list(
                            of: .object([
                                .required("login_account", .text()), .required("email", .text()),
                                .required("last_login_at", .instant("Null for never.").orNull),
                                .required("created_at", .instant()),
                            ]))),
                ]), example: ["dry_run": true, "count": 0, "truncated": false, "users": []])
        ],
        errors: ["last_admin"])
}

extension Schema {
    fileprivate static let user = Schema.object(UserUploadRequest.shape.sentMembers, named: "UserInput")

    fileprivate static let shownUser = Schema.object(
        [
            .required("id", .id("Its number.")), .required("login_account", .text()), .required("first_name", .text()),
            .required("last_name", .text()), .required("email", .text()), .required("login_type", .whole(in: 1...2)),
            .required("sso_provider", .text().orNull),
            .required("groups", .list(of: .object([.required("external_code", .text())]))),
            .required("is_active", .truth()), .required("active_from", .instant().orNull),
            .required("active_to", .instant().orNull), .required("must_change_password", .truth()),
            .required("last_login_at", .instant().orNull), .required("created_at", .instant()),
            .required("updated_at", .instant()),
        ], named: "User")
}
