import HTTPTypes
import Hummingbird

/// A cookie of ours: what it is called, how long a browser keeps it, and whether scripts may see it.
struct SiteCookie: Sendable, Hashable {
    let name: String
    /// `nil`: until the browser is closed.
    let lifetimeSeconds: Int?

    /// The person's choice of light or dark.
    static let theme = SiteCookie(name: "nuntiq-theme", lifetimeSeconds: 365 * 86_400)
    /// What ties forms to the browser that they were shown in.
    static let browser = SiteCookie(name: "nuntiq-form", lifetimeSeconds: nil)
}

/// Reads and writes cookies: host-only, unseen by scripts, sent along from other sites by links alone.
///
/// Outside development they are `Secure` and carry the prefix `__Host-`, which no other host can set.
struct CookieRules: Sendable {
    let isDevelopment: Bool

    /// The value that the browser sent; `nil` for none, or one that is none of ours.
    func value(of cookie: SiteCookie, in headers: HTTPFields) -> String? {
        let wanted = name(cookie) + "="
        for line in headers[values: .cookie] {
            for part in line.split(separator: ";") {
                let pair = part.drop { $0 == " " }
                guard pair.hasPrefix(wanted) else { continue }
                let value = pair.dropFirst(wanted.count)
                return Self.isValue(value) ? String(value) : nil
            }
        }
        return nil
    }

    /// The header that gives the browser a value.
    func field(setting cookie: SiteCookie, to value: String) -> HTTPField {
        precondition(Self.isValue(value[...]), "a cookie's value is letters, digits, - _ and .")
        let age = cookie.lifetimeSeconds.map { "; Max-Age=\($0)" } ?? ""
        return HTTPField(name: .setCookie, value: "\(name(cookie))=\(value)\(age)\(attributes)")
    }

    /// The header that takes it away.
    func field(clearing cookie: SiteCookie) -> HTTPField {
        HTTPField(name: .setCookie, value: "\(name(cookie))=; Max-Age=0\(attributes)")
    }

    private func name(_ cookie: SiteCookie) -> String {
        isDevelopment ? cookie.name : "__Host-\(cookie.name)"
    }

    private var attributes: String {
        "; Path=/; HttpOnly; SameSite=Lax\(isDevelopment ? "" : "; Secure")"
    }

    private static func isValue(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.count <= 512
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                    UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                    true
                default: false
                }
            }
    }
}
