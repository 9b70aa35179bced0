internal import NuntiqModel

/// Reads the header fields of `invoice`: flat beside `lines`, grouped under `header`, or both.
struct HeaderParser {
    /// Keys of `invoice` that are no header fields.
    static let structuralKeys: Set<String> = ["header", "lines", "taxes", "charges", "discounts", "addresses"]

    private struct Found {
        let value: FieldValue
        let place: Place
    }

    /// Where a member stands; its path is put together only when it is told.
    private struct Place {
        let parent: JSONPath
        let key: String

        var path: JSONPath { parent.appending(key) }
    }

    let names: FieldNames
    /// The fields by their positions in the template.
    private var found: [(entry: FieldNames.Entry, slot: Found)] = []
    private var references: [Int: Found] = [:]

    init(names: FieldNames) {
        self.names = names
    }

    /// Reads the members of one object.
    mutating func read(_ object: JSONObject, at path: JSONPath, isInvoice: Bool, into report: inout ParsingReport) {
        for member in object.members where !(isInvoice && Self.structuralKeys.contains(member.key)) {
            let place = Place(parent: path, key: member.key)
            if let number = Self.referenceNumber(of: member.key) {
                let outcome = ValueParser.text(
                    member.value, charactersMax: SubmissionLimits.referenceCharactersMax)
                references[number] = taken(outcome, at: place, over: references[number], &report)
            } else if let entry = names[member.key] {
                let index = found.firstIndex { $0.entry.position == entry.position }
                let outcome = ValueParser.read(member.value, as: entry.field)
                let slot = taken(outcome, at: place, over: index.map { found[$0].slot }, &report)
                if index == nil, let slot { found.append((entry, slot)) }
            } else {
                report.keep(place.path, member.value)
            }
        }
    }

    /// The fields in the order of the template.
    var fields: [Field] {
        found.sorted { $0.entry.position < $1.entry.position }
            .map { Field($0.entry.field.key, $0.slot.value, source: .submitted) }
    }

    /// `ext_reference_1…5`; empty where there is none.
    var referenceTexts: [String] {
        (1...5).map { references[$0]?.value.text ?? "" }
    }

    /// What is known of a field after one more value: the first that was given.
    private func taken(
        _ outcome: ValueParser.Outcome, at place: Place, over first: Found?, _ report: inout ParsingReport
    ) -> Found? {
        switch outcome {
        case .absent: return first
        case .fault(let message):
            report.fault(place.path, message)
            return first
        case .value(let value):
            if let first, first.value != value {
                report.fault(place.path, "This was given with another value as \(first.place.path).")
            }
            return first ?? Found(value: value, place: place)
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
