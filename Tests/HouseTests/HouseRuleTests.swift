import Testing

struct HouseRuleTests {
    static let files = Result { try SourceTree.swiftFiles() }

    @Test(arguments: HouseRule.all) func `the sources keep the rule`(rule: HouseRule) throws {
        let reports = try Self.files.get().flatMap(rule.report)
        #expect(reports.isEmpty, "\n\(reports.joined(separator: "\n"))")
    }

    @Test(arguments: Sample.bad) func `a rule finds its breach`(sample: Sample) throws {
        let rule = try #require(HouseRule.all.first { $0.name == sample.rule })
        let reports = rule.report(sample.file)
        #expect(reports.count == 1, "\(reports)")
        #expect(reports.first?.hasPrefix("\(sample.file.path):\(sample.line): \(rule.name)") == true, "\(reports)")
        #expect(reports.first?.hasSuffix(rule.remedy) == true)
    }

    @Test(arguments: Sample.good) func `a rule spares what is right`(sample: Sample) throws {
        let rule = try #require(HouseRule.all.first { $0.name == sample.rule })
        #expect(rule.report(sample.file).isEmpty)
    }

    @Test(arguments: HouseRule.all) func `every rule is tried on a breach`(rule: HouseRule) {
        #expect(Sample.bad.contains { $0.rule == rule.name })
    }

    @Test func `there are sources to read`() throws {
        let paths = try Self.files.get().map(\.path)
        #expect(paths.contains("Package.swift"))
        #expect(paths.contains("Sources/NuntiqStore/Database.swift"))
        #expect(paths.contains("Tests/HouseTests/HouseRuleTests.swift"))
    }
}
