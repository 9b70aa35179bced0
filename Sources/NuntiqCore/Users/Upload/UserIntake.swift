internal import NuntiqModel
internal import NuntiqStore

/// Writes the users of one request: those there are come in one look for each hundred, and only what changes is
/// written.
struct UserIntake {
    let tx: any Transaction
    let tenant: TenantID
    let actor: Actor

    private var users: UserRepository { UserRepository(tx) }
    private var groups: GroupRepository { GroupRepository(tx) }

    func take(_ sent: [UserUploadRequest.Sent], _ hashes: [String: PasswordHash]) throws -> MasterCounts {
        let unknown = try groups.unknown(Set(sent.flatMap { $0.groups ?? [] }).sorted(), in: tenant)
        guard unknown.isEmpty else { throw UserError.unknownGroups(unknown) }
        let known = try users.find(tenant, loginsFolded: sent.map(\.loginFolded))
        var counts = MasterCounts()
        var hadAdmin = false
        for one in sent {
            if let before = known[one.loginFolded] {
                let isChanged = try change(before, one, hashes[one.loginFolded])
                if isChanged { counts.updated += 1 } else { counts.unchanged += 1 }
                hadAdmin = hadAdmin || isChanged && before.isActive && before.role >= .admin
            } else {
                try insert(one, hashes[one.loginFolded])
                counts.inserted += 1
            }
        }
        if hadAdmin { try users.checkAdminIsLeft(tenant) }
        return counts
    }

    func deactivate(_ found: [User]) throws {
        for before in found {
            var user = before
            (user.isActive, user.activeTo) = (false, tx.now)
            try users.update(user)
            _ = try SessionRepository(tx).endAll(tenant, of: user.id)
            try tx.audit("user_changed", of: user.id.subject, in: tenant, by: actor, user.facts)
        }
        if found.contains(where: { $0.role >= .admin }) { try users.checkAdminIsLeft(tenant) }
    }

    private func insert(_ sent: UserUploadRequest.Sent, _ hash: PasswordHash?) throws {
        let made = try users.insert(sent.wanted, in: tenant)
        let user = sent.applied(to: made)
        if user != made { try users.update(user) }
        if let hash { try users.setPassword(hash, of: user.id, in: tenant, mustChange: true) }
        try tx.audit("user_created", of: user.id.subject, in: tenant, by: actor, user.facts)
    }

    /// Whether anything changed.
    private func change(_ before: User, _ sent: UserUploadRequest.Sent, _ hash: PasswordHash?) throws -> Bool {
        var user = sent.applied(to: before)
        if let codes = sent.groups, Set(codes.map(trimmedFolded)) != Set(before.groups.map(trimmedFolded)) {
            user.groups = codes
            try groups.setGroups(codes, of: user.id, in: tenant)
        }
        guard user != before || hash != nil else { return false }
        try users.update(user)
        if let hash { try replacePassword(of: user, hash) }
        try tx.audit("user_changed", of: user.id.subject, in: tenant, by: actor, user.facts)
        return true
    }

    /// Who was signed in with the old password is so no more.
    private func replacePassword(of user: User, _ hash: PasswordHash) throws {
        try users.setPassword(hash, of: user.id, in: tenant, mustChange: true)
        try PortalLinkRepository(tx).removePasswordLinks(tenant, of: user.id)
        _ = try SessionRepository(tx).endAll(tenant, of: user.id)
        try tx.audit("password_set", of: user.id.subject, in: tenant, by: actor, [:])
    }
}

extension UserUploadRequest.Sent {
    /// The user with what was sent, its groups aside.
    fileprivate func applied(to user: User) -> User {
        var user = user
        user.email = wanted.email
        (user.firstName, user.lastName) = (wanted.firstName, wanted.lastName)
        (user.loginType, user.ssoProvider) = (wanted.loginType, wanted.ssoProvider)
        if let from = values["active_from"] { user.activeFrom = from.flatMap { Instant($0) } }
        if let to = values["active_to"] { user.activeTo = to.flatMap { Instant($0) } }
        return user
    }
}
