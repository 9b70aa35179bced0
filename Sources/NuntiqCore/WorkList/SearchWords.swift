internal import Foundation
internal import NuntiqModel
internal import NuntiqStore

/// How texts become words that an invoice is found by, and how what somebody types becomes a query over them.
///
/// Words are folded, without accents, letters and digits only. What stands between white spaces is also one word as a
/// whole, so that `GL-88240`, `gl88240` and `88240` find the same number, and `14,220.50` finds `14220.50`.
enum SearchWords {
    /// What a word is about; its letter stands between the tenant's number and the word.
    enum Space: String {
        /// What the invoice says.
        case content = "x"
        /// What was found about it.
        case issue = "n"
        /// The inbox it came to.
        case inbox = "i"
        /// The account that sent it.
        case account = "p"
        /// The supplier's number.
        case supplier = "s"
        /// The currency.
        case currency = "c"
    }

    /// So many words of one invoice are kept.
    static let countMax = 4_000
    /// So long a word is kept.
    private static let lengthMax = 48
    /// So many words of what somebody types count.
    private static let typedMax = 12

    /// The words of texts, each once, as ``NuntiqStore/WordIndex`` takes them.
    static func words(_ texts: some Sequence<String>, _ space: Space, of tenant: TenantID) -> Set<String> {
        var words: Set<String> = []
        for text in texts {
            for chunk in chunks(text) {
                for part in chunk where words.count < countMax { words.insert(word(part, space, tenant)) }
                if chunk.count > 1, words.count < countMax { words.insert(word(chunk.joined(), space, tenant)) }
            }
        }
        return words
    }

    /// One word for a text as a whole; texts that differ in nothing but case and signs have the same.
    static func exact(_ text: String, _ space: Space, of tenant: TenantID) -> String {
        word(chunks(text).joined().joined(), space, tenant)
    }

    /// What somebody typed: each word must begin a word of the invoice.
    ///
    /// - Returns: `nil` when there is no word in it.
    static func query(_ typed: String, _ space: Space, of tenant: TenantID) -> [[[WordQuery.Term]]]? {
        let chunks = chunks(typed).prefix(typedMax)
        guard !chunks.isEmpty else { return nil }
        return chunks.map { chunk in
            let whole = [term(chunk.joined(), space, tenant)]
            guard chunk.count > 1 else { return [whole] }
            return [whole, chunk.map { term($0, space, tenant) }]
        }
    }

    /// A single letter or digit would begin too many words: it must be one.
    private static func term(_ part: String, _ space: Space, _ tenant: TenantID) -> WordQuery.Term {
        WordQuery.Term(word(part, space, tenant), isPrefix: part.unicodeScalars.count > 1)
    }

    private static func word(_ part: String, _ space: Space, _ tenant: TenantID) -> String {
        let kept = String(String.UnicodeScalarView(part.unicodeScalars.prefix(lengthMax)))
        return "\(tenant.rawValue)\(space.rawValue)\(kept)"
    }

    /// What stands between white spaces, cut where it has something else than letters and digits.
    private static func chunks(_ text: String) -> [[String]] {
        plain(text).unicodeScalars.split { $0.properties.isWhitespace }.map { chunk in
            chunk.split { !isWordScalar($0) }.map { String(String.UnicodeScalarView($0)) }
        }.filter { !$0.isEmpty }
    }

    /// Folded, and without accents.
    private static func plain(_ text: String) -> String {
        let folded = folded(text)
        if folded.utf8.allSatisfy({ $0 < 0x80 }) { return folded }
        let scalars = folded.decomposedStringWithCanonicalMapping.unicodeScalars
        return String(String.UnicodeScalarView(scalars.filter { $0.properties.generalCategory != .nonspacingMark }))
            .precomposedStringWithCanonicalMapping
    }

    private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .spacingMark:
            true
        default: false
        }
    }
}
