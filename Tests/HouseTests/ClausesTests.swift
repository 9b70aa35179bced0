import NuntiqTesting
import Testing

struct ClausesTests {
    @Test func `every clause of the contract is proven by a test or listed as unproven`() throws {
        let faults = try Clauses(
            all: Clauses.ids(in: SourceTree.text("Tests/clauses.txt")),
            unproven: Clauses.ids(in: SourceTree.text("Tests/unproven.txt")),
            claims: SourceTree.swiftFiles().filter {
                $0.path.hasPrefix("Tests/") && !$0.path.contains("HouseTests/Clauses")
            }
            .flatMap { file in Clauses.claims(in: file.text).map { (id: $0, file: file.path) } }
        ).faults()
        #expect(faults.isEmpty, "\n\(faults.joined(separator: "\n"))")
    }

    @Test func `lists that agree have no fault`() {
        let clauses = Clauses(all: ["a/1", "a/2"], unproven: ["a/2"], claims: [("a/1", "A.swift")])
        #expect(clauses.faults().isEmpty)
    }

    @Test(arguments: [
        (Clauses(all: ["a/1"], unproven: ["a/1"], claims: [("a/1", "A.swift")]), "still in Tests/unproven.txt"),
        (Clauses(all: ["a/1"], unproven: ["a/1"], claims: [("a/9", "A.swift")]), "A.swift: proves a/9"),
        (Clauses(all: ["a/1"], unproven: [], claims: []), "no test proves it"),
        (Clauses(all: [], unproven: ["a/1"], claims: []), "only in Tests/unproven.txt"),
        (Clauses(all: ["a/1", "a/1"], unproven: ["a/1"], claims: []), "twice in Tests/clauses.txt"),
        (Clauses(all: ["a/1"], unproven: ["a/1", "a/1"], claims: []), "twice in Tests/unproven.txt"),
    ])
    func `a fault names the clause and what to do`(clauses: Clauses, message: String) {
        #expect(clauses.faults().contains { $0.contains(message) })
    }

    @Test func `ids are read from lists and from tests`() {
        #expect(Clauses.ids(in: "# comment\n\na/1  the first\na/2\n") == ["a/1", "a/2"])
        #expect(
            Clauses.claims(in: "@Test(.proves(\"a/1\"), .proves(\n  \"a/2\",\n  \"a/3\"\n))") == ["a/1", "a/2", "a/3"])
        #expect(Clauses.claims(in: "@Suite(.tags(.conformance))").isEmpty)
    }

    @Test func `the trait keeps its ids and is not inherited`() {
        let trait: Proves = .proves("a/1", "a/2")
        #expect(trait.clauses == ["a/1", "a/2"])
        #expect(!trait.isRecursive)
    }
}
