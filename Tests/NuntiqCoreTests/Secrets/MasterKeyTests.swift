import Foundation
@testable import NuntiqCore
import NuntiqStore
import NuntiqTesting
import Testing

@Suite
struct MasterKeyTests {
    private let random = RuntimeEnvironment.live().random

    @Test(.proves("operations/secret-file-0600"))
    func `the first start makes a file that only its owner reads, and each later one reads it`() async throws {
        try await withTemporaryFolder { folder in
            let first = try MasterKeyFile.open("\(folder)/secret.key", random: random)
            let again = try MasterKeyFile.open("\(folder)/secret.key", random: random)
            #expect(first.keys == again.keys && first.keys.count == 1)
            let mode = try FileManager.default.attributesOfItem(atPath: "\(folder)/secret.key")[.posixPermissions]
            #expect(mode as? Int == 0o600)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["secret.key"])
        }
    }

    @Test func `starts at the same moment agree on one key`() async throws {
        try await withTemporaryFolder { folder in
            let fingerprints = try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<8 {
                    group.addTask { [random] in
                        try MasterKeyFile.open("\(folder)/secret.key", random: random).newest.fingerprint
                    }
                }
                return try await group.reduce(into: Set<String>()) { $0.insert($1) }
            }
            #expect(fingerprints.count == 1)
        }
    }

    @Test(arguments: [
        String(repeating: "0f", count: 32), String(repeating: "0F", count: 32) + "\n",
        "Dw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8=", "Dw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8",
    ])
    func `a key is hexadecimal or base64`(text: String) throws {
        #expect(MasterKey(text: text)?.bytes == [UInt8](repeating: 15, count: 32))
    }

    @Test func `several keys stand one in a line, newest first`() async throws {
        try await withTemporaryFolder { folder in
            let path = "\(folder)/secret.key"
            let (new, old) = (String(repeating: "0e", count: 32), String(repeating: "0f", count: 32))
            try write("\(new)\n\n\(old)\n", to: path, mode: 0o600)
            #expect(try MasterKeyFile.read(path).keys.map(\.bytes.first) == [14, 15])
            try write("\(new)\nnothing\n", to: path, mode: 0o600)
            #expect(throws: SecretsError.malformed(path: path)) { try MasterKeyFile.read(path) }
        }
    }

    @Test(arguments: ["", "secret", String(repeating: "0f", count: 31), String(repeating: "0g", count: 32), "Dw8P"])
    func `anything else is refused with one line`(text: String) async throws {
        try await withTemporaryFolder { folder in
            let path = "\(folder)/secret.key"
            try write(text, to: path, mode: 0o600)
            let error = try #require(throws: SecretsError.self) { try MasterKeyFile.open(path, random: random) }
            #expect(error == .malformed(path: path))
            #expect(!error.message.contains("\n") && !error.hint.isEmpty)
        }
    }

    @Test(arguments: [0o640, 0o604, 0o644, 0o660])
    func `a key that others may read is refused`(mode: Int) async throws {
        try await withTemporaryFolder { folder in
            let path = "\(folder)/secret.key"
            try write(String(repeating: "0f", count: 32), to: path, mode: mode)
            #expect(throws: SecretsError.openToOthers(path: path)) { try MasterKeyFile.open(path, random: random) }
        }
    }

    @Test func `a key that cannot be made says where and why`() throws {
        let error = try #require(throws: SecretsError.self) {
            try MasterKeyFile.open("/nowhere/secret.key", random: random)
        }
        #expect(error.message.contains("/nowhere/secret.key"))
    }

    private func write(_ text: String, to path: String, mode: Int) throws {
        try text.write(toFile: path, atomically: false, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }
}
