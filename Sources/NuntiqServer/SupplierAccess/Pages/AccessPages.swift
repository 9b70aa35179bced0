import HTTPTypes
import Hummingbird
import NuntiqCore
import NuntiqModel
import NuntiqStore

/// - `GET /supplier-access/regenerate?token=`: the step that the link, or the browser's cookie, has come to
/// - `POST /supplier-access/regenerate`: `do` says what: `send`, `code`, `issue`, `fresh`
/// - `POST /supplier-access/opened`: a person has the page before them
struct AccessPages: Sendable {
    static let path = "/supplier-access/regenerate"

    let desk: AccessDesk
    let pages: Pages
    let letterheads: Letterheads
    let environment: RuntimeEnvironment
    let api: APIAddress

    var routes: [Route] {
        [
            .page(Self.path, of: pages, scope: .access, summary: "The way from a mailed link to a key.", use: show),
            .form(Self.path, of: pages, scope: .access, summary: "One step of it.", use: act),
            .form("/supplier-access/opened", of: pages, scope: .access, summary: "Note that it was seen.", use: opened),
        ]
    }

    func show(_ request: Request, _ context: PageContext) async throws -> Response {
        try desk.limiter.count("pages", from: context.call.address)
        let query = request.uri.queryParameters
        let kept = AccessCookie(context.scope)
        guard let token = query["token"].map(String.init), !token.isEmpty else {
            let isAsked = query["ask"] != nil || kept == nil
            return isAsked ? try await ask(.missing, context) : try await step(kept, context)
        }
        let cookie = kept?.link.text == token ? kept : AccessCookie(link: AccessToken(token), claim: nil)
        guard let cookie, cookie.isWellFormed else { return try await ask(.dead(.linkUnknown), context) }
        return try await step(cookie, context.about(cookie.text), isNew: true)
    }

    func act(_ form: Form, _ context: PageContext) async throws -> Response {
        try desk.limiter.count("pages", from: context.call.address)
        if form["do"] == "fresh" { return try await fresh(form, context) }
        guard let cookie = AccessCookie(context.scope) else { return try await ask(.missing, context) }
        let scope = context.call.hostTenant
        switch form["do"] {
        case "send":
            return try await going(cookie, context) {
                _ = try await desk.access.requestCode(cookie.link, in: scope)
                return context.go(to: Self.path)
            }
        case "code":
            return try await going(cookie, context, typed: form["code"]) {
                let claim = try await desk.access.validate(cookie.link, code: form["code"], in: scope)
                let next = AccessCookie(link: cookie.link, claim: claim.token)
                return context.go(
                    to: claim.purpose == .key ? Self.path : SupplierInvoicePages.path, cookies: [field(next)])
            }
        case "issue": return try await issue(KeyWish(form), cookie, context)
        default: return context.go(to: Self.path)
        }
    }

    func opened(_ form: Form, _ context: PageContext) async throws -> Response {
        try desk.limiter.count("pages", from: context.call.address)
        if let cookie = AccessCookie(context.scope) {
            try await desk.access.open(cookie.link, in: context.call.hostTenant)
        }
        return Response(status: .noContent)
    }

    /// The cookie for as long as what it opens.
    private func field(_ cookie: AccessCookie) -> HTTPField {
        pages.cookies.field(setting: .access, to: cookie.text)
    }
}

// MARK: - Steps

extension AccessPages {
    /// The page of the step that a link has come to, with what is wrong with what was typed.
    func step(
        _ cookie: AccessCookie?, _ context: PageContext, typed: String = "", error: String? = nil, isNew: Bool = false
    ) async throws -> Response {
        let scope = context.call.hostTenant
        guard let cookie, let view = try await desk.access.look(at: cookie.link, cookie.claim, in: scope) else {
            return try await ask(.dead(.linkUnknown), context)
        }
        let cookies = isNew ? [field(cookie)] : []
        let (frame, now) = (context.frame, environment.now(nil))
        switch view.step {
        case .send: return context.show(SendPage(view, frame: frame), cookies: cookies)
        case .code(let code, let sentAt, _):
            return context.show(
                CodePage(view, code, sentAt: sentAt, now: now, typed: typed, error: error, frame: frame),
                cookies: cookies)
        case .label(let until):
            let page = LabelPage(
                view, until: until, now: now, wish: KeyWish(), error: error, clash: nil, frame: frame)
            return context.show(page, cookies: cookies)
        case .issued(let label): return dead(.issued(label: label), view, context, cookies)
        case .over(let error): return dead(.dead(error), view, context, cookies)
        }
    }

    /// Runs one step; what it refuses is told on the page of the step.
    private func going(
        _ cookie: AccessCookie, _ context: PageContext, typed: String = "",
        _ body: @Sendable () async throws -> Response
    ) async throws -> Response {
        do {
            return try await body()
        } catch let error as SupplierAccessError {
            let isAboutCode = error.isAboutCode
            return try await step(
                cookie, context, typed: isAboutCode ? typed : "",
                error: isAboutCode ? "\(error.message) \(error.hint)" : nil)
        }
    }

    private func issue(_ wish: KeyWish, _ cookie: AccessCookie, _ context: PageContext) async throws -> Response {
        let scope = context.call.hostTenant
        guard let view = try await desk.access.look(at: cookie.link, cookie.claim, in: scope), let claim = cookie.claim,
            case .label(let until) = view.step
        else { return try await step(cookie, context) }
        do {
            let minted = try await desk.mint(claim, wish.wantedLabel, wish.expiry, wish.labelClash, scope)
            return context.show(IssuedPage(minted, view.letterhead, api: api, frame: context.frame))
        } catch let error as KeyError {
            let clash = try await clash(error, claim, scope, view)
            let page = LabelPage(
                view, until: until, now: environment.now(nil), wish: wish, error: clash?.error ?? error.message,
                clash: clash?.clash, frame: context.frame)
            return context.show(page)
        } catch is SupplierAccessError {
            return try await step(cookie, context)
        }
    }

    private func clash(
        _ error: KeyError, _ claim: AccessToken, _ scope: TenantID?, _ view: AccessView
    ) async throws -> (error: String, clash: LabelPage.Clash)? {
        guard case .labelTaken(let label) = error else { return nil }
        let taken = try await desk.access.taken(label, for: claim, in: scope)
        let end = taken.until.map { " until \(view.letterhead.time.day($0))" } ?? ""
        return ("A key named “\(label)” is in use\(end).", LabelPage.Clash(free: taken.freeLabel))
    }
}

// MARK: - A fresh link

extension AccessPages {
    /// The page that asks for an address, from nowhere in particular.
    func ask(_ reason: AskPage.Reason, _ context: PageContext) async throws -> Response {
        let letterhead = try await letterheads.find(context.call.hostTenant)
        return context.show(AskPage(reason, letterhead, frame: context.frame))
    }

    private func dead(
        _ reason: AskPage.Reason, _ view: AccessView, _ context: PageContext, _ cookies: [HTTPField]
    ) -> Response {
        context.show(
            AskPage(reason, view.letterhead, email: view.email, view.purpose, frame: context.frame), cookies: cookies)
    }

    /// Takes the question for a link; the same page whether or not the address is known.
    private func fresh(_ form: Form, _ context: PageContext) async throws -> Response {
        var scope = context.call.hostTenant.map(AccessScope.only) ?? .any
        if scope == .any, let subdomain = form["subdomain"].nonEmpty { scope = try await desk.scope(of: subdomain) }
        let letterhead = try await letterheads.find(context.call.hostTenant)
        let email = trimmed(form["email"])
        guard email.contains("@") else {
            let page = AskPage(
                .missing, letterhead, email: email, error: "An email address has an @ in it.", frame: context.frame)
            return context.show(page)
        }
        try await desk.requestLink(for: email, AccessPurpose(rawValue: form["purpose"]) ?? .key, scope)
        return context.show(SentPage(frame: context.frame, letter: Letter(letterhead), email: email))
    }
}

extension SupplierAccessError {
    /// Whether it is about what was typed on the page of the code.
    fileprivate var isAboutCode: Bool {
        switch self {
        case .codeWrong, .codeExpired, .codeUsed, .codeLimit: true
        case .linkUnknown, .linkExpired, .linkUsed, .locked, .claimUnknown, .claimOver, .accountInactive, .noAddress:
            false
        }
    }
}

extension String {
    /// `nil` when it is empty.
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
