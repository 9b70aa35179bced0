import HTTPTypes
import Hummingbird

/// The headers that every answer has, unless its handler said otherwise.
struct StandardHeaders: Sendable {
    private let fields: [HTTPField]

    /// `isHTTPS`: the installation is reached by https only, and browsers are to remember it.
    init(isHTTPS: Bool) {
        var fields = [
            HTTPField(name: .xContentTypeOptions, value: "nosniff"),
            HTTPField(name: .cacheControl, value: "no-store"),
            HTTPField(name: .referrerPolicy, value: "no-referrer"),
            HTTPField(name: .contentSecurityPolicy, value: "default-src 'none'; frame-ancestors 'none'"),
        ]
        if isHTTPS {
            let year = 31_536_000
            fields.append(HTTPField(name: .strictTransportSecurity, value: "max-age=\(year); includeSubDomains"))
        }
        self.fields = fields
    }

    /// Adds those that are missing.
    func complete(_ headers: inout HTTPFields) {
        for field in fields where !headers.contains(field.name) { headers.append(field) }
    }
}
