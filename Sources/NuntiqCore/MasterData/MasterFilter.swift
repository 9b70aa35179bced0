public import NuntiqModel
internal import NuntiqStore

/// What rows must say: every term holds.
public struct MasterFilter: Sendable, Hashable {
    struct Term: Sendable, Hashable {
        let field: MasterField
        /// As it is stored.
        let value: String
    }

    let terms: [Term]

    /// The most terms of a filter.
    public static let termsMax = 8

    /// A filter that everything passes.
    public static let all = MasterFilter(terms: [])

    init(terms: [Term]) {
        self.terms = terms
    }

    /// Reads values by the fields of a shape.
    ///
    /// - Throws: ``MasterDataError/invalid(_:)`` with every fault; `path` leads to the values.
    public init(
        _ values: JSONObject, of shape: MasterShape, noun: String, at path: JSONPath = JSONPath()
    ) throws(MasterDataError) {
        var faults: [FieldFault] = []
        var terms: [Term] = []
        for member in values.members {
            let place = path.appending(member.key).description
            guard let field = shape.field(member.key) else {
                faults.append(FieldFault(field: place, message: "A \(noun) has no such field to filter by."))
                continue
            }
            switch field.stored(member.value) {
            case .success(""): faults.append(FieldFault(field: place, message: "A filter has a value."))
            case .success(let text): terms.append(Term(field: field, value: text))
            case .failure(let mismatch): faults.append(FieldFault(field: place, message: mismatch.message))
            }
        }
        if terms.count > Self.termsMax {
            let message = "At most \(Self.termsMax) filters are taken at once."
            faults.append(FieldFault(field: path.description, message: message))
        }
        guard faults.isEmpty else { throw .invalid(faults) }
        self.terms = terms
    }
}

/// Rows that are not deleted and pass a filter, by the best index there is.
///
/// The texts of statements depend on which slot leads and on how many terms follow, so they are few.
struct MasterQuery {
    let tx: any Transaction
    let tenant: TenantID
    let kind: MasterKind
    let collection: Int64
    let filter: MasterFilter

    /// How many there are.
    func count() throws -> Int64 {
        let (condition, values) = condition
        return try tx.query(
            "SELECT count(*) FROM master_row\(index) WHERE tenant = ? AND collection = ? \(condition)",
            [tenant, collection] + values
        ).first?.int(0) ?? 0
    }

    /// Some of them in the order of their keys.
    ///
    /// Skipped rows are passed by within the index, without being read.
    func rows(offset: Int, limit: Int) throws -> [MasterRow] {
        let (condition, values) = condition
        return try tx.query(
            """
            SELECT key, id, document, deleted_at, created_at, updated_at FROM master_row
            WHERE tenant = ? AND collection = ? AND key IN (
              SELECT key FROM master_row\(index) WHERE tenant = ? AND collection = ? \(condition)
              ORDER BY key LIMIT ? OFFSET ?)
            ORDER BY key
            """,
            [tenant, collection, tenant, collection] + values + [limit, offset]
        ).map { try MasterRow($0, kind.shape) }
    }

    /// Some of them whose keys come after one.
    func rows(after key: String, limit: Int) throws -> [MasterRow] {
        let (condition, values) = condition
        return try tx.query(
            """
            SELECT key, id, document, deleted_at, created_at, updated_at FROM master_row\(index)
            WHERE tenant = ? AND collection = ? AND key > ? \(condition) ORDER BY key LIMIT ?
            """,
            [tenant, collection, key] + values + [limit]
        ).map { try MasterRow($0, kind.shape) }
    }

    /// The index of the slot that leads, or of all rows that are not deleted.
    private var index: String {
        for term in filter.terms {
            guard let slot = slot(of: term.field) else { continue }
            return tx.dialect.indexed(by: "master_row_by_slot_\(slot + 1)")
        }
        return filter.terms.isEmpty ? tx.dialect.indexed(by: "master_row_live") : ""
    }

    private var condition: (sql: String, values: [any SQLConvertible]) {
        var parts = ["AND deleted_at IS NULL"]
        var values: [any SQLConvertible] = []
        var others = filter.terms
        if let place = others.firstIndex(where: { slot(of: $0.field) != nil }), let slot = slot(of: others[place].field)
        {
            let value = kind.slots[slot].value(others[place].value)
            parts.append("AND slot_\(slot + 1) = ? AND slot_\(slot + 1) <> ''")
            values.append(value)
            if value == others[place].value || kind.slots[slot].isFolded { others.remove(at: place) }
        }
        for term in others {
            let member = tx.dialect.textMember(of: "document")
            parts.append("AND \(term.isNumber ? "CAST(\(member) AS NUMERIC) = CAST(? AS NUMERIC)" : "\(member) = ?")")
            values += [term.field.name, term.value] as [any SQLConvertible]
        }
        return (parts.joined(separator: " "), values)
    }

    private func slot(of field: MasterField) -> Int? {
        kind.slots.firstIndex { $0.field == field.name }
    }
}

extension MasterFilter.Term {
    fileprivate var isNumber: Bool {
        switch field.type {
        case .decimal: true
        case .code, .text, .whole, .truth, .date, .moment, .word: false
        }
    }
}
