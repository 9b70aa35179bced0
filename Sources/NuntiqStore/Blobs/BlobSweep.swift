/// Removes files that no row names: a crash or a refused submission left them.
///
/// A file without a row is set aside when it was last put more than a day ago, and destroyed when it has stood aside
/// for another day. If a row names it by then, it goes back. Reads find it all the while.
public struct BlobSweep: Sendable {
    /// What a sweep did.
    public struct Report: Sendable, Hashable {
        /// Files set aside.
        public var setAside = 0
        /// Files that came back, as a row names them now.
        public var restored = 0
        /// Files destroyed.
        public var destroyed = 0
    }

    private static let pageSize = 500

    private let database: any Database
    private let store: any BlobStore
    private let minimumAge: Duration

    /// Makes a sweep; nothing younger than `minimumAge` (by the store's clock) is touched.
    public init(database: any Database, store: any BlobStore, minimumAge: Duration = .seconds(86_400)) {
        self.database = database
        self.store = store
        self.minimumAge = minimumAge
    }

    /// Goes through all files once: first those aside, then the live ones.
    public func run() async throws -> Report {
        var report = Report()
        try await forEachPage(.aside) { entry, isNamed in
            if isNamed {
                try await store.move(entry.tenant, entry.hash, to: .live)
                report.restored += 1
            } else if entry.age > minimumAge {
                try await store.destroy(entry.tenant, entry.hash)
                report.destroyed += 1
            }
        }
        try await forEachPage(.live) { entry, isNamed in
            guard !isNamed, entry.age > minimumAge else { return }
            try await store.move(entry.tenant, entry.hash, to: .aside)
            report.setAside += 1
        }
        try await store.removeUnfinished(olderThan: minimumAge)
        return report
    }

    private func forEachPage(
        _ shelf: BlobShelf, _ visit: (BlobEntry, Bool) async throws -> Void
    ) async throws {
        var cursor: String?
        while true {
            let page = try await store.list(shelf, after: cursor, limit: Self.pageSize)
            let named = try await database.read { tx in
                try page.map { try BlobRows.exists(tx, $0.tenant, $0.hash) }
            }
            for (entry, isNamed) in zip(page, named) { try await visit(entry, isNamed) }
            guard page.count == Self.pageSize, let last = page.last else { return }
            cursor = last.cursor
        }
    }
}
