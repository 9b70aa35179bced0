import Foundation

/// The lines of a file of facts beside a test, without its comments.
func facts(_ name: String, beside test: String = #filePath) throws -> [Substring] {
    let folder = test.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }
}
