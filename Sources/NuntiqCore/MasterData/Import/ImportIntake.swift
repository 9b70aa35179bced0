internal import NuntiqModel

/// The lines of an import that are on their way.
struct ImportIntake {
    let wish: MasterImport.Wish
    /// Names the replacement over its parts.
    let name: String
    private(set) var columns: CSVColumns?
    var waiting: [(line: Int, row: JSONValue)] = []
    private var part: Int64 = 0
    var outcome = MasterImport.Outcome()

    init(wish: MasterImport.Wish, name: String) {
        (self.wish, self.name) = (wish, name)
    }

    /// Whether nothing more is stored.
    var isStopped: Bool { !wish.isDryRun && !outcome.faults.isEmpty }

    /// Takes a line; whether a thousand wait.
    ///
    /// One without any value says nothing: programs write such lines at the end.
    mutating func take(_ record: CSVReader.Record) throws(CSVError) -> Bool {
        guard let columns else {
            columns = try CSVColumns(record.values, of: wish.kind)
            return false
        }
        if record.values.allSatisfy({ trimmed($0).isEmpty }) { return false }
        do {
            waiting.append((record.line, try columns.row(record)))
        } catch {
            outcome.rows += 1
            note(MasterImport.Fault(line: record.line, column: "", message: error.message))
        }
        return waiting.count == MasterRequest.rowsMax
    }

    /// What waits, as the body of an upsert or of a part of a replacement.
    mutating func body(isLast: Bool) -> JSONValue {
        let rows = JSONValue.array(waiting.map(\.row))
        guard wish.isFullLoad, !wish.isDryRun else { return ["data": rows] }
        part += 1
        return [
            "data": rows, "full_load": true, "load_id": .string(name), "part": .number(JSONNumber(part)),
            "last": .bool(isLast), "allow_shrink": .bool(wish.allowsShrink),
        ]
    }

    /// Notes a fault of an upsert at its line: `data[3].supplier_location[0].taxpayer_id` is the column
    /// `supplier_location.taxpayer_id` of the fourth line that waited.
    mutating func note(_ fault: FieldFault, _ lines: [Int]) {
        let match = fault.field.firstMatch(of: /^data\[(\d+)\]\.?(.*)$/)
        let line = match.flatMap { Int($0.1) }.flatMap { lines.indices.contains($0) ? lines[$0] : nil }
        let column = match.map { String($0.2).replacing("[0]", with: "") } ?? fault.field
        let message = fault.message.replacing(/data\[(\d+)\]/) { match in
            Int(match.1).flatMap { lines.indices.contains($0) ? "on line \(lines[$0])" : nil } ?? String(match.0)
        }
        note(MasterImport.Fault(line: line ?? lines.first ?? 1, column: column, message: message))
    }

    private mutating func note(_ fault: MasterImport.Fault) {
        if outcome.faults.count < MasterImport.faultsMax { outcome.faults.append(fault) }
    }
}
