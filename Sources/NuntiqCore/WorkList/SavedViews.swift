public import NuntiqModel
public import NuntiqStore

/// A list of invoices that a person has kept under a name.
public struct SavedView: Sendable, Hashable {
    /// So many a person has at most.
    public static let countMax = 20
    /// The longest name.
    public static let nameLengthMax = 60

    /// The name.
    public let name: String
    /// The query of the list's address.
    public let query: String
}

/// The lists that people have kept, each person's own.
public struct SavedViews: Sendable {
    private let database: any Database

    /// Works on a database.
    public init(database: any Database) {
        self.database = database
    }

    /// What a person has kept, by name.
    public func list(of user: Int64, in tenant: TenantID) async throws -> [SavedView] {
        try await database.read { tx in try SavedViewRepository(tx: tx, tenant: tenant, user: user).all() }
    }

    /// Keeps a list under a name; one of that name is replaced.
    ///
    /// - Throws: ``SavedViewError``.
    public func save(_ name: String, _ query: String, of user: Int64, in tenant: TenantID) async throws {
        let name = trimmed(name)
        guard (1...SavedView.nameLengthMax).contains(name.count), query.utf8.count <= 4_000 else {
            throw SavedViewError.nameInvalid
        }
        try await database.write { tx in
            let repository = SavedViewRepository(tx: tx, tenant: tenant, user: user)
            let others = try repository.all().filter { folded($0.name) != folded(name) }
            guard others.count < SavedView.countMax else { throw SavedViewError.tooMany }
            try repository.put(SavedView(name: name, query: query))
        }
    }

    /// Forgets a list; nothing when it is not there.
    public func remove(_ name: String, of user: Int64, in tenant: TenantID) async throws {
        try await database.write { tx in
            try SavedViewRepository(tx: tx, tenant: tenant, user: user).remove(trimmed(name))
        }
    }
}

/// Why a list is not kept.
public enum SavedViewError: Error, Hashable {
    /// Its name says nothing, or too much.
    case nameInvalid
    /// There are as many as a person may have.
    case tooMany
}
