import NuntiqCore
import Testing

@Suite
struct SecretsTests {
    private let secrets = Secrets(masterKey: Array(0..<32))
    private let nonce = [UInt8](repeating: 1, count: 12)

    @Test func `each purpose has a secret of its own`() {
        #expect(secrets.hash("x") != secrets.leaseMAC(Array("x".utf8)))
        #expect(secrets.hash("x").count == 32)
        #expect(secrets.hash("x") == secrets.hash("x") && secrets.hash("x") != secrets.hash("y"))
    }

    @Test func `another master key gives other secrets and another fingerprint`() {
        let other = Secrets(masterKey: Array(1..<33))
        #expect(secrets.hash("x") != other.hash("x"))
        #expect(secrets.fingerprint != other.fingerprint && secrets.fingerprint.count == 12)
    }

    @Test func `what is sealed opens again`() throws {
        let sealed = try secrets.seal([1, 2, 3], purpose: "mail", nonce: nonce)
        #expect(try secrets.unseal(sealed, purpose: "mail") == [1, 2, 3])
    }

    @Test func `what is sealed opens for no other purpose, key or changed byte`() throws {
        let sealed = try secrets.seal([1, 2, 3], purpose: "mail", nonce: nonce)
        #expect(throws: SecretsError.unopenable) { try secrets.unseal(sealed, purpose: "rotation") }
        #expect(throws: SecretsError.unopenable) {
            try Secrets(masterKey: Array(1..<33)).unseal(sealed, purpose: "mail")
        }
        for index in sealed.indices {
            var changed = sealed
            changed[index] ^= 1
            #expect(throws: SecretsError.unopenable) { try secrets.unseal(changed, purpose: "mail") }
        }
        #expect(throws: SecretsError.unopenable) { try secrets.unseal([], purpose: "mail") }
    }

    @Test func `what is sealed for a holder opens for that holder only`() throws {
        let sealed = try secrets.seal([1, 2, 3], for: "rs_a", purpose: "rotation", nonce: nonce)
        #expect(try secrets.unseal(sealed, for: "rs_a", purpose: "rotation") == [1, 2, 3])
        for (holder, purpose) in [("rs_b", "rotation"), ("", "rotation"), ("rs_a", "mail")] {
            #expect(throws: SecretsError.unopenable) {
                try secrets.unseal(sealed, for: holder, purpose: purpose)
            }
        }
        #expect(throws: SecretsError.unopenable) { try secrets.unseal(sealed, purpose: "rotation") }
        #expect(throws: SecretsError.unopenable) {
            try Secrets(masterKey: Array(1..<33)).unseal(sealed, for: "rs_a", purpose: "rotation")
        }
    }
}
