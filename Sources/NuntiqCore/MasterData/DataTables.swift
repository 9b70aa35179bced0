public import NuntiqModel
public import NuntiqStore

/// The customer's own twenty tables: each has its number name, and may be given another.
public struct DataTables: Sendable {
    let database: any Database

    /// Works on a database.
    public init(database: any Database) {
        self.database = database
    }

    /// A table with its names.
    public struct Table: Sendable, Hashable {
        /// 1 to 20.
        public let number: Int
        /// The name given to it; `nil` where there is none.
        public let name: String?

        /// `customer_data_table_N`.
        public var numberName: String { "\(DataTables.prefix)\(number)" }
    }

    static let prefix = "customer_data_table_"
    /// The longest name.
    public static let nameCharactersMax = 100

    /// The kind of a table, by its number name or the name given to it, whatever their case.
    ///
    /// - Throws: ``MasterDataError/tableUnknown(_:)``.
    public func kind(_ name: String, in tenant: TenantID) async throws -> MasterKind {
        let wanted = trimmedFolded(name)
        if wanted.hasPrefix(Self.prefix), let number = Int(wanted.dropFirst(Self.prefix.count)),
            MasterKind.dataTableNumbers.contains(number), wanted == "\(Self.prefix)\(number)"
        {
            return .dataTable(number)
        }
        let number = try await database.read { tx in
            try tx.query("SELECT number FROM data_table WHERE tenant = ? AND name_folded = ?", [tenant, wanted])
                .first?.int(0)
        }
        guard let number else { throw MasterDataError.tableUnknown(String(name.prefix(Self.nameCharactersMax))) }
        return .dataTable(Int(number))
    }

    /// Gives a table a name, in the place of the one it had.
    ///
    /// - Throws: ``MasterDataError/invalid(_:)``.
    public func rename(_ number: Int, to name: String, in tenant: TenantID, by actor: Actor) async throws -> Table {
        let name = trimmed(name)
        var faults: [FieldFault] = []
        if !MasterKind.dataTableNumbers.contains(number) {
            faults.append(FieldFault(field: "number", message: "Tables have the numbers 1 to 20."))
        }
        let isWord = (1...Self.nameCharactersMax).contains(name.count) && !folded(name).hasPrefix(Self.prefix)
        if !isWord || name.contains("/") {
            let message = "A name has 1 to \(Self.nameCharactersMax) characters, no slash, and is no number name."
            faults.append(FieldFault(field: "name", message: message))
        }
        guard faults.isEmpty else { throw MasterDataError.invalid(faults) }
        return try await database.write { tx in
            try tx.execute("DELETE FROM data_table WHERE tenant = ? AND number = ?", [tenant, number])
            let isFree = try !tx.query(
                """
                INSERT INTO data_table (tenant, number, name, name_folded) VALUES (?, ?, ?, ?)
                ON CONFLICT (tenant, name_folded) DO NOTHING RETURNING 1
                """,
                [tenant, number, name, folded(name)]
            ).isEmpty
            guard isFree else {
                throw MasterDataError.invalid([FieldFault(field: "name", message: "Another table has this name.")])
            }
            let table = Table(number: number, name: name)
            try tx.audit(
                "data_table_named", of: Array(table.numberName.utf8), in: tenant, by: actor, ["name": .string(name)])
            return table
        }
    }

    /// All twenty.
    public func list(_ tenant: TenantID) async throws -> [Table] {
        let names = try await database.read { tx in
            try tx.query("SELECT number, name FROM data_table WHERE tenant = ?", [tenant])
                .map { (Int(try $0.int(0)), try $0.text(1)) }
        }
        let byNumber = Dictionary(names, uniquingKeysWith: { first, _ in first })
        return MasterKind.dataTableNumbers.map { Table(number: $0, name: byNumber[$0]) }
    }
}
