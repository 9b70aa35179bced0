import Testing

/// The manifest's dependencies between our own modules are the arrows of docs/architecture.md, no more and no fewer.
struct ManifestTests {
    @Test(arguments: Arrows.allowed.keys.sorted()) func `a module depends on what its arrows say`(module: String) throws
    {
        let manifest = try SourceFile(path: "Package.swift", text: SourceTree.text("Package.swift"))
        let declared = try #require(Self.dependencies(of: module, in: manifest.text), "no target \(module)")
        #expect(
            declared == Arrows.allowed[module], "Package.swift: \(module) depends on other modules than Arrows says")
    }

    @Test func `every folder of Sources is a module with arrows, or in C`() throws {
        let folders = Set(
            try SourceTree.paths(under: "Sources").compactMap { $0.split(separator: "/").dropFirst().first })
        let known = Set(Arrows.allowed.keys).union(["CPQ", "CCurl", "CZlib", "CConfine"])
        #expect(Set(folders.map(String.init)) == known)
    }

    @Test func `a dependency that is no arrow is found`() {
        let manifest = """
            .target(
                name: "NuntiqModel", dependencies: ["NuntiqStore", product("Crypto", "swift-crypto")]),
            .target(name: "NuntiqCore", swiftSettings: strict),
            """
        #expect(Self.dependencies(of: "NuntiqModel", in: manifest) == ["NuntiqStore"])
        #expect(Self.dependencies(of: "NuntiqCore", in: manifest) == [])
        #expect(Self.dependencies(of: "NuntiqServer", in: manifest) == nil)
    }

    /// The target's dependencies that are no products of packages.
    private static func dependencies(of target: String, in manifest: String) -> Set<String>? {
        let declarations = manifest.split(separator: /\.(?:executableTarget|target|systemLibrary|testTarget)\(/)
        let head = "name: \"\(target)\","
        guard let declaration = declarations.first(where: { $0.trimmingPrefix(/\s*/).hasPrefix(head) })
        else { return nil }
        guard let list = declaration.firstMatch(of: /dependencies: \[((?:[^\[\]])*)\]/) else { return [] }
        let own = list.1.replacing(/product\([^)]*\)/, with: "")
        return Set(own.matches(of: /"(\w+)"/).map { String($0.1) })
    }
}
