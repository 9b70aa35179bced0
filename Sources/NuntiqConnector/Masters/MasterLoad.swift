public import NuntiqModel

/// Brings one kind of master data into Nuntiq.
///
/// Rows are JSON objects whose members are named as on the wire.
public struct MasterLoad: Sendable {
    /// At most so many rows go in one request.
    static let rowsMax = 1_000

    private let api: APIClient
    private let path: String

    /// Suppliers with their locations, addresses and bank accounts.
    public static func suppliers(_ context: JobContext) -> MasterLoad { MasterLoad(context, "supplier") }
    /// Organisations.
    public static func organizations(_ context: JobContext) -> MasterLoad { MasterLoad(context, "organization") }
    /// Heads of purchase orders.
    public static func purchaseOrders(_ context: JobContext) -> MasterLoad { MasterLoad(context, "purchaseorder") }
    /// Lines of purchase orders.
    public static func purchaseOrderLines(_ context: JobContext) -> MasterLoad {
        MasterLoad(context, "purchaseorderline")
    }
    /// Receipts.
    public static func receipts(_ context: JobContext) -> MasterLoad { MasterLoad(context, "receipt") }
    /// A customer's own table, by its number name or its given name.
    public static func table(_ name: String, _ context: JobContext) -> MasterLoad {
        MasterLoad(context, "customerdatatable/\(escaped(name))")
    }

    private init(_ context: JobContext, _ kind: String) {
        api = context.api
        path = "/v1/\(kind)"
    }

    /// Adds and changes rows, a thousand at a time; answers how many were inserted, updated and unchanged.
    @discardableResult
    public func save(_ rows: [JSONObject]) async throws -> Counts {
        var counts = Counts()
        for start in stride(from: 0, to: rows.count, by: Self.rowsMax) {
            let part = rows[start..<min(start + Self.rowsMax, rows.count)].map { JSONValue.object($0) }
            counts.add(try await api.repeatable(path, ["data": .array(part), "full_load": false]))
        }
        return counts
    }

    /// Replaces everything by `rows`, in one step that readers see whole.
    ///
    /// - Throws: ``APIError`` with status 409 when more than half of the rows would go, unless `allowShrink`.
    public func replaceAll(with rows: [JSONObject], allowShrink: Bool = false) async throws {
        let load = api.environment.idempotencyKey()
        let parts = max(1, (rows.count + Self.rowsMax - 1) / Self.rowsMax)
        for part in 1...parts {
            let start = (part - 1) * Self.rowsMax
            let data = rows[start..<min(start + Self.rowsMax, rows.count)].map { JSONValue.object($0) }
            var body: JSONObject = ["data": .array(data), "full_load": true]
            if allowShrink { body["allow_shrink"] = true }
            if parts > 1 {
                body["load_id"] = .string(load)
                body["part"] = .number(JSONNumber(Int64(part)))
                body["last"] = .bool(part == parts)
            }
            _ = try await api.repeatable(path, .object(body))
        }
    }

    /// The rows that fit all `filters`, page by page as they are asked for.
    public func all(where filters: [String: String] = [:]) -> NumberedPages {
        NumberedPages(api: api, path: path, query: filters.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    }

    /// Removes what fits all members of one of `filters`.
    @discardableResult
    public func delete(where filters: [JSONObject]) async throws -> JSONValue {
        try await api.delete(path, ["parameters": .array(filters.map { .object($0) })])
    }

    /// How many rows a save touched.
    public struct Counts: Sendable, Hashable {
        /// Rows that were not there.
        public var inserted: Int64 = 0
        /// Rows that were different.
        public var updated: Int64 = 0
        /// Rows that were the same.
        public var unchanged: Int64 = 0

        mutating func add(_ json: JSONValue) {
            inserted += json["inserted"]?.number?.int ?? 0
            updated += json["updated"]?.number?.int ?? 0
            unchanged += json["unchanged"]?.number?.int ?? 0
        }
    }
}

/// The rows of a list that is paged by number.
public struct NumberedPages: AsyncSequence, Sendable {
    /// One row.
    public typealias Element = JSONObject

    let api: APIClient
    let path: String
    let query: [(name: String, value: String)]

    /// Starts at the first page.
    public func makeAsyncIterator() -> Iterator {
        Iterator(pages: self)
    }

    /// Walks the rows.
    public struct Iterator: AsyncIteratorProtocol {
        private static let limit = 500

        let pages: NumberedPages
        private var waiting: ArraySlice<JSONObject> = []
        private var page = 1
        private var isLast = false

        init(pages: NumberedPages) {
            self.pages = pages
        }

        /// The next row; `nil` after the last.
        public mutating func next() async throws -> JSONObject? {
            while waiting.isEmpty {
                guard !isLast else { return nil }
                let answer = try await pages.api.get(
                    pages.path, query: pages.query + [("page", String(page)), ("limit", String(Self.limit))])
                waiting = (answer["items"]?.array ?? []).compactMap(\.object)[...]
                isLast = waiting.count < Self.limit
                page += 1
            }
            return waiting.removeFirst()
        }
    }
}
