/// How fields are named on the wire: `currency` is the field `currencyCode`, `total_amount` is `grossAmount`, every
/// other snake_case name is its camelCase key; the key itself is accepted too.
public enum WireName {
    /// The field's key of a name on the wire.
    public static func key(of name: String) -> String {
        switch name {
        case "currency": "currencyCode"
        case "total_amount": "grossAmount"
        default: camelCase(name)
        }
    }

    /// The name on the wire of a field's key.
    public static func name(of key: String) -> String {
        switch key {
        case "currencyCode": "currency"
        case "grossAmount": "total_amount"
        default: snakeName(of: key)
        }
    }

    private static func camelCase(_ name: String) -> String {
        guard name.utf8.contains(UInt8(ascii: "_")) else { return name }
        var bytes: [UInt8] = []
        var isAfterUnderscore = false
        for byte in name.utf8 {
            if byte == UInt8(ascii: "_"), !bytes.isEmpty {
                if isAfterUnderscore { bytes.append(byte) }
                isAfterUnderscore = true
            } else {
                let isLower = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                bytes.append(isAfterUnderscore && isLower ? byte - 0x20 : byte)
                isAfterUnderscore = false
            }
        }
        if isAfterUnderscore { bytes.append(UInt8(ascii: "_")) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A key in snake_case, without regard to the two names that differ.
    public static func snakeName(of key: String) -> String {
        var bytes: [UInt8] = []
        for byte in key.utf8 {
            if (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) {
                if !bytes.isEmpty { bytes.append(UInt8(ascii: "_")) }
                bytes.append(byte + 0x20)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
