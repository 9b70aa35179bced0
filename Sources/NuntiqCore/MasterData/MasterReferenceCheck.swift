internal import NuntiqModel
internal import NuntiqStore

/// Whether what rows refer to exists: in the database, or, for rows of the same kind, in the same request.
struct MasterReferenceCheck {
    let tx: any Transaction
    let tenant: TenantID
    let kind: MasterKind
    /// Where rows of the same kind are looked for.
    let collection: Int64
    private var faults: [FieldFault] = []

    /// A row with its place in the body.
    typealias Place = (path: JSONPath, key: String, record: MasterRecord)

    init(tx: any Transaction, tenant: TenantID, kind: MasterKind, collection: Int64) {
        (self.tx, self.tenant, self.kind, self.collection) = (tx, tenant, kind, collection)
    }

    /// Throws ``MasterDataError/invalid(_:)`` with every reference that leads nowhere.
    mutating func run(_ rows: [Place]) throws {
        for reference in kind.references {
            if reference.kind == kind.name {
                try checkParents(rows, reference)
            } else {
                try check(rows, reference)
            }
        }
        if !faults.isEmpty { throw MasterDataError.invalid(faults) }
    }

    private mutating func check(_ rows: [Place], _ reference: MasterReference) throws {
        guard let target = MasterKind.named(reference.kind) else { return }
        let wanted = Set(rows.compactMap { value($0.record, reference, target) })
        guard !wanted.isEmpty else { return }
        let known = try known(Array(wanted), reference, target)
        for row in rows {
            guard let value = value(row.record, reference, target), !known.contains(value) else { continue }
            miss(row, reference)
        }
    }

    private func value(_ record: MasterRecord, _ reference: MasterReference, _ target: MasterKind) -> String? {
        guard let value = record[reference.field] else { return nil }
        return reference.slot.map { target.slots[$0].value(value) } ?? value
    }

    private func known(_ values: [String], _ reference: MasterReference, _ target: MasterKind) throws -> Set<String> {
        guard let set = try MasterSetRepository(tx: tx, tenant: tenant).find(target) else { return [] }
        let repository = MasterRowRepository(tx: tx, tenant: tenant, kind: target)
        if let slot = reference.slot { return try repository.values(values, ofSlot: slot, in: set.collection) }
        let rows = try repository.find(values, in: set.collection)
        return Set(rows.filter { !$0.value.isDeleted && !target.isMarkedDeleted($0.value.record) }.keys)
    }

    private mutating func miss(_ row: Place, _ reference: MasterReference) {
        let value = row.record[reference.field] ?? ""
        faults.append(
            FieldFault(
                field: row.path.appending(reference.field).description,
                message: "There is no \(reference.noun) “\(value)”."))
    }

    /// An organisation's parent stands above it: a unit belongs to a group, a business unit to either.
    private mutating func checkParents(_ rows: [Place], _ reference: MasterReference) throws {
        let own = Dictionary(rows.map { ($0.key, $0.record) }, uniquingKeysWith: { first, _ in first })
        let wanted = Set(rows.compactMap { $0.record[reference.field] }).subtracting(own.keys)
        let repository = MasterRowRepository(tx: tx, tenant: tenant, kind: kind)
        let stored = try repository.find(Array(wanted), in: collection).filter { !$0.value.isDeleted }
        for row in rows {
            guard let parent = row.record[reference.field] else { continue }
            guard let found = own[parent] ?? stored[parent]?.record, !kind.isMarkedDeleted(found) else {
                miss(row, reference)
                continue
            }
            let (upper, lower) = (found["organization_type"] ?? "", row.record["organization_type"] ?? "")
            guard upper >= lower else { continue }
            faults.append(
                FieldFault(
                    field: row.path.appending(reference.field).description,
                    message: "“\(parent)” is of type \(upper); the parent of type \(lower) is of a lower type."))
        }
    }
}

extension MasterKind {
    /// Whether a row that stays visible says that it was deleted.
    func isMarkedDeleted(_ record: MasterRecord) -> Bool {
        switch deletion {
        case .deactivated(_, let mark, let value): record[mark] == value
        case .soft, .marked: false
        }
    }
}
