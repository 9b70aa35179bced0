import Foundation
import HTTPTypes
import Hummingbird
import NuntiqCore

/// Tells forms of ours from forms of others (cross-site request forgery), on pages with and without a session.
///
/// A browser gets a random cookie with its first page. A form carries a MAC over that cookie and over what the page is
/// about: its session. Whoever can neither read the cookie nor compute the MAC cannot make such a form; one of another
/// session, or of a page that has been left, is refused too.
struct FormGuard: Sendable {
    let secrets: Secrets
    let random: @Sendable (Int) -> [UInt8]

    /// What a form of this browser carries on a page about `scope`; another one each time.
    func token(browser: String, scope: String) -> String {
        token(browser: browser, scope: scope, salt: Self.text(random(8)))
    }

    private func token(browser: String, scope: String, salt: String) -> String {
        salt + Self.text(secrets.formMAC(Array("\(salt) \(browser) \(scope)".utf8)).prefix(20))
    }

    /// - Throws: ``RequestError/formForeign``.
    func check(_ form: Form, of request: Request, browser: String?, scope: String) throws {
        guard isFromHere(request), let browser else { throw RequestError.formForeign }
        let shown = Array(form["csrf"].utf8)
        let salt = String(decoding: shown.prefix(16), as: UTF8.self)
        let own = Array(token(browser: browser, scope: scope, salt: salt).utf8)
        guard shown.count == own.count, zip(shown, own).reduce(UInt8(0), { $0 | ($1.0 ^ $1.1) }) == 0 else {
            throw RequestError.formForeign
        }
    }

    /// Browsers say where a form stands; what says nothing is judged by its token alone.
    private func isFromHere(_ request: Request) -> Bool {
        if let site = request.headers[.secFetchSite] { return site == "same-origin" || site == "none" }
        guard let origin = request.headers[.origin], origin != "null" else { return true }
        let host = origin.split(separator: "/", omittingEmptySubsequences: true).last
        return host?.lowercased() == request.head.authority?.lowercased()
    }

    private static func text(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { byte in hex[Int(byte >> 4)] + hex[Int(byte & 15)] }.joined()
    }

    private static let hex = "0123456789abcdef".map(String.init)
}
