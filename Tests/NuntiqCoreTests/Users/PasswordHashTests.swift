import NuntiqModel
import NuntiqStore
import Testing

@testable import NuntiqCore

@Suite
struct PasswordHashTests {
    /// - Source: RFC 7914 §12, the first 32 of its 64 bytes.
    @Test func `a hash is scrypt's`() throws {
        let hash = try PasswordHash(
            "password", salt: Array("NaCl".utf8), cost: PasswordHash.Cost(logarithm: 10, lanes: 16))
        #expect(
            hash.text
                == "scrypt$10$16$4e61436c$fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162")
        let read = try #require(PasswordHash(text: hash.text))
        #expect(try read == hash && read.matches("password") && !read.matches("Password"))
    }

    @Test(arguments: ["", "scrypt$10$16$4e61436c", "bcrypt$10$16$4e$fd", "scrypt$x$1$4e$fd", "scrypt$4$1$4$fd"])
    func `what is no hash matches nothing`(text: String) async throws {
        #expect(PasswordHash(text: text) == nil)
        let hasher = PasswordHasher(environment: .live(), cost: PasswordHash.Cost(logarithm: 4, lanes: 1))
        #expect(try await !hasher.matches("password", text))
        #expect(try await !hasher.matches("password", nil))
    }

    @Test func `equal characters in other forms are the same password`() throws {
        let cost = PasswordHash.Cost(logarithm: 4, lanes: 1)
        #expect(try PasswordHash("gr\u{FC}n", salt: [1], cost: cost).matches("gru\u{308}n"))
    }
}
