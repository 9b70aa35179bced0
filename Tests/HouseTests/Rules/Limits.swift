extension HouseRule {
    /// How long things may be, and what a folder may be called.
    static let limits: [HouseRule] = [
        HouseRule(name: "line over 120 columns", remedy: "Break it.") { file in
            file.lines.enumerated().filter { $0.element.count > 120 }.map {
                Fault(line: $0.offset + 1, what: "\($0.element.count) columns")
            }
        },
        HouseRule(
            name: "file over 300 lines (tests 400) without doc comments",
            remedy: "It holds more than one idea: give each its file."
        ) { file in
            let count = file.lines.count { !$0.trimmed.hasPrefix("///") } - (file.lines.last == "" ? 1 : 0)
            return count > (file.lies(under: "Tests") ? 400 : 300) ? [Fault(line: 1, what: "\(count) lines")] : []
        },
        HouseRule(name: "function over 50 lines", remedy: "Name its steps and give each a function.") { file in
            file.functions.filter { $0.lineCount > 50 }.map(\.fault)
        },
        HouseRule(
            name: "route handler over 25 lines",
            remedy: "A handler parses, calls, renders; what is more belongs to a use case or a type of the wire."
        ) { file in
            guard file.lies(under: "Sources/NuntiqServer") else { return [] }
            return file.functions.filter { $0.isHandler && $0.lineCount > 25 }.map(\.fault)
        },
        HouseRule(
            name: "drawer of unlike things",
            remedy: "Name file and folder after the idea they hold."
        ) { file in
            let words = file.path.dropLast(".swift".count).split(separator: "/")
            let drawer = words.first { word in
                ["Util", "Utils", "Utilities", "Common", "Misc"].contains(word)
                    || ["Helper", "Helpers", "Manager", "Utils"].contains { word.hasSuffix($0) }
            }
            return drawer.map { [Fault(line: 1, what: String($0))] } ?? []
        },
    ]
}
