extension SourceFile {
    /// Whether it is a file of another language as a constant, made by a script.
    fileprivate var isEmbedded: Bool { path.contains("/Embedded/") }
}

extension HouseRule {
    /// How long things may be, and what a folder may be called.
    static let limits: [HouseRule] = [
        HouseRule(name: "line over 120 columns", remedy: "Break it.") { file in
            guard !file.isEmbedded else { return [] }
            return file.lines.indices.filter { file.lines.end(of: $0) - file.lines.start(of: $0) > 120 }.compactMap {
                index in
                let columns = file.lines[index].count  // characters, of which there are no more than bytes
                return columns > 120 ? Fault(line: index + 1, what: "\(columns) columns") : nil
            }
        },
        HouseRule(
            name: "file over 300 lines (tests 400) without doc comments",
            remedy: "It holds more than one idea: give each its file."
        ) { file in
            guard !file.isEmbedded else { return [] }
            let documented = file.lines.lines(holding: ["///"]).count { file.lines[$0].trimmed.hasPrefix("///") }
            let count = file.lines.count - documented - (file.lines.last == "" ? 1 : 0)
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
