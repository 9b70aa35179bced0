import NuntiqCore
import NuntiqModel

/// A supplier's own invoices: what needs it first.
struct SupplierInvoicesPage: Page {
    static let template = "supplier/invoices"

    /// A part of the list.
    struct Part: Sendable {
        let title: String
        let rows: [SupplierInvoiceRow]

        /// `nil` for an empty one.
        init?(_ title: String, _ rows: [SupplierInvoiceRow]) {
            guard !rows.isEmpty else { return nil }
            self.title = title
            self.rows = rows
        }
    }

    let frame: PageFrame
    let letter: Letter
    let account: String
    let needs: Part?
    let others: Part?
    let isEmpty: Bool
    let next: String?

    init(_ account: String, _ rows: [SupplierInvoiceRow], next: Token?, _ letterhead: Letterhead, frame: PageFrame) {
        self.frame = frame
        letter = Letter(letterhead)
        self.account = account
        let needs = rows.filter(\.needsSupplier)
        self.needs = Part("Needs you", needs)
        others = Part(needs.isEmpty ? "Newest first" : "All others", rows.filter { !$0.needsSupplier })
        isEmpty = rows.isEmpty
        self.next = next.map { "\(SupplierInvoicePages.path)?after=\($0)" }
    }
}

/// One invoice in a line, and where it stands in plain words.
struct SupplierInvoiceRow: Sendable {
    /// A status as glyph and word.
    struct Look: Sendable {
        let look: String
        let icon: String
        let text: String
    }

    let path: String
    let number: String
    let amount: String
    let status: Look
    let words: String
    let needsSupplier: Bool

    init(_ invoice: SupplierInvoice, fix: SupplierFix?, _ letterhead: Letterhead) {
        path = "\(SupplierInvoicePages.path)/\(invoice.token)"
        number = invoice.number.isEmpty ? "without number" : invoice.number
        amount = Self.amount(invoice)
        status = Look(invoice.status)
        words = Self.words(invoice, fix, letterhead)
        needsSupplier = invoice.status == .actionNeeded
    }

    /// `14,220.50 EUR`, with the digits as they came.
    private static func amount(_ invoice: SupplierInvoice) -> String {
        let parts = invoice.grossAmount.split(separator: ".", maxSplits: 1).map(String.init)
        guard let whole = parts.first else { return "" }
        let digits = whole.drop { $0 == "-" }
        let grouped = digits.enumerated().map { index, digit in
            index > 0 && (digits.count - index).isMultiple(of: 3) ? ",\(digit)" : String(digit)
        }
        let sign = whole.hasPrefix("-") ? "\u{2212}" : ""
        return "\(sign)\(grouped.joined())\(parts.count > 1 ? ".\(parts[1])" : "") \(invoice.currencyCode)"
    }

    private static func words(_ invoice: SupplierInvoice, _ fix: SupplierFix?, _ letterhead: Letterhead) -> String {
        let arrived = "Arrived on \(letterhead.time.day(invoice.createdAt))"
        switch invoice.status {
        case .received: return "\(arrived) and runs through the checks."
        case .inReview: return "\(arrived); \(letterhead.name) looks at it."
        case .actionNeeded: return "Needs you: \(fix?.words ?? "\(letterhead.name) has a question.")"
        case .rejected: return "Rejected: \(fix?.words ?? "ask \(letterhead.name) why.")"
        case .withdrawn: return "\(arrived), taken back or cancelled since."
        case .approved: return "\(arrived), passed every check and waits to be booked."
        case .inProcess: return "\(arrived) and is being booked."
        case .booked: return "\(arrived) and is in the books of \(letterhead.name)."
        case .paid: return "\(arrived) and is paid."
        }
    }
}

extension SupplierInvoiceRow.Look {
    fileprivate init(_ status: SupplierStatus) {
        text = status.label
        (look, icon) =
            switch status {
            case .received: ("flow", "s-processing")
            case .inReview: ("flow", "s-approval")
            case .actionNeeded: ("review", "s-review")
            case .rejected: ("failed", "s-rejected")
            case .withdrawn: ("off", "s-cancelled")
            case .approved: ("flow", "s-ready")
            case .inProcess: ("flow", "s-pushing")
            case .booked, .paid: ("done", "s-processed")
            }
    }
}

extension SupplierStatus {
    /// Whether a line about it needs what was said of it.
    var isToldInFull: Bool { self == .actionNeeded || self == .rejected }
}

extension SupplierFix {
    /// What is wrong, for people.
    var words: String {
        switch self {
        case .issue(let issue): issue.message
        case .note(_, let text): text
        }
    }
}

/// One invoice for its supplier: what to fix on top.
struct SupplierInvoiceDetailPage: Page {
    static let template = "supplier/invoice"

    /// What is to be fixed.
    struct Fixes: Sendable {
        let items: [Fix]
    }

    /// One thing to fix.
    struct Fix: Sendable {
        let text: String
        let hint: String?
    }

    /// One thing that happened.
    struct Message: Sendable {
        let label: String
        let time: String
        let at: String
        let note: String?
    }

    let frame: PageFrame
    let letter: Letter
    let account: String
    let row: SupplierInvoiceRow
    let fixes: Fixes?
    let messages: [Message]

    init(_ account: String, _ detail: SupplierInvoiceDetail, _ letterhead: Letterhead, frame: PageFrame) {
        self.frame = frame
        letter = Letter(letterhead)
        self.account = account
        row = SupplierInvoiceRow(detail.invoice, fix: detail.toFix.first, letterhead)
        fixes = detail.toFix.isEmpty ? nil : Fixes(items: detail.toFix.map(Fix.init))
        messages = detail.messages.reversed().map { message in
            Message(
                label: LifecycleCatalogue.entry(of: message.code).label, time: message.occurredAt.description,
                at: letterhead.time.deadline(message.occurredAt), note: message.noteSupplier)
        }
    }
}

extension SupplierInvoiceDetailPage.Fix {
    fileprivate init(_ fix: SupplierFix) {
        text = fix.words
        hint =
            switch fix {
            case .issue(let issue): issue.hint.isEmpty ? nil : issue.hint
            case .note: nil
            }
    }
}
