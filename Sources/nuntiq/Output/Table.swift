/// Rows under headings, each column as wide as its widest value.
struct Table {
    let headings: [String]
    let rows: [[String]]
    /// What stands instead of a table without rows.
    let none: String

    /// The table as lines; headings dim where `paint` is on.
    func text(_ paint: Paint = .onOutput) -> String {
        guard !rows.isEmpty else { return none }
        let widths = headings.indices.map { column in
            ([headings] + rows).map { $0[column].count }.max() ?? 0
        }
        let head = paint.dim(line(headings, widths))
        return ([head] + rows.map { line($0, widths) }).joined(separator: "\n")
    }

    private func line(_ values: [String], _ widths: [Int]) -> String {
        let padded = zip(values, widths).map { value, width in
            value + String(repeating: " ", count: width - value.count)
        }
        return String(padded.joined(separator: "  ").reversed().drop { $0 == " " }.reversed())
    }
}
