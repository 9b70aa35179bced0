import NuntiqModel

/// What is left to pay: gross − prepaid + rounding.
///
/// - Source: EN 16931-1, BR-CO-16.
struct Payable {
    private let gross: Amount
    private let prepaid: Amount?
    private let rounding: Amount?

    /// `nil` when there is no gross amount, or nothing that would make another amount of it.
    init?(_ header: [Field]) {
        prepaid = header["prepaidAmount"]?.amount
        rounding = header["roundingAmount"]?.amount
        guard let gross = header["grossAmount"]?.amount, prepaid != nil || rounding != nil else { return nil }
        self.gross = gross
    }

    /// The amount; `nil` when it has too many digits.
    var amount: Amount? {
        try? Amount.sum(of: [gross, (prepaid ?? .zero).negated, rounding ?? .zero])
    }
}
