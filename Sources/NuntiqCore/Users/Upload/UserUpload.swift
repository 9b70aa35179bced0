public import NuntiqModel
public import NuntiqStore

/// Users kept in step with the customer's own systems: taken in by login account, listed, deactivated.
public struct UserUpload: Sendable {
    let database: any Database
    let hasher: PasswordHasher

    /// The most users that ``deactivateInactive(_:in:by:)`` names.
    public static let listedMax = 1_000

    /// Works on a database; passwords are made worthless to who reads it by `hasher`.
    public init(database: any Database, hasher: PasswordHasher) {
        self.database = database
        self.hasher = hasher
    }

    /// Takes users in, all or none.
    ///
    /// - Throws: ``UserError``; ``UserError/lastAdmin`` where nobody would be left who may manage users.
    public func upsert(
        _ request: UserUploadRequest, in tenant: TenantID, by actor: Actor
    ) async throws -> MasterCounts {
        var hashes: [String: PasswordHash] = [:]
        for user in request.users {
            guard let password = user.password else { continue }
            hashes[user.loginFolded] = try await hasher.hash(password)
        }
        return try await database.write { [hashes] tx in
            try UserIntake(tx: tx, tenant: tenant, actor: actor).take(request.users, hashes)
        }
    }

    /// A page of the users that pass a filter, by login account.
    public func list(_ filter: MasterFilter, page: Int, limit: Int, in tenant: TenantID) async throws -> MasterList {
        try await database.read { tx in
            let users = UserListRepository(tx: tx, tenant: tenant, filter: filter)
            return MasterList(
                items: try users.page(offset: (page - 1) * limit, limit: limit).map(\.wire), count: try users.count())
        }
    }

    /// Ends the access of the users that filters name; answers how many had it.
    ///
    /// - Throws: ``UserError/lastAdmin``.
    public func deactivate(
        _ filters: [MasterFilter], in tenant: TenantID, by actor: Actor
    ) async throws -> MasterDeletionAnswer {
        try await database.write { tx in
            var found: [Int64: User] = [:]
            for filter in filters {
                for user in try UserListRepository(tx: tx, tenant: tenant, filter: filter).active() {
                    found[user.id] = user
                }
            }
            let users = found.values.sorted { $0.id < $1.id }
            try UserIntake(tx: tx, tenant: tenant, actor: actor).deactivate(users)
            return MasterDeletionAnswer(deleted: Int64(users.count))
        }
    }

    /// Who has been away for long.
    public struct Absence: Sendable, Hashable {
        /// Who was made, and last signed in, more than so many days ago.
        public let days: Int64
        /// The login accounts that stay whatever happens.
        public let excluded: [String]

        /// Says who is meant.
        public init(days: Int64, excluding excluded: [String]) {
            (self.days, self.excluded) = (days, excluded)
        }
    }

    /// Users who are away, at most ``listedMax``; there may be more.
    public typealias Absent = (users: [User], isTruncated: Bool)

    /// Who is away.
    public func inactive(_ absence: Absence, in tenant: TenantID) async throws -> Absent {
        try await database.read { tx in try absent(absence, tenant, tx) }
    }

    /// Ends the access of who is away.
    ///
    /// - Throws: ``UserError/lastAdmin``.
    public func deactivateInactive(
        _ absence: Absence, in tenant: TenantID, by actor: Actor
    ) async throws -> Absent {
        try await database.write { tx in
            let absent = try absent(absence, tenant, tx)
            try UserIntake(tx: tx, tenant: tenant, actor: actor).deactivate(absent.users)
            return absent
        }
    }

    private func absent(_ absence: Absence, _ tenant: TenantID, _ tx: any Transaction) throws -> Absent {
        let found = try UserListRepository(tx: tx, tenant: tenant, filter: .all).inactive(
            since: tx.now - .seconds(absence.days * 86_400), excluding: Set(absence.excluded.map(trimmedFolded)),
            limit: Self.listedMax + 1)
        return (Array(found.prefix(Self.listedMax)), found.count > Self.listedMax)
    }
}

extension User {
    /// The user as the customer's own systems see it; never its password.
    public var wire: JSONValue {
        [
            "id": id.wire, "login_account": .string(loginAccount), "first_name": .string(firstName),
            "last_name": .string(lastName), "email": .string(email), "login_type": loginType.rawValue.wire,
            "sso_provider": ssoProvider.isEmpty ? .null : .string(ssoProvider),
            "groups": .array(groups.map { ["external_code": .string($0)] }), "is_active": .bool(isActive),
            "active_from": activeFrom?.json ?? .null, "active_to": activeTo?.json ?? .null,
            "must_change_password": .bool(mustChangePassword), "last_login_at": lastLoginAt?.json ?? .null,
            "created_at": createdAt.json, "updated_at": updatedAt.json,
        ]
    }
}
