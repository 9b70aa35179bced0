import Testing

/// A few lines on which a house rule is tried.
struct Sample: Sendable, CustomTestStringConvertible {
    var rule: String
    var file: SourceFile
    var line = 1

    /// The rule and the text.
    var testDescription: String { "\(rule): \(file.text.prefix(60))" }

    init(_ rule: String, at path: String = "Sources/NuntiqCore/A.swift", line: Int = 1, _ text: String) {
        self.rule = rule
        self.line = line
        file = SourceFile(path: path, text: text)
    }

    private static let clock = "clock, UUID or chance outside the environment"
    private static let chance = "test that draws without a seed or asks a clock"
    private static let double = "binary floating point where money is"
    private static let arrows = "import against the arrows"
    private static let tenant = "statement without tenant"
    private static let sql = "SQL outside store and features"
    private static let unchecked = "@unchecked Sendable without its reason"
    private static let mark = "mark of unfinished work without its issue"

    /// Each breaks its rule once, at its line.
    static let bad: [Sample] = [
        Sample("line over 120 columns", line: 2, "let a = 1\n" + String(repeating: "x", count: 121)),
        Sample("file over 300 lines (tests 400) without doc comments", String(repeating: "let a = 1\n", count: 301)),
        Sample(
            "file over 300 lines (tests 400) without doc comments", at: "Tests/A.swift",
            String(repeating: "let a = 1\n", count: 401)
        ),
        Sample("function over 50 lines", line: 2, "struct A {\n" + function("func a()", lines: 51) + "}\n"),
        Sample("function over 50 lines", function("init(a: Int = f(1))", lines: 51)),
        Sample(
            "route handler over 25 lines", at: "Sources/NuntiqServer/A.swift",
            function("func a(_ request: Request, _ context: C) async throws -> B", lines: 26)
        ),
        Sample("drawer of unlike things", at: "Sources/NuntiqCore/Utils/A.swift", ""),
        Sample("drawer of unlike things", at: "Sources/NuntiqCore/LeaseManager.swift", ""),
        Sample(clock, "let a = Date()"),
        Sample(clock, "let a = UUID().uuidString"),
        Sample(clock, "let a = Int.random(in: 0...1)"),
        Sample(clock, "let a = ContinuousClock.now"),
        Sample(clock, "let a = \"\\(Date())\""),
        Sample(chance, at: "Tests/A.swift", "let a = Int.random(in: 0...1)"),
        Sample(chance, at: "Tests/A.swift", "let a = list.shuffled()"),
        Sample("crash on outside data", "let a = try! f()"),
        Sample("crash on outside data", "default: fatalError(\"no\")"),
        Sample("Foundation's JSON", "let a = JSONDecoder()"),
        Sample(double, "let price: Double"),
        Sample("print outside the command line", "    print(\"a\")"),
        Sample(
            "header read past the description", at: "Sources/NuntiqServer/CustomerAPI/A.swift",
            "let a = request.headers[.range]"),
        Sample("bare Task", "Task { await f() }"),
        Sample("bare Task", "Task.detached(priority: .high) { await f() }"),
        Sample("bare Task", "let a = Task<Void, Never> { await f() }"),
        Sample("sleep in a test", at: "Tests/A.swift", "try await Task.sleep(for: .seconds(1))"),
        Sample("sleep in a test", at: "Tests/A.swift", "usleep(10)"),
        Sample(arrows, at: "Sources/NuntiqModel/A.swift", "import NuntiqStore"),
        Sample(arrows, at: "Sources/NuntiqCore/A.swift", line: 2, "import NuntiqModel\npublic import NuntiqServer"),
        Sample(arrows, at: "Sources/NuntiqStore/A.swift", "public import struct NuntiqCore.A"),
        Sample("library outside its room", "import GRDB"),
        Sample("library outside its room", at: "Tests/A.swift", "import XCTest"),
        Sample(sql, at: "Sources/NuntiqServer/A.swift", "let a = \"SELECT 1 FROM invoice\""),
        Sample(
            sql, at: "Sources/NuntiqPipeline/A.swift", line: 2,
            "let a =\n  \"\"\"\n  UPDATE invoice SET a = 1\n  \"\"\""),
        Sample(tenant, "let a = \"SELECT token FROM invoice_state WHERE token = ?\""),
        Sample(tenant, "let a = \"UPDATE partner SET active = ? WHERE id = ?\""),
        Sample(tenant, "let a = \"SELECT a FROM key_directory JOIN partner_key ON a = b\""),
        Sample(unchecked, line: 2, "/// A connection.\nfinal class A: @unchecked Sendable {}"),
        Sample(mark, "// TODO: finish"),
    ]

    /// None of these breaks its rule.
    static let good: [Sample] = [
        Sample("line over 120 columns", String(repeating: "ü", count: 120)),
        Sample("file over 300 lines (tests 400) without doc comments", String(repeating: "/// A.\n", count: 400)),
        Sample("function over 50 lines", function("func a()", lines: 50)),
        Sample("function over 50 lines", "protocol P {\n    func a()\n\n" + function("func b()", lines: 50) + "}\n"),
        Sample("route handler over 25 lines", at: "Sources/NuntiqServer/A.swift", function("func a()", lines: 26)),
        Sample("drawer of unlike things", at: "Sources/NuntiqCore/Keys/Secrets.swift", ""),
        Sample(clock, at: HouseRule.liveEnvironments[0], "let a = Date()"),
        Sample(clock, "// Date() is not called here\nlet a = \"UUID()\""),
        Sample(chance, at: "Tests/A.swift", "let a = Int.random(in: 0...1, using: &generator)"),
        Sample(chance, at: "Tests/A.swift", "let seed = UInt64.random(in: 0...9)"),
        Sample("crash on outside data", "let a = try f() // never try!"),
        Sample(double, "let confidence: Double?"),
        Sample(double, at: "Sources/NuntiqServer/A.swift", "let seconds: Double"),
        Sample("print outside the command line", "value.print(\"a\")"),
        Sample(
            "header read past the description", at: "Sources/NuntiqServer/Requests/A.swift",
            "let a = request.headers[.range]"),
        Sample(
            "header read past the description", at: "Sources/NuntiqServer/PartnerAPI/A.swift",
            "let a = request.headers[.apiKey]"),
        Sample("print outside the command line", at: "Sources/nuntiq/A.swift", "print(\"a\")"),
        Sample("bare Task", "group.addTask { await f() }"),
        Sample("sleep in a test", "try await Task.sleep(for: .seconds(1))"),
        Sample(arrows, at: "Sources/NuntiqServer/A.swift", "import NuntiqPipeline\n@testable import Hummingbird"),
        Sample("library outside its room", at: "Sources/NuntiqStore/SQLite/A.swift", "import GRDB"),
        Sample(sql, "let a = \"SELECT 1 FROM invoice WHERE tenant = ?\""),
        Sample(sql, at: "Sources/NuntiqServer/A.swift", "let a = \"Please UPDATE your key\""),
        Sample(tenant, "let a = \"SELECT token FROM invoice_state WHERE tenant = ? AND token = ?\""),
        Sample(tenant, "let a = \"SELECT subject FROM key_directory WHERE key_hash = ?\""),
        Sample(unchecked, "/// Its pointer is only touched under the lock.\nfinal class A: @unchecked Sendable {}"),
        Sample(mark, "// TODO: finish (#12)"),
        Sample(mark, "let todo = \"TODO\""),
    ]

    private static func function(_ declaration: String, lines: Int) -> String {
        declaration + " {\n" + String(repeating: "    f { \"}\" }\n", count: lines - 2) + "}\n"
    }
}
