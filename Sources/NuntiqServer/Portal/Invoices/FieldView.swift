import Foundation
import NuntiqCore
import NuntiqModel

/// A field with where its value came from.
struct FieldView: Sendable {
    let label: String
    let text: String
    let source: String
    let icon: String
    let style: String
    /// `81`: right in 81 of 100 such values; `nil` where nothing was read.
    let confidence: String?

    /// The fields that an invoice has, in the order of its template; what that does not name comes last.
    static func all(_ record: InvoiceRecord, _ calendar: TenantCalendar) -> [FieldView] {
        let (header, template) = (record.content.header, record.template.header)
        var labels: [String: (place: Int, label: String)] = [:]
        for (place, named) in template.enumerated() where labels[named.key] == nil {
            labels[named.key] = (place, named.label)
        }
        let known = header.filter { labels[$0.key] != nil }
            .sorted { (labels[$0.key]?.place ?? 0) < (labels[$1.key]?.place ?? 0) }
        let others = header.filter { labels[$0.key] == nil }
        let currency = header["currencyCode"]?.text ?? ""
        return (known + others).map { FieldView($0, labels[$0.key]?.label, currency, calendar) }
    }

    private init(_ field: Field, _ label: String?, _ currency: String, _ calendar: TenantCalendar) {
        self.label = label ?? field.key
        text = field.value.words(in: field.key.hasSuffix("Amount") ? currency : "", calendar)
        (source, icon) = field.source.words
        confidence = field.confidence.map { String(Int((min(max($0, 0), 1) * 100).rounded())) }
        let isLow = field.confidence.map { $0 < 0.97 } ?? false
        style = field.source == .person ? "person" : isLow ? "low" : "sure"
    }
}

extension FieldValue {
    /// The value as people read it.
    func words(in currency: String = "", _ calendar: TenantCalendar) -> String {
        switch self {
        case .text(let text): text
        case .amount(let amount): MoneyText.number(amount, in: currency)
        case .date(let date): calendar.long(date)
        case .boolean(let value): value ? "Yes" : "No"
        }
    }
}

extension FieldSource {
    fileprivate var words: (String, String) {
        switch self {
        case .submitted: ("Sent", "in")
        case .xml: ("XML", "xml")
        case .pdfText: ("PDF text", "text")
        case .ocr: ("Scan", "scan")
        case .template: ("Layout", "template")
        case .masterData: ("Master data", "master")
        case .rule: ("Rule", "rule")
        case .person: ("Person", "pencil")
        }
    }
}
