import Foundation

/// The form in which texts are compared without regard to case: `NFC(lower(upper(lower(NFC text))))`.
///
/// Alike on both databases, since it is done here and kept in a column of its own; wide enough for all that Unicode's
/// case folding makes equal (`ß` = `SS`, `ς` = `σ`). The inner `lower` is for `ẞ` alone, which has no longer capital.
public func folded(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
    return normalized(normalized(text).lowercased().uppercased().lowercased())
}

/// ``folded(_:)`` without white space at either end: how addresses and identifiers are compared.
public func trimmedFolded(_ text: String) -> String {
    folded(trimmed(text))
}

/// A text without white space at either end.
public func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
        let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
}

/// A text in Unicode's composed form (NFC), the form in which everything is kept.
public func normalized(_ text: String) -> String {
    text.utf8.allSatisfy({ $0 < 0x80 }) ? text : text.precomposedStringWithCanonicalMapping
}
