import Foundation
import NuntiqTesting
import Testing

/// What `bench/fuzz/run` found interesting; `bench/fuzz/keep` wrote it to `Tests/Golden/fuzz`, an input a line.
struct FuzzCorpusTests {
    @Test(arguments: FuzzTarget.allCases)
    func `what a fuzzer found keeps every promise`(target: FuzzTarget) throws {
        let file = PythonTool.tests.appending(path: "Golden/fuzz/\(target.rawValue).txt")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        #expect(lines.count > 10)
        for line in lines {
            let input = try #require(Data(base64Encoded: String(line)), "\(line)")
            #expect(throws: Never.self, "\(line)") { try target.run(Array(input)) }
        }
    }
}
