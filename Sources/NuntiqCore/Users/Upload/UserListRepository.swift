internal import NuntiqModel
internal import NuntiqStore

/// Users by filters, some at a time.
struct UserListRepository {
    let tx: any Transaction
    let tenant: TenantID
    let filter: MasterFilter

    func count() throws -> Int64 {
        let (condition, values) = condition
        return try tx.query("SELECT count(*) FROM portal_user WHERE tenant = ? \(condition)", [tenant] + values)
            .first?.int(0) ?? 0
    }

    /// In the order of login accounts (index `portal_user_by_login`).
    func page(offset: Int, limit: Int) throws -> [User] {
        let (condition, values) = condition
        return try users("\(condition) ORDER BY login_folded LIMIT ? OFFSET ?", values + [limit, offset])
    }

    /// Who may sign in, or could from a day to come.
    func active() throws -> [User] {
        let (condition, values) = condition
        return try users("\(condition) AND is_active", values)
    }

    /// Who is active, and neither was made nor signed in since; signing in on somebody's behalf is no sign-in.
    func inactive(since moment: Instant, excluding kept: Set<String>, limit: Int) throws -> [User] {
        let found = try users(
            """
            AND is_active AND created_at < ? AND (last_login_at IS NULL OR last_login_at < ?)
            ORDER BY login_folded LIMIT ?
            """,
            [moment, moment, limit + kept.count])
        return Array(found.filter { !kept.contains(trimmedFolded($0.loginAccount)) }.prefix(limit))
    }

    private func users(_ rest: String, _ values: [any SQLConvertible]) throws -> [User] {
        let rows = try tx.query(
            "SELECT \(UserRepository.columns) FROM portal_user WHERE tenant = ? \(rest)", [tenant] + values)
        return try UserRepository(tx).users(tenant, rows)
    }

    private var condition: (sql: String, values: [any SQLConvertible]) {
        let terms = filter.terms.map(condition)
        return (terms.map { "AND \($0.0)" }.joined(separator: " "), terms.flatMap(\.1))
    }

    private func condition(_ term: MasterFilter.Term) -> (String, [any SQLConvertible]) {
        switch term.field.name {
        case "login_account": ("login_folded = ?", [trimmedFolded(term.value)])
        case "email": ("email_folded = ?", [trimmedFolded(term.value)])
        case "login_type": ("login_type = ?", [Int64(term.value) ?? 0])
        case "is_active": (term.value == "true" ? "is_active" : "NOT is_active", [])
        default: ("\(term.field.name) = ?", [term.value])
        }
    }
}

extension UserUploadRequest {
    /// What a list filters by; each is a column of the same name.
    public static let filtered = MasterShape([
        .optional("login_account", .text(limit: 200)), .optional("email", .text(limit: 254)),
        .optional("first_name", .text(limit: 100)), .optional("last_name", .text(limit: 100)),
        .optional("login_type", .whole(1...2)), .optional("sso_provider", .text(limit: 100)),
        .optional("is_active", .truth),
    ])
}
