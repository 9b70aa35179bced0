/// Markup whose texts are escaped; the only way to make some is by the functions here.
struct HTML: Sendable, ExpressibleByStringLiteral {
    private(set) var source: String

    /// A text; what would be markup in it is shown as it is.
    init(_ text: String) {
        source = Self.escaped(text)
    }

    /// A text of the source code.
    init(stringLiteral text: String) {
        self.init(text)
    }

    private init(source: String) {
        self.source = source
    }

    /// Several, one after the other.
    static func all(_ parts: [HTML]) -> HTML {
        HTML(source: parts.map(\.source).joined())
    }

    /// An element with attributes in their order; `nil` leaves one out, and an empty name is the mere name.
    static func element(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ parts: HTML...) -> HTML {
        element(name, attributes, parts)
    }

    /// An element with what is in it as a list.
    static func element(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ parts: [HTML]) -> HTML {
        let head = attributes.compactMap { key, value in
            value.map { $0.isEmpty ? " \(key)" : " \(key)=\"\(escaped($0))\"" }
        }
        let open = "<\(name)\(head.joined())>"
        return HTML(source: isVoid(name) ? open : open + parts.map(\.source).joined() + "</\(name)>")
    }

    /// Markup of our own that is no text, such as a drawing.
    static func drawing(_ source: StaticString) -> HTML {
        HTML(source: "\(source)")
    }

    /// A whole page.
    static func page(language: String, _ parts: HTML...) -> [UInt8] {
        Array(("<!doctype html>\n" + element("html", ["lang": language], parts).source + "\n").utf8)
    }

    /// A text in which `code` stands in backquotes.
    static func prose(_ text: String) -> HTML {
        let parts = text.split(separator: "`", omittingEmptySubsequences: false)
        return .all(
            parts.enumerated().map { index, part in
                index.isMultiple(of: 2) ? HTML(String(part)) : .element("code", [:], HTML(String(part)))
            })
    }

    private static func isVoid(_ name: String) -> Bool {
        ["meta", "link", "input", "br", "hr"].contains(name)
    }

    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
