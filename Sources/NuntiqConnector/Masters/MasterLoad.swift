public import NuntiqModel

/// Brings one kind of master data into Nuntiq.
///
/// Rows are JSON objects whose members are named as on the wire:
///
/// ```swift
/// try await MasterLoad.suppliers(context).save([
///     [
///         "supplier_number": "S-1", "supplier_name": "Globex",
///         "supplier_location": [["location_code": "MAIN", "supplier_address": [["city": "Delft"]]]],
///     ]
/// ])
/// ```
public struct MasterLoad: Sendable {
    /// At most so many rows go in one request.
    static let rowsMax = 1_000

    /// Said beside the rows of each request, such as `SupplierAddressInsertOnly`.
    public var options: JSONObject = [:]

    private let api: APIClient
    private let path: String
    private let kind: Kind

    private enum Kind {
        case master
        case table
    }

    /// Suppliers with their locations, addresses and bank accounts.
    public static func suppliers(_ context: JobContext) -> MasterLoad {
        MasterLoad(context, "supplier", .master)
    }
    /// Organisations; a delete makes them inactive and marks them as deleted.
    public static func organizations(_ context: JobContext) -> MasterLoad {
        MasterLoad(context, "organization", .master)
    }
    /// Heads of purchase orders.
    public static func purchaseOrders(_ context: JobContext) -> MasterLoad {
        MasterLoad(context, "purchaseorder", .master)
    }
    /// Lines of purchase orders.
    public static func purchaseOrderLines(_ context: JobContext) -> MasterLoad {
        MasterLoad(context, "purchaseorderline", .master)
    }
    /// Receipts.
    public static func receipts(_ context: JobContext) -> MasterLoad {
        MasterLoad(context, "receipt", .master)
    }
    /// A customer's own table, by its number name or its given name.
    public static func table(_ name: String, _ context: JobContext) -> MasterLoad {
        MasterLoad(context, "customerdatatable/\(escaped(name))", .table)
    }

    private init(_ context: JobContext, _ name: String, _ kind: Kind) {
        api = context.api
        path = "/v1/\(name)"
        self.kind = kind
    }

    /// Adds and changes rows, a thousand at a time; answers how many were inserted, updated and unchanged.
    ///
    /// A request is taken whole or not at all.
    @discardableResult
    public func save(_ rows: [JSONObject]) async throws -> Counts {
        var counts = Counts()
        for start in stride(from: 0, to: rows.count, by: Self.rowsMax) {
            let part = rows[start..<min(start + Self.rowsMax, rows.count)]
            counts.add(try await post(part, ["full_load": false]))
        }
        return counts
    }

    /// Replaces everything by `rows`, however many they are, in one step that readers see whole.
    ///
    /// - Throws: ``APIError`` with status 409 when more than half of the rows would go, unless `allowShrink`.
    public func replaceAll(with rows: [JSONObject], allowShrink: Bool = false) async throws {
        let load = api.environment.idempotencyKey()
        let parts = max(1, (rows.count + Self.rowsMax - 1) / Self.rowsMax)
        for part in 1...parts {
            let start = (part - 1) * Self.rowsMax
            var members: JSONObject = ["full_load": true]
            if allowShrink { members["allow_shrink"] = true }
            if parts > 1 {
                members["load_id"] = .string(load)
                members["part"] = .number(JSONNumber(Int64(part)))
                members["last"] = .bool(part == parts)
            }
            _ = try await post(rows[start..<min(start + Self.rowsMax, rows.count)], members)
        }
    }

    /// The rows that fit all `filters`, page by page as they are asked for.
    public func all(where filters: [String: String] = [:]) -> NumberedPages {
        NumberedPages(api: api, path: path, query: filters.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    }

    /// One page of all rows; `size` is at most 1,000.
    public func page(_ number: Int = 1, size: Int = 50) async throws -> RowPage {
        try ArgumentError.check("size", size, within: 1...1_000)
        let answer = try await api.get(path, query: [("page", String(number)), ("limit", String(size))])
        return RowPage(
            count: answer["count"]?.number?.int ?? 0, items: (answer["items"]?.array ?? []).compactMap(\.object))
    }

    /// Removes what fits all members of one of `filters`, of which there is one at least and none without members.
    @discardableResult
    public func delete(where filters: [JSONObject]) async throws -> JSONValue {
        try await delete(filters, [:])
    }

    /// Makes organisations inactive, and nothing more; suppliers are saved with `is_active: false` instead.
    @discardableResult
    public func deactivate(where filters: [JSONObject]) async throws -> JSONValue {
        guard path == "/v1/organization" else {
            throw ArgumentError.unusable(name: "deactivate", reason: "is for organisations: save is_active false")
        }
        return try await delete(filters, ["action": "deactivate"])
    }

    private func delete(_ filters: [JSONObject], _ more: JSONObject) async throws -> JSONValue {
        guard !filters.isEmpty, filters.allSatisfy({ !$0.isEmpty }) else {
            throw ArgumentError.unusable(name: "filters", reason: "would delete everything: name a field at least")
        }
        var body = more
        body["parameters"] = .array(filters.map { .object($0) })
        do {
            return try await api.delete(path, .object(body))
        } catch APIError.refused(let refusal) where refusal.status == 404 && refusal.attempts > 1 {
            return .object([:])  // the first try deleted it, and its answer was lost
        }
    }

    private func post(_ rows: ArraySlice<JSONObject>, _ members: JSONObject) async throws -> JSONValue {
        var body = members
        body["data"] = .array(rows.map { .object($0) })
        for option in options.members { body[option.key] = option.value }
        // By their keys the same rows again change nothing; without its key a row of a table is inserted each time.
        guard isRepeatable(rows) else { return try await api.post(path, .object(body)) }
        return try await api.repeatable(path, .object(body))
    }

    private func isRepeatable(_ rows: ArraySlice<JSONObject>) -> Bool {
        switch kind {
        case .master: true
        case .table: rows.allSatisfy { $0["source_record_id"] != nil && $0["source_system"] != nil }
        }
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
