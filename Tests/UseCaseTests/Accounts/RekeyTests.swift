import Foundation
@testable import NuntiqCore
import NuntiqStore
import NuntiqTesting
import Testing

@Suite(.timeLimit(.minutes(20)))
struct RekeyTests {
    private static let old = String(repeating: "0a", count: 32)
    private static let new = String(repeating: "0b", count: 32)

    @Test(arguments: TestDatabase.allCases)
    func `another master key is refused by the database it did not begin`(database: TestDatabase) async throws {
        try await withKeys(on: database) { keys in
            let begun = try await keys.open()
            #expect(try await keys.open().hash("x") == begun.hash("x"))
            try keys.put(Self.new)
            let found = try #require(MasterKey(text: Self.new)).fingerprint
            await #expect(
                throws: SecretsError.otherInstallation(
                    path: keys.path, expected: begun.fingerprint, found: found)
            ) { try await keys.open() }
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `nothing of the master key is in the secrets it guards`(database: TestDatabase) async throws {
        try await withKeys(on: database) { keys in
            let secrets = try await keys.open()
            let derived = Secrets(masterKey: try #require(MasterKey(text: Self.old)).bytes)
            #expect(secrets.fingerprint == derived.fingerprint && secrets.hash("x") != derived.hash("x"))
        }
    }

    @Test(.proves("operations/rekey"), arguments: TestDatabase.allCases)
    func `a rekey keeps every hash, and the old key opens no more`(database: TestDatabase) async throws {
        try await withKeys(on: database) { keys in
            let before = try await keys.open()
            let outcome = try await keys.rekey.run()
            let after = try await keys.open()
            #expect(after.hash("x") == before.hash("x") && after.leaseMAC([1]) == before.leaseMAC([1]))
            #expect(outcome.previous == before.fingerprint && outcome.fingerprint == after.fingerprint)
            #expect(after.fingerprint != before.fingerprint && outcome.isAdopted)
            #expect(try MasterKeyFile.read(keys.path).keys.count == 1)
            #expect(try MasterKeyFile.read(try #require(outcome.retired.first)).fingerprints == [before.fingerprint])
            try keys.put(Self.old)
            await #expect(throws: SecretsError.self) { try await keys.open() }
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a staged key waits, opens on both sides of the change, and is then adopted`(
        database: TestDatabase
    ) async throws {
        try await withKeys(on: database) { keys in
            let before = try await keys.open()
            let staged = try await keys.rekey.stage()
            let both = try Data(contentsOf: URL(fileURLWithPath: keys.path))
            #expect(try await keys.rekey.stage().fingerprint == staged.fingerprint)
            #expect(try await keys.open().fingerprint == before.fingerprint && !staged.isAdopted)
            #expect(try await keys.rekey.run().fingerprint == staged.fingerprint)
            try both.write(to: URL(fileURLWithPath: keys.path))
            #expect(try await keys.open().hash("x") == before.hash("x"))
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a rekey that ended before it cleaned the file is finished by the next`(database: TestDatabase) async throws {
        try await withKeys(on: database) { keys in
            _ = try await keys.open()
            let outcome = try await keys.rekey.run()
            let new = try #require(try MasterKeyFile.read(keys.path).keys.first)
            try keys.put("\(new.text)\n\(Self.old)")
            let again = try await keys.rekey.run()
            #expect(again.fingerprint == outcome.fingerprint && again.previous == outcome.previous)
            #expect(try MasterKeyFile.read(keys.path).fingerprints == [outcome.fingerprint])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `of two rekeys at once one is refused and nothing is lost`(database: TestDatabase) async throws {
        try await withKeys(on: database) { keys in
            let before = try await keys.open()
            let root = try await MasterKeyFile.read(keys.path).root(in: keys.database, environment: keys.environment)
            _ = try await keys.rekey.run()
            let late = try RootSecret(
                before.hash("other"), under: MasterKey(bytes: before.hash("late")), nonce: keys.environment.random(12))
            let isFirst = try await keys.database.write { tx in try RootSecretRepository(tx).replace(root, by: late) }
            #expect(!isFirst)
            #expect(try await keys.open().hash("x") == before.hash("x"))
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `an installation from before root secrets keeps its hashes`(database: TestDatabase) async throws {
        try await withKeys(on: database) { keys in
            let old = Secrets(masterKey: try #require(MasterKey(text: Self.old)).bytes)
            try await keys.database.write { tx in
                try tx.execute("INSERT INTO installation (name, value) VALUES ('master_key', ?)", [old.fingerprint])
            }
            #expect(try await keys.open().hash("x") == old.hash("x"))
            _ = try await keys.rekey.run()
            #expect(try await keys.open().hash("x") == old.hash("x"))
        }
    }

    private func withKeys(on kind: TestDatabase, _ body: (KeysUnderTest) async throws -> Void) async throws {
        try await withDatabase(on: kind) { database in
            try await withTemporaryFolder { folder in
                let keys = KeysUnderTest(database: database, path: "\(folder)/secret.key")
                try keys.put(Self.old)
                try await body(keys)
            }
        }
    }
}

/// A database, and the file with the master keys that should open it.
private struct KeysUnderTest {
    let database: any Database
    let path: String
    let environment = RuntimeEnvironment.live()

    var rekey: Rekey { Rekey(database: database, environment: environment, path: path) }

    func open() async throws -> Secrets {
        try await Secrets.open(file: path, in: database, environment: environment)
    }

    func put(_ text: String) throws {
        try text.write(toFile: path, atomically: false, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    }
}
