extension HouseRule {
    /// Where SQL may stand and what it must name.
    static let statements: [HouseRule] = [
        HouseRule(
            name: "SQL outside store and features",
            remedy: "Move the statement to the feature's repository in NuntiqCore."
        ) { file in
            guard file.lies(under: "Sources"), !file.lies(under: "Sources/NuntiqStore", "Sources/NuntiqCore") else {
                return []
            }
            return file.literals.filter { $0.isStatement }.map { Fault(line: $0.line, what: $0.opening) }
        },
        HouseRule(
            name: "statement without tenant",
            remedy: "Name the tenant in the one whole text; directory tables are listed in HouseTests/Schema.swift."
        ) { file in
            guard file.lies(under: "Sources/NuntiqStore", "Sources/NuntiqCore"),
                !file.lies(under: "Sources/NuntiqStore/Migrations")
            else { return [] }
            return file.literals.filter { $0.isStatement && $0.namesTenantTable && !$0.namesTenant }
                .map { Fault(line: $0.line, what: $0.opening) }
        },
    ]
}

extension SwiftLexer.Literal {
    /// Whether it is SQL that reads or writes rows.
    var isStatement: Bool {
        text.holds("SELECT", "INSERT", "UPDATE", "DELETE")
            && text.contains(
                /\b(?:SELECT\s|INSERT\s+INTO\s|UPDATE\s+\w+\s+SET\b|DELETE\s+FROM\s)/.wordBoundaryKind(.simple))
    }

    /// Whether a table after FROM, UPDATE or JOIN belongs to a tenant; an INSERT without one fails by itself.
    var namesTenantTable: Bool {
        let tables = text.matches(of: /\b(?:FROM|UPDATE|JOIN)\s+(\w+)/.wordBoundaryKind(.simple))
        return tables.contains { Schema.tenantTables.contains(String($0.1)) }
    }

    /// Whether it names a tenant column.
    var namesTenant: Bool {
        text.contains(/\btenant\b/.wordBoundaryKind(.simple))
    }

    /// Its first words.
    var opening: String {
        String(text.trimmed.prefix(40).prefix { $0 != "\n" })
    }
}
