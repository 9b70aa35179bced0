internal import NuntiqModel

/// Reads the header fields of `invoice`: flat beside `lines`, grouped under `header`, or both.
struct HeaderParser {
    /// Keys of `invoice` that are no header fields.
    static let structuralKeys: Set<String> = ["header", "lines", "taxes", "charges", "discounts", "addresses"]

    private struct Found {
        let value: FieldValue
        let path: JSONPath
        let position: Int
    }

    let names: FieldNames
    private var found: [String: Found] = [:]
    private var references: [Int: Found] = [:]

    init(names: FieldNames) {
        self.names = names
    }

    /// Reads the members of one object.
    mutating func read(_ object: JSONObject, at path: JSONPath, isInvoice: Bool, into report: inout ParsingReport) {
        for member in object.members where !(isInvoice && Self.structuralKeys.contains(member.key)) {
            let place = path.appending(member.key)
            if let number = Self.referenceNumber(of: member.key) {
                let outcome = ValueParser.text(
                    member.value, charactersMax: SubmissionLimits.referenceCharactersMax)
                take(outcome, at: place, 0, &references[number], &report)
            } else if let entry = names[member.key] {
                let outcome = ValueParser.read(member.value, as: entry.field)
                take(outcome, at: place, entry.position, &found[entry.field.key], &report)
            } else {
                report.keep(place, member.value)
            }
        }
    }

    /// The fields in the order of the template.
    var fields: [Field] {
        found.sorted { ($0.value.position, $0.key) < ($1.value.position, $1.key) }
            .map { Field($0.key, $0.value.value, source: .submitted) }
    }

    /// `ext_reference_1…5`; empty where there is none.
    var referenceTexts: [String] {
        (1...5).map { references[$0]?.value.text ?? "" }
    }

    private func take(
        _ outcome: ValueParser.Outcome, at path: JSONPath, _ position: Int, _ slot: inout Found?,
        _ report: inout ParsingReport
    ) {
        switch outcome {
        case .absent: break
        case .fault(let message): report.fault(path, message)
        case .value(let value):
            if let first = slot, first.value != value {
                report.fault(path, "This was given with another value as \(first.path).")
            }
            slot = slot ?? Found(value: value, path: path, position: position)
        }
    }

    private static func referenceNumber(of key: String) -> Int? {
        for prefix in ["ext_reference_", "extReference"] where key.hasPrefix(prefix) {
            guard let number = Int(key.dropFirst(prefix.count)), (1...5).contains(number) else { return nil }
            return key == "\(prefix)\(number)" ? number : nil
        }
        return nil
    }
}
