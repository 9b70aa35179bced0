/// A whole number in a range, in digits alone.
func number(_ text: String, in range: ClosedRange<Int>) -> Int? {
    guard text.utf8.allSatisfy(isDigit), let value = Int(text), range.contains(value) else { return nil }
    return value
}

/// A length of time: `62d`, `1d12h`, `90s`, `-2h`, `0`.
func duration(_ text: String) -> Duration? {
    let isNegative = text.hasPrefix("-")
    let digits = isNegative ? text.dropFirst() : text[...]
    if digits == "0" { return .zero }
    var rest = digits[...]
    var seconds: Int64 = 0
    while !rest.isEmpty {
        let count = rest.prefix { $0.isASCII && $0.isNumber }
        guard let value = Int64(count), value < 1_000_000_000, let unit = rest.dropFirst(count.count).first,
            let length = secondsByUnit[unit]
        else { return nil }
        seconds += value * length
        rest = rest.dropFirst(count.count + 1)
    }
    guard !digits.isEmpty, seconds <= 3_155_760_000 else { return nil }  // a hundred years
    return .seconds(isNegative ? -seconds : seconds)
}

private let secondsByUnit: [Character: Int64] = ["d": 86_400, "h": 3_600, "m": 60, "s": 1]

/// Whether the text is `scheme://` with one of these schemes and something after it, without white space.
func isURL(_ text: String, schemes: [String]) -> Bool {
    guard let end = text.firstRange(of: "://") else { return false }
    let rest = text[end.upperBound...]
    return schemes.contains(text[..<end.lowerBound].lowercased()) && rest.first != "/" && !rest.isEmpty
        && rest.utf8.allSatisfy { $0 > 32 && $0 != 127 }
}

/// Whether the text is a host name of at least one label, with a port if it may have one.
func isDomain(_ text: String, withPort: Bool) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard let host = parts.first, parts.count == 1 || withPort && parts.count == 2 else { return false }
    if parts.count == 2, number(String(parts[1]), in: 0...65_535) == nil { return false }
    return host.utf8.count <= 253
        && host.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
            (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
                && label.utf8.allSatisfy { isDigit($0) || isLetter($0) || $0 == UInt8(ascii: "-") }
        }
}

/// Whether the text is a host name or a numeric address.
func isHost(_ text: String) -> Bool {
    let isIPv6 = text.contains(":") && text.allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." }
    return isIPv6 || isDomain(text, withPort: false)
}

/// The text with passwords replaced by `***`, in the user part of a URL and in its parameters.
func withoutSecrets(_ text: String) -> String {
    guard let scheme = text.firstRange(of: "://") else { return text }
    var rest = String(text[scheme.upperBound...])
    let authorityEnd = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
    if let at = rest[..<authorityEnd].lastIndex(of: "@") ?? rest.lastIndex(of: "@"),
        let colon = rest[..<at].firstIndex(of: ":")
    {
        rest.replaceSubrange(rest.index(after: colon)..<at, with: "***")
    }
    guard let question = rest.firstIndex(of: "?") else { return text[..<scheme.upperBound] + rest }
    let parameters = rest[rest.index(after: question)...].split(separator: "&", omittingEmptySubsequences: false)
    return text[..<scheme.upperBound] + rest[...question] + parameters.map(withoutSecret).joined(separator: "&")
}

private func withoutSecret(_ parameter: Substring) -> String {
    let parts = parameter.split(separator: "=", maxSplits: 1)
    let name = parts.first?.lowercased() ?? ""
    let isSecret = ["password", "secret", "key", "token"].contains { name.contains($0) }
    return isSecret && parts.count == 2 ? "\(parts[0])=***" : String(parameter)
}

private func isDigit(_ letter: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(letter)
}

private func isLetter(_ letter: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter | 32)
}
