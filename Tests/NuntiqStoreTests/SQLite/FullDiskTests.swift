import Foundation
import NuntiqStore
import NuntiqTesting
import Testing

@Suite
struct FullDiskTests {
    @Test
    func `a full disk is unavailable, leaves nothing half-written, and heals without a restart`() async throws {
        try await withDatabase(on: .sqlite) { database in
            try await limitPages(to: 1, database)  // as many as there are now
            let outcomes = await storeNotes(1...50, bytes: 100_000, in: database)
            #expect(outcomes.allSatisfy { $0 == .unavailable })
            let stored = try await countNotes(database)
            #expect(stored == 0)

            try await limitPages(to: 1_000_000, database)
            let later = await storeNotes(1...50, bytes: 100_000, in: database)
            #expect(later.allSatisfy { $0 == .stored })
            let all = try await countNotes(database)
            #expect(all == 50)
        }
    }

    private enum Outcome {
        case stored
        case unavailable
        case otherError
    }

    private func limitPages(to count: Int, _ database: any Database) async throws {
        _ = try await database.write { try $0.query("PRAGMA max_page_count = \(count)") }
    }

    private func storeNotes(_ numbers: ClosedRange<Int>, bytes: Int, in database: any Database) async -> [Outcome] {
        let text = String(repeating: "x", count: bytes)
        return await withTaskGroup(of: Outcome.self) { group in
            for number in numbers {
                group.addTask {
                    do {
                        try await database.write { transaction in
                            try transaction.execute(
                                "INSERT INTO installation (name, value) VALUES (?, ?)", ["note-\(number)", text])
                            _ = try transaction.newID()
                        }
                        return .stored
                    } catch StoreError.unavailable {
                        return .unavailable
                    } catch {
                        return .otherError
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
    }

    private func countNotes(_ database: any Database) async throws -> Int64 {
        try await database.read { transaction in
            try transaction.query("SELECT count(*) FROM installation WHERE name LIKE 'note-%'")[0].int(0)
        }
    }
}

/// The size of a file.
func bytes(of path: String) throws -> Int {
    try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
}
