internal import NuntiqModel
public import NuntiqStore

/// Removes rows of `blob` that no attachment, original, upload or recording names, so that ``BlobSweep`` may take the
/// file.
///
/// A row that was put within a day stays. A transaction that names the file meanwhile moves `last_put_at` first, and
/// the removal asks again under that row's lock; so no file that is named loses its row.
public struct BlobRowSweep: Sendable {
    static let pageMax = 500
    private static let ageMin = Duration.seconds(24 * 60 * 60)

    private let database: any Database

    /// Puts the sweep on a database.
    public init(database: any Database) {
        self.database = database
    }

    /// Goes through all rows once, page by page; answers how many it removed.
    @discardableResult
    public func run() async throws -> Int {
        var (count, place) = (0, Place(tenant: TenantID(rawValue: .min), hash: []))
        while true {
            let page = try await database.read { [place] tx in try Self.page(tx, after: place) }
            let idle = page.filter(\.isIdle).map(\.place)
            if !idle.isEmpty {
                count += try await database.write { tx in
                    try idle.reduce(0) { try $0 + Self.remove(tx, $1) }
                }
            }
            guard page.count == Self.pageMax, let last = page.last else { return count }
            place = last.place
        }
    }

    /// A row by its key.
    struct Place: Sendable {
        let tenant: TenantID
        let hash: [UInt8]
    }

    /// The next rows in the order of the key, and whether each can go.
    static func page(_ tx: any Transaction, after place: Place) throws -> [(place: Place, isIdle: Bool)] {
        try tx.query(
            """
            SELECT b.tenant, b.hash, \(idle) FROM blob AS b
            WHERE (b.tenant, b.hash) > (?, ?) ORDER BY b.tenant, b.hash LIMIT ?
            """,
            [tx.now - ageMin, place.tenant, place.hash, pageMax]
        ).map { (Place(tenant: try $0.tenant(0), hash: try $0.bytes(1)), try $0.bool(2)) }
    }

    /// Removes the row if it is idle still; answers how many that were.
    static func remove(_ tx: any Transaction, _ place: Place) throws -> Int {
        try tx.query(
            "DELETE FROM blob AS b WHERE b.tenant = ? AND b.hash = ? AND \(idle) RETURNING 1",
            [place.tenant, place.hash, tx.now - ageMin]
        ).count
    }

    /// Whether nothing names the file, and nobody has put it since `?`.
    private static let idle = """
        (b.last_put_at <= ?
          AND NOT EXISTS (SELECT 1 FROM attachment AS a WHERE a.tenant = b.tenant AND a.blob = b.hash)
          AND NOT EXISTS (SELECT 1 FROM upload AS u WHERE u.tenant = b.tenant AND u.blob = b.hash)
          AND NOT EXISTS (
            SELECT 1 FROM invoice AS i
            WHERE i.tenant = b.tenant AND i.original = b.hash AND i.original IS NOT NULL)
          AND NOT EXISTS (
            SELECT 1 FROM job_run AS r
            WHERE r.tenant = b.tenant AND r.recording = b.hash AND r.recording IS NOT NULL))
        """
}
