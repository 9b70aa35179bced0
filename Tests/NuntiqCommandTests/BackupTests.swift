import Foundation
import NuntiqModel
import NuntiqTesting
import Testing

/// Backup and restore as their users run them, the backup beside a working server under load.
@Suite
struct BackupTests {
    private static let invoice: JSONValue = [
        "invoice": [
            "supplier_number": "S-1", "invoice_number": "B-1", "invoice_date": "2026-05-19", "currency": "EUR",
            "total_amount": "100.00", "lines": [["description": "Work", "quantity": "1", "unit_price": "100.00"]],
        ],
        "attachments": [["type": "ATTACHMENT", "filename": "a.txt", "content": "aGVsbG8="]],
    ]

    @Test(.proves("operations/backup-restore"), .timeLimit(.minutes(20)))
    func `a backup of a working server restores to a sound installation with all that was answered`() async throws {
        try await withTemporaryFolder { folder in
            let data = "\(folder)/data"
            try await withServerProcess(environment: ["NUNTIQ_DATA": data, "NUNTIQ_RATE_LIMIT": "off"]) { server in
                let nuntiq = server.program
                try await server.start()
                let key = try await issueKey(nuntiq)
                let before = try await submit(25, to: server.client(showing: key))
                async let during = submit(25, to: server.client(showing: key))
                let backup = try await nuntiq.json("backup", "\(folder)/b.tar")
                #expect(backup["has_database"] == true && backup["files"] == 1)
                _ = try await during
                try await server.stop()
                try await expectRestored(before, nuntiq, folder, from: data)
                try await expectDamageFound(nuntiq, folder)
            }
        }
    }

    private func issueKey(_ nuntiq: NuntiqProgram) async throws -> String {
        _ = try await nuntiq.json("tenant", "create", "acme", "--name", "Acme")
        _ = try await nuntiq.json("partner", "create", "acme", "Globex")
        let key = try await nuntiq.json("key", "issue", "acme", "Globex", "--label", "erp")
        return try #require(key["api_key"]?.string)
    }

    private func submit(_ count: Int, to api: TestClient) async throws -> Set<String> {
        var tokens: Set<String> = []
        for _ in 0..<count {
            let answer = try await api.post("/api/v1/partner/invoices", Self.invoice)
            tokens.insert(try #require(answer.json["data"]?["invoice_token"]?.string, "\(answer.text)"))
        }
        return tokens
    }

    /// The key must be there first; then everything is there again.
    private func expectRestored(
        _ tokens: Set<String>, _ nuntiq: NuntiqProgram, _ folder: String, from data: String
    ) async throws {
        let place = ["--data", "\(folder)/restored"]
        let without = try await nuntiq.start(["restore", "\(folder)/b.tar", "--json"] + place).end()
        #expect(without.status == 1 && without.errors.contains("secret_of_other_installation"))
        try FileManager.default.createDirectory(atPath: place[1], withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: "\(data)/secret.key", toPath: "\(place[1])/secret.key")
        let restored = try await nuntiq.start(["restore", "\(folder)/b.tar", "--json"] + place).end()
        #expect(restored.status == 0, "\(restored.errors)")
        let listed = try await nuntiq.json("invoice", "list", "acme", "--data", place[1], "--limit", "500")
        let found = Set((listed.array ?? []).compactMap { $0["invoice_token"]?.string })
        #expect(tokens.isSubset(of: found))
        let again = try await nuntiq.start(["restore", "\(folder)/b.tar", "--json"] + place).end()
        #expect(again.status == 1 && again.errors.contains("data_folder_taken"))
    }

    /// A byte that changed and an end that is missing leave no database behind.
    private func expectDamageFound(_ nuntiq: NuntiqProgram, _ folder: String) async throws {
        let whole = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/b.tar"))
        var changed = whole
        changed[20_000] ^= 1
        for (name, bytes) in [("short", whole.prefix(whole.count / 2)), ("changed", changed)] {
            let place = "\(folder)/\(name)"
            try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
            try FileManager.default.copyItem(atPath: "\(folder)/data/secret.key", toPath: "\(place)/secret.key")
            try bytes.write(to: URL(fileURLWithPath: "\(folder)/\(name).tar"))
            let result = try await nuntiq.start(["restore", "\(folder)/\(name).tar", "--json", "--data", place]).end()
            #expect(result.status == 1 && result.errors.contains("backup_damaged"), "\(result.errors)")
            #expect(!FileManager.default.fileExists(atPath: "\(place)/nuntiq.sqlite"))
        }
    }
}
