/// The contract's clauses, who proves them, and which nobody proves yet.
struct Clauses {
    /// Every clause of `Tests/clauses.txt`.
    var all: [String]
    /// The clauses of `Tests/unproven.txt`.
    var unproven: [String]
    /// Each id that a test claims to prove, with the file that says so.
    var claims: [(id: String, file: String)]

    /// What does not fit together; empty when the three lists agree.
    func faults() -> [String] {
        let known = Set(all)
        let open = Set(unproven)
        let proven = Set(claims.map(\.id))
        return twice(all).map { "\($0): twice in Tests/clauses.txt. Ids are unique." }
            + twice(unproven).map { "\($0): twice in Tests/unproven.txt. Remove one line." }
            + claims.filter { !known.contains($0.id) }.map {
                "\($0.file): proves \($0.id), which Tests/clauses.txt does not have. Add it there or correct the id."
            }
            + unproven.filter { !known.contains($0) }.map { "\($0): only in Tests/unproven.txt. Remove the line." }
            + all.filter { proven.contains($0) && open.contains($0) }.map {
                "\($0): proven, and still in Tests/unproven.txt. Remove the line there."
            }
            + all.filter { !proven.contains($0) && !open.contains($0) }.map {
                "\($0): no test proves it. Add it to Tests/unproven.txt, or `.proves(\"\($0)\")` to its test."
            }
    }

    private func twice(_ ids: [String]) -> [String] {
        var seen: Set<String> = []
        return ids.filter { !seen.insert($0).inserted }
    }

    /// The ids of a list: the first word of each line that is no comment.
    static func ids(in list: String) -> [String] {
        list.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
            line.split(separator: " ").first.map(String.init)
        }
    }

    /// The ids of each `.proves(…)` of a test source.
    static func claims(in source: String) -> [String] {
        guard source.holds(".proves(") else { return [] }
        return source.matches(of: /\.proves\(\s*((?:"[^"]*"\s*,?\s*)+)\)/).flatMap { call in
            call.1.matches(of: /"([^"]*)"/).map { String($0.1) }
        }
    }
}
