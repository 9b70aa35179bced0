/// What an invoice document is; the raw value is the key on the wire, ``untdid1001`` the code of EN 16931.
///
/// Amounts are positive, the type gives the direction.
///
/// - Source: UNTDID 1001; `invoice-model.md`, "Fields".
public enum DocumentType: String, Sendable, Hashable, CaseIterable, Codable {
    case invoice
    case creditNote = "credit_note"
    case debitNote = "debit_note"
    case corrected
    case partial
    case prepayment
    /// The last invoice after partial ones or prepayments, which it names as preceding.
    case final
    case selfBilled = "self_billed"

    /// The code of UNTDID 1001.
    public var untdid1001: Int {
        switch self {
        case .invoice, .final: 380
        case .creditNote: 381
        case .debitNote: 383
        case .corrected: 384
        case .partial: 326
        case .prepayment: 386
        case .selfBilled: 389
        }
    }

    /// The type of a UNTDID 1001 code; 380 is ``final`` when it names preceding invoices.
    public init?(untdid1001 code: Int, namesPreceding: Bool = false) {
        switch code {
        case 380: self = namesPreceding ? .final : .invoice
        case 381: self = .creditNote
        case 383: self = .debitNote
        case 384: self = .corrected
        case 326: self = .partial
        case 386: self = .prepayment
        case 389: self = .selfBilled
        default: return nil
        }
    }

    /// Reads the key or the UNTDID 1001 code, as suppliers send either.
    public init?(wire text: some StringProtocol) {
        let text = folded(trimmed(String(text)))
        guard let type = DocumentType(rawValue: text) ?? Int(text).flatMap({ DocumentType(untdid1001: $0) }) else {
            return nil
        }
        self = type
    }

    /// Whether it takes money back from the supplier.
    public var isCredit: Bool { self == .creditNote }
}
