import Testing

struct SwiftLexerTests {
    @Test func `code, comments and literals are told apart, in place`() {
        let file = SourceFile(path: "A.swift", text: "let a = \"x // y\" // z\n/* b\n c */ let d = 1")
        #expect(file.code.map(\.trimmed) == ["let a = \"", "", "let d = 1"])
        #expect(file.code.map(\.count) == file.lines.map(\.count))
        #expect(file.comments[0].trimmed == "// z")
        #expect(file.literals.map(\.text) == ["x // y"])
    }

    @Test func `an interpolation is code`() {
        let file = SourceFile(path: "A.swift", text: #"let a = "b \(f(g("c"))) d" + e"#)
        #expect(file.literals.map(\.text) == ["c", "b … d"])
        #expect(file.code[0].contains("f(g("))
        #expect(file.code[0].hasSuffix("+ e"))
    }

    @Test func `quotes in raw strings, escapes, long strings and patterns end nothing`() {
        let texts = [
            #"let a = "b \" c"; let d = 1"#, ##"let a = #"b " c"#; let d = 1"##, "let a = f(/\"x/); let d = 1",
            "let a = \"\"\"\n  b \"c\"\n  \"\"\"; let d = 1", "let a = \"\"; let d = 1",
        ]
        for text in texts {
            let file = SourceFile(path: "A.swift", text: text)
            #expect(file.code.last?.hasSuffix("; let d = 1") == true, "\(text)")
        }
    }

    @Test func `a function is counted from its name to its brace`() {
        let text = "protocol P {\n  func a()\n}\nfunc b(\n  c: Int\n) -> Int\nwhere A: B {\n  1\n}"
        let spans = SourceFile(path: "A.swift", text: text).functions
        #expect(spans.map(\.line) == [4])
        #expect(spans.map(\.lineCount) == [6])
    }
}
