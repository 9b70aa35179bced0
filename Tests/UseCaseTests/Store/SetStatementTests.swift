import NuntiqModel
import NuntiqStore
import NuntiqTesting
import Testing

@Suite
struct SetStatementTests {
    private static let texts: [String?] = [
        "", "NULL", "null", nil, "{a,b}", "a\\b", "\"quoted\"", "'", "?", " both sides ", "line\nbreak", "é 漢 🧾", "\\N",
    ]

    @Test(arguments: TestDatabase.allCases)
    func `many rows change at once, each to its own values`(kind: TestDatabase) async throws {
        try await withDatabase(on: kind) { database in
            let tenant = TenantID(rawValue: 7)
            try await database.write { tx in
                for statement in try Self.table(tx.dialect) { try tx.execute(statement) }
                for (number, _) in Self.texts.enumerated() {
                    for owner: Int64 in [7, 8] {
                        try tx.execute("INSERT INTO things (tenant, token) VALUES (?, ?)", [owner, Self.key(number)])
                    }
                }
            }
            let change = SetStatement.update(
                "things", set: [.int("i"), .text("t"), .bytes("b")], at: .bytes("token"))
            try await database.write { tx in
                try tx.execute(change, in: tenant, rows: [])
                let rows: [[any SQLConvertible]] = Self.texts.enumerated().map { number, text in
                    let i: Int64? = number == 3 ? nil : Int64.min + Int64(number)
                    let b: [UInt8]? = number == 4 ? nil : [0, 92, 255, UInt8(number)]
                    return [i, text, b, Self.key(number)]
                }
                try tx.execute(change, in: tenant, rows: rows)
            }
            let rows = try await database.read { tx in
                try tx.query("SELECT i, t, b FROM things WHERE tenant = ? ORDER BY token", [tenant])
            }
            for (number, row) in rows.enumerated() {
                #expect(row.values[0] == (number == 3 ? .null : .int(Int64.min + Int64(number))))
                #expect(row.values[1] == Self.texts[number].sqlValue)
                #expect(row.values[2] == (number == 4 ? .null : .bytes([0, 92, 255, UInt8(number)])))
            }
            let others = try await database.read { tx in
                try tx.query("SELECT count(*) FROM things WHERE tenant = 8 AND i IS NULL AND t IS NULL AND b IS NULL")
            }
            #expect(try others[0].int(0) == Int64(Self.texts.count))
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `events that come together keep their order`(kind: TestDatabase) async throws {
        try await withDatabase(on: kind) { database in
            let tenant = TenantID(rawValue: 7)
            let words = Self.texts.compactMap(\.self)
            try await database.write { tx in
                try tx.append(
                    words.map { word in
                        EventRecord(
                            tenant: tenant, subject: Self.key(1), kind: "message", actorName: word, occurredAt: tx.now,
                            references: [word, "", "", "", ""], payload: #"{"a":"\\"}"#)
                    })
            }
            let rows = try await database.read { tx in
                try tx.query(
                    "SELECT actor_name, reference_1, payload FROM event WHERE tenant = ? ORDER BY id", [tenant])
            }
            #expect(try rows.map { try $0.text(0) } == words && rows.map { try $0.text(1) } == words)
            try await sequenceEvents(database)
            let chain = try await database.read { tx in try ChainCheck.run(tx, tenant) }
            #expect(chain.faults == [] && chain.events == words.count && chain.waiting == 0)
            #expect(try rows.allSatisfy { try $0.text(2) == #"{"a":"\\"}"# })
        }
    }

    private static func key(_ number: Int) -> [UInt8] { [UInt8](repeating: UInt8(number), count: 16) }

    private static func table(_ dialect: Dialect) throws -> [String] {
        try Migration(
            number: 1, name: "things",
            sql: """
                CREATE TABLE things (
                  tenant {int64} NOT NULL, token {bytes} NOT NULL, i {int64}, t {text}, b {bytes},
                  PRIMARY KEY (tenant, token)
                ) {strict}
                """
        ).statements(for: dialect)
    }
}
