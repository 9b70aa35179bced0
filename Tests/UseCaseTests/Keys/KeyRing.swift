import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqStore
import NuntiqTesting

extension AccountsUnderTest {
    /// The caller that a key proves, without proving it.
    func holder(of issued: IssuedKey) -> Principal {
        Principal(
            id: globex.id, tenant: acme.id, kind: .partner(keyID: issued.key.id), name: globex.name,
            permissions: [.submitSupplierInvoice])
    }

    /// Rotates a key by its own credentials.
    func rotate(
        _ issued: IssuedKey, expiry: KeyExpiry? = nil, idempotencyKey: String? = nil
    ) async throws -> RotatedKey {
        try await keys.rotate(
            RotationRequest(
                keyID: issued.key.id, apiKey: issued.apiKey, rotationSecret: issued.rotationSecret, expiry: expiry,
                idempotencyKey: idempotencyKey),
            by: holder(of: issued))
    }

    /// The caller that a key opens the door to on a node that has not seen it before; `nil` for an invalid key.
    func open(_ apiKey: String, from address: String = "") async throws -> Principal? {
        do {
            return try await authentication().principal(showing: apiKey, from: address)
        } catch AuthenticationError.invalidKey {
            return nil
        }
    }

    /// How many hashes lead to something.
    func directoryCount() async throws -> Int {
        try await database.read { tx in try tx.query("SELECT tenant FROM key_directory").count }
    }
}

/// Refuses nobody for calling fast, nor for a machine that has other things to do.
@Sendable func unlimited(_ configuration: inout ServerConfiguration) {
    configuration.rateLimit = .off
    configuration.writeDelayMax = .seconds(120)
}

extension TestNuntiq {
    static let keysPath = "/api/v1/partner/account/keys"
    static let submissionPath = "/api/v1/partner/invoices"

    /// Asks for new credentials in the place of those that are given.
    func rotate(
        _ id: String, _ apiKey: String, _ secret: String?, body: JSONValue? = nil, idempotencyKey: String? = nil
    ) async throws -> TestAnswer {
        var headers: [String: String] = [:]
        headers["X-Rotation-Secret"] = secret
        headers["Idempotency-Key"] = idempotencyKey
        return try await partnerAPI.showing(apiKey)
            .call(.post, "\(Self.keysPath)/\(id)/rotate", body: body.map(Body.json), headers: headers)
    }

    /// Rotates the key of the test.
    func rotate(body: JSONValue? = nil, idempotencyKey: String? = nil) async throws -> TestAnswer {
        try await rotate(
            key.key.id.description, key.apiKey, key.rotationSecret, body: body, idempotencyKey: idempotencyKey)
    }
}

extension TestAnswer {
    /// The text of a member of the answer, or empty.
    func text(_ name: String) -> String { self[name]?.string ?? "" }

    /// The fields at fault, in order.
    var fields: [String] { self["details"]?.array?.compactMap { $0["field"]?.string } ?? [] }
}
