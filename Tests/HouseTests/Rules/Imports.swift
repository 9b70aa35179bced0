extension HouseRule {
    /// Who may import whom.
    static let imports: [HouseRule] = [
        HouseRule(
            name: "import against the arrows",
            remedy: "Move the code to the room that may, or pass the value in (docs/architecture.md)."
        ) { file in
            guard let room = file.room, let arrows = Arrows.allowed[room] else { return [] }
            return file.importedModules.filter { module, _ in
                Arrows.allowed.keys.contains(module) && !arrows.contains(module)
            }.map { Fault(line: $0.line, what: "\(room) imports \($0.module)") }
        },
        HouseRule(
            name: "library outside its room",
            remedy: "Ask the room that owns the library; add a word to its interface if one is missing."
        ) { file in
            file.importedModules.compactMap { module, line in
                guard let folders = Arrows.libraryRooms[module] else { return nil }
                guard !folders.contains(where: { file.path.hasPrefix($0) }) else { return nil }
                return Fault(line: line, what: "imports \(module)")
            }
        },
    ]
}

/// The allowed imports between the package's own modules, and the rooms of the libraries that have one.
enum Arrows {
    /// What each module may import of ours, besides itself.
    static let allowed: [String: Set<String>] = [
        "NuntiqModel": [],
        "NuntiqStore": ["NuntiqModel", "CPQ", "CZlib"],
        "NuntiqConnector": ["NuntiqModel"],
        "NuntiqMail": ["NuntiqModel", "CCurl"],
        "NuntiqCore": ["NuntiqModel", "NuntiqStore", "NuntiqMail"],
        "NuntiqPipeline": ["NuntiqModel", "NuntiqStore", "NuntiqCore"],
        "NuntiqServer": ["NuntiqModel", "NuntiqStore", "NuntiqMail", "NuntiqCore", "NuntiqPipeline", "CZlib"],
        "nuntiq": [
            "NuntiqModel", "NuntiqConnector", "NuntiqStore", "NuntiqCore", "NuntiqPipeline", "NuntiqServer", "CConfine",
        ],
    ]

    /// Where a library may be imported.
    static let libraryRooms: [String: [String]] = [
        "GRDB": ["Sources/NuntiqStore/SQLite/"],
        "CPQ": ["Sources/NuntiqStore/Postgres/", "Tests/NuntiqTesting/"],
        "CZlib": ["Sources/NuntiqServer/Pages/", "Sources/NuntiqStore/Archive/"],
        "CCurl": ["Sources/NuntiqMail/SMTP/"],
        "Hummingbird": ["Sources/NuntiqServer/", "Tests/"],
        "ArgumentParser": ["Sources/nuntiq/", "Tests/NuntiqCommandTests/"],
        "CConfine": ["Sources/nuntiq/Serving/"],
        "XCTest": [],
    ]
}

extension SourceFile {
    /// The module it belongs to, `nil` for tests.
    var room: String? {
        let parts = path.split(separator: "/")
        return parts.first == "Sources" && parts.count > 2 ? String(parts[1]) : nil
    }

    /// Each imported module with its line.
    var importedModules: [(module: String, line: Int)] {
        let pattern = /^\s*(?:[@\w]+\s+)?import\s+(?:(?:struct|class|enum|func|protocol)\s+)?(\w+)/
        return code.lines(holding: ["import"]).compactMap { index in
            code[index].firstMatch(of: pattern).map { (String($0.1), index + 1) }
        }
    }
}
