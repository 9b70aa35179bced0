import Foundation

/// Runs `body` with the path of an empty folder, which is removed afterwards.
@discardableResult
public func withTemporaryFolder<Value>(_ body: (String) async throws -> Value) async throws -> Value {
    try await TestPlaces.hold { try await inTemporaryFolder(body) }
}

private func inTemporaryFolder<Value>(_ body: (String) async throws -> Value) async throws -> Value {
    var template = Array("/tmp/nuntiq-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw CocoaError(.fileWriteUnknown) }
    let path = String(cString: made)
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try await body(path)
}
