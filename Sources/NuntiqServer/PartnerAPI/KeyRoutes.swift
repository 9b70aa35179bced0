import HTTPTypes
import Hummingbird
import NuntiqCore
import NuntiqModel
import NuntiqStore

/// - `GET /v1/partner/account/keys`: the account's keys, also for a key in grace
/// - `POST /v1/partner/account/keys`: another key, its credentials once
/// - `DELETE /v1/partner/account/keys/{key_id}`: revokes another key of the account
/// - `POST /v1/partner/account/keys/{key_id}/rotate`: new credentials for the key that calls
/// - `POST /v1/partner/account/keys/rotate`: the same with the id left out, a 400
struct KeyRoutes: Sendable {
    let keys: Keys
    let authentication: Authentication
    let environment: RuntimeEnvironment

    private static let root = "/v1/partner/account/keys"

    var routes: [Route] {
        let optional = BodyRule.json(bytesMax: 64 * 1024, optional: true)
        return [
            .partner(.get, Self.root, needs: nil, summary: "List the account's keys.", use: list)
                .described(.listKeys),
            .partner(
                .post, Self.root, needs: nil, inGrace: false, body: .json, summary: "Make another key.", use: create
            ).described(.createKey),
            .partner(
                .delete, "\(Self.root)/{key_id}", needs: nil, inGrace: false,
                summary: "Revoke another key of the account.", use: revoke
            ).described(.revokeKey),
            .partner(
                .post, "\(Self.root)/{key_id}/rotate", needs: nil, body: optional,
                summary: "Replace the credentials of the key that calls.", use: rotate
            ).described(.rotateKey),
            .partner(
                .post, "\(Self.root)/rotate", needs: nil, body: optional,
                summary: "Answer that the id of the key is missing.", use: rotate
            ).described(.rotateWithoutID),
        ]
    }

    func list(_ request: Request, _ context: AuthenticatedContext) async throws -> JSONAnswer {
        let keys = try await keys.list(of: context.principal.id, in: context.tenant)
        return JSONAnswer(data: ["keys": .array(keys.map { .object($0.wire) })])
    }

    func create(_ request: Request, _ context: AuthenticatedContext) async throws -> JSONAnswer {
        var body = try await request.fields()
        let label = body.requiredText("label", limit: Keys.labelCharactersMax)
        let expiry = body.keyExpiry(from: environment.now(nil)) ?? .standard
        try body.check()
        let issued = try await keys.issue(
            label, expiry: expiry, for: context.principal.id, in: context.tenant, by: context.principal.actor)
        return JSONAnswer(data: .object(issued.wire), status: .created)
    }

    func revoke(_ request: Request, _ context: AuthenticatedContext) async throws -> JSONAnswer {
        let text = context.parameters["key_id"]
        guard let id = Token(text) else { throw KeyError.unknown(text) }
        let revoked = try await keys.revoke(id, by: context.principal)
        authentication.forget(id, in: context.tenant)
        return JSONAnswer(data: .object(revoked.wire))
    }

    /// A key in grace is let in, and refused like a wrong pair: with its `Idempotency-Key` it may fetch a lost answer.
    func rotate(_ request: Request, _ context: AuthenticatedContext) async throws -> JSONAnswer {
        let wanted = try await rotation(request, context)
        let rotated = try await keys.rotate(wanted, by: context.principal)
        authentication.forget(rotated.issued.key.id, in: context.tenant)
        var headers: HTTPFields = [:]
        headers[.idempotencyKey] = wanted.idempotencyKey
        if rotated.isReplay { headers[.idempotentReplayed] = "true" }
        return JSONAnswer(.object(rotated.issued.rotationWire), headers: headers)
    }

    private func rotation(_ request: Request, _ context: AuthenticatedContext) async throws -> RotationRequest {
        let id = trimmed(context.parameters["key_id"])
        let secret = request.header(.rotationSecret) ?? ""
        let idempotencyKey = try request.idempotencyKey()
        var body = try await request.fields()
        if id.isEmpty { body.fault("key_id", "The path names the key: \(Self.root)/{key_id}/rotate.") }
        let expiry = body.keyExpiry(from: environment.now(nil))
        try body.check()
        return RotationRequest(
            keyID: Token(id), apiKey: request.headers[.apiKey] ?? "", rotationSecret: secret, expiry: expiry,
            idempotencyKey: idempotencyKey)
    }
}

extension Fields {
    /// How long a key is to live.
    ///
    /// `nil` when the body does not say; of both members `expires_at` wins.
    fileprivate mutating func keyExpiry(from now: Instant) -> KeyExpiry? {
        let interval = keyInterval()
        guard let end = instant("expires_at") else { return interval }
        if let fault = KeyExpiry.at(end).fault(from: now) { self.fault(fault.field, fault.message) }
        return .at(end)
    }

    /// The interval that a key is to live; `nil` when the body does not say.
    mutating func keyInterval() -> KeyExpiry? {
        guard let value = present("expires_interval_days") else {
            return isNull("expires_interval_days") ? .never : nil
        }
        guard let days = value.number?.int, KeyExpiry.intervals.contains(Int(days)) else {
            fault("expires_interval_days", "Expected 30, 90, 180, 365 or null.")
            return nil
        }
        return .days(Int(days))
    }
}
