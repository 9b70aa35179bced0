import HTTPTypes
import Hummingbird
public import NuntiqCore
public import NuntiqModel

/// - `POST /v1/partner/supplier-access/request`: a fresh link; always 200
/// - `POST …/request-code`: a code to the address that the link went to
/// - `POST …/validate`: a right code brings a claim token
/// - `POST …/mint`: the claim token brings a key
///
/// Nobody shows a key here; each call is counted by the address it comes from.
struct AccessRoutes: Sendable {
    static let root = "/v1/partner/supplier-access"

    let desk: AccessDesk

    var routes: [Route] {
        [
            route("request", "Ask for a fresh link by mail.", .requestLink, request),
            route("request-code", "Ask for a verification code by mail.", .requestCode, requestCode),
            route("validate", "Exchange a verification code for a claim token.", .validateCode, validate),
            route("mint", "Exchange a claim token for a key.", .mintKey, mint),
        ]
    }

    func request(_ request: Request, _ context: CallContext) async throws -> JSONAnswer {
        var body = try await request.fields()
        let email = body.requiredText("email")
        let scope = try await desk.scope(of: context, &body)
        if scope == .any, body.faults.isEmpty {
            body.fault("subdomain", "This is required where the host is not the customer's own.")
        }
        try body.check()
        try await desk.requestLink(for: email, .key, scope)
        return JSONAnswer(data: ["message": "If this address is on file, a fresh link is on its way."])
    }

    func requestCode(_ request: Request, _ context: CallContext) async throws -> JSONAnswer {
        var body = try await request.fields()
        let link = AccessToken(body.requiredText("token"))
        let scope = try await desk.scope(of: context, &body)
        try body.check()
        let sent = try await desk.access.requestCode(link, in: try scope.tenant())
        return JSONAnswer(data: [
            "email": .string(sent.email), "expires_at": sent.until.json,
            "codes_left": .number(JSONNumber(Int64(sent.codesLeft))),
        ])
    }

    func validate(_ request: Request, _ context: CallContext) async throws -> JSONAnswer {
        var body = try await request.fields()
        let link = AccessToken(body.requiredText("token"))
        let code = body.requiredText("code")
        let scope = try await desk.scope(of: context, &body)
        try body.check()
        let claim = try await desk.access.validate(link, code: code, in: try scope.tenant())
        return JSONAnswer(data: ["claim_token": .string(claim.token.text), "expires_at": claim.until.json])
    }

    func mint(_ request: Request, _ context: CallContext) async throws -> JSONAnswer {
        var body = try await request.fields()
        let claim = AccessToken(body.requiredText("claim_token"))
        let label = body.requiredText("label", limit: Keys.labelCharactersMax)
        let expiry = body.keyInterval() ?? .standard
        let clash: LabelClash = body.bool("replace") == true ? .replace : .refuse
        let scope = try await desk.scope(of: context, &body)
        try body.check()
        let minted = try await desk.mint(claim, label, expiry, clash, try scope.claimTenant())
        return JSONAnswer(data: .object(minted.issued.wire), status: .created)
    }

    private func route(
        _ name: String, _ summary: String, _ description: RouteDescription,
        _ handle: @escaping @Sendable (Request, CallContext) async throws -> JSONAnswer
    ) -> Route {
        Route.publicAPI(.post, "\(Self.root)/\(name)", body: .json, summary: summary) { request, context in
            try desk.limiter.count(name, from: context.address)
            return try await handle(request, context)
        }.described(description)
    }
}

extension SupplierAccessError: ErrorBody {
    /// Until another code may be asked for there is none: the link ends first.
    public var retryAfterSeconds: Int? {
        guard case .codeLimit(let seconds) = self else { return nil }
        return seconds
    }

    /// How many tries are left after a wrong code.
    public var members: JSONObject {
        guard case .codeWrong(let triesLeft) = self else { return [:] }
        return ["tries_left": .number(JSONNumber(Int64(triesLeft)))]
    }
}
