import Foundation
import HTTPTypes
import Testing

@testable import NuntiqServer

@Suite
struct ErrorStatusTests {
    @Test func `every error code that an API can answer has its row`() throws {
        let codes = try ["NuntiqCore", "NuntiqServer"].flatMap(codes(of:))
        #expect(codes.count > 40)
        let missing = Set(codes).subtracting(ErrorStatus.statuses.keys).sorted()
        #expect(missing == [], "Give each a status in ErrorStatus.swift.")
    }

    @Test func `a code without a row is a defect of ours`() {
        #expect(ErrorStatus.of("nobody_knows") == .internalServerError)
    }

    /// What only the console hears: settings, the master key and backups.
    private let consoleOnly = ["Settings", "Secrets", "Backup"]

    /// The literals of each `var code: String { … }` below a target's folder.
    private func codes(of target: String) throws -> [String] {
        let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/\(target)")
        return try FileManager.default.subpathsOfDirectory(atPath: sources.path)
            .filter { path in path.hasSuffix(".swift") && !consoleOnly.contains { path.contains("\($0)/") } }
            .flatMap { try codes(in: String(contentsOf: sources.appending(path: $0), encoding: .utf8)) }
    }

    private func codes(in source: String) -> [String] {
        source.matches(of: #/var code: String \{(.*?)\n    \}/#.dotMatchesNewlines())
            .flatMap { $0.output.1.matches(of: #/"([a-z_]+)"/#) }
            .map { String($0.output.1) }
    }
}
