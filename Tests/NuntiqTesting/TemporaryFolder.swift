import Foundation

/// Runs `body` with the path of an empty folder, which is removed afterwards.
@discardableResult
public func withTemporaryFolder<Value>(_ body: (String) async throws -> Value) async throws -> Value {
    try await TestPlaces.hold { try await inTemporaryFolder(body) }
}

private func inTemporaryFolder<Value>(_ body: (String) async throws -> Value) async throws -> Value {
    let path = try TestRoot.makeFolder(prefix: "nuntiq")
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try await body(path)
}

/// Where the folders of tests lie: in memory if there is room, for tens of thousands of small files come and go.
enum TestRoot {
    private static let path = bytesFree(on: "/dev/shm") >= 4 << 30 ? "/dev/shm" : "/tmp"

    /// Makes an empty folder with a name of its own; short, since sockets are opened in some.
    static func makeFolder(prefix: String) throws -> String {
        var template = Array("\(path)/\(prefix)-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { throw CocoaError(.fileWriteUnknown) }
        return String(cString: made)
    }

    private static func bytesFree(on volume: String) -> Int {
        let attributes = try? FileManager.default.attributesOfFileSystem(forPath: volume)
        return (attributes?[.systemFreeSize] as? NSNumber)?.intValue ?? 0
    }
}
