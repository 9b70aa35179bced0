/// The shape of an email address.
enum EmailAddress {
    /// What is wrong with an address; `nil` when it could be one.
    ///
    /// Only mail itself proves an address, so this is about slips of the pen: one `@`, something before it, a host
    /// name after it, no white space, at most 254 characters in all and 64 before the `@`.
    /// - Source: RFC 5321 §4.5.3.1.
    static func fault(in address: String) -> String? {
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        let isAddress =
            parts.count == 2 && (1...64).contains(parts[0].utf8.count) && address.utf8.count <= 254
            && address.unicodeScalars.allSatisfy {
                $0.value > 32 && $0.value != 127 && !"<>,;\"\\()".unicodeScalars.contains($0)
            }
            && isHostName(parts[1])
        return isAddress ? nil : "\"\(address)\" is no email address; ap@example.com is one."
    }

    private static func isHostName(_ host: Substring) -> Bool {
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        return labels.allSatisfy { label in
            (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
                && label.unicodeScalars.allSatisfy {
                    $0 == "-" || $0.properties.isAlphabetic || $0.properties.numericType != nil
                }
        }
    }
}
