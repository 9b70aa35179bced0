import NuntiqModel

/// An amount as people read it: `14,220.50`, the minus a minus, decimals by the currency and more if they came.
enum MoneyText {
    /// The number alone; without a currency with as many decimals as came.
    static func number(_ amount: Amount, in currency: String = "") -> String {
        let units = Currency(currency)?.minorUnits ?? 0
        let places = max(amount.scale, amount.normalized.scale <= units ? units : 0)
        let kept = trimmedZeros(amount, least: currency.isEmpty ? 0 : units, places: places)
        return (amount.isNegative ? "\u{2212}" : "") + kept
    }

    private static func trimmedZeros(_ amount: Amount, least: Int, places: Int) -> String {
        let parts = amount.magnitude.description.split(separator: ".", omittingEmptySubsequences: false)
        var decimals = parts.count > 1 ? String(parts[1]) : ""
        while decimals.utf8.count > least, decimals.hasSuffix("0"), decimals.utf8.count > places {
            decimals.removeLast()
        }
        while decimals.utf8.count < least { decimals += "0" }
        return grouped(parts[0]) + (decimals.isEmpty ? "" : ".\(decimals)")
    }

    private static func grouped(_ digits: Substring) -> String {
        guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return String(digits) }
        var text = ""
        for (place, digit) in digits.reversed().enumerated() {
            if place > 0, place.isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return String(text.reversed())
    }
}

/// A sum of money in a page.
struct MoneyView: Sendable {
    let number: String
    let currency: String

    init(_ amount: Amount, _ currency: String) {
        number = MoneyText.number(amount, in: currency)
        self.currency = currency
    }
}
