/// The rules for the first label of a tenant's host name.
enum Subdomain {
    /// Labels that have, or may get, a meaning of their own beside the tenants.
    static let reserved: Set<String> = [
        "admin", "api", "app", "assets", "auth", "cdn", "console", "dev", "dev-api", "docs", "ftp", "help", "imap",
        "lmtp", "localhost", "mail", "metrics", "mx", "ns", "portal", "smtp", "static", "status", "support", "test",
        "test-api", "www",
    ]

    /// What is wrong with a subdomain in lower case; `nil` when it is fine.
    ///
    /// - Source: RFC 1123 §2.1 (a label: letters, digits, hyphens, at most 63); RFC 5891 §4.2.3.1 (`--` in places 3,
    ///   4).
    static func fault(in label: String) -> String? {
        let letters = Array(label.utf8)
        guard letters.allSatisfy(isAllowed), let first = letters.first, let last = letters.last, letters.count <= 63
        else {
            return "A subdomain has 1 to 63 letters a-z, digits and hyphens."
        }
        if first == UInt8(ascii: "-") || last == UInt8(ascii: "-") {
            return "A subdomain neither begins nor ends with a hyphen."
        }
        if letters.dropFirst(2).prefix(2).elementsEqual("--".utf8) {
            return "A subdomain has no two hyphens in third and fourth place."
        }
        if letters.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: "-") }) {
            return "A subdomain has at least one letter."
        }
        return reserved.contains(label) ? "The subdomain \"\(label)\" is reserved." : nil
    }

    private static func isAllowed(_ letter: UInt8) -> Bool {
        isDigit(letter) || letter == UInt8(ascii: "-") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter)
    }

    private static func isDigit(_ letter: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(letter)
    }
}
