import Foundation
import NIOCore
import NuntiqCore
import NuntiqModel
import NuntiqStore

/// A run's recording, brought from the installation's files to one that its owner alone can read.
struct RecordingFile {
    let path: String

    /// Writes it, in the place of what is there.
    ///
    /// - Throws: ``RecordingError``.
    func write(_ run: JobRun, from blobs: any BlobStore, of tenant: TenantID) async throws -> BlobReference {
        guard let recording = run.recording else { throw RecordingError.none(run.id) }
        let permissions = [FileAttributeKey.posixPermissions: 0o600]
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: permissions),
            let file = FileHandle(forWritingAtPath: path)
        else { throw RecordingError.notWritten(path) }
        for try await chunk in try await blobs.open(tenant, recording.hash, range: nil) {
            try file.write(contentsOf: Data(chunk.readableBytesView))
        }
        try file.close()
        return recording
    }
}

/// Why there is no file of a recording.
enum RecordingError: UserFacingError, Hashable {
    /// The run was not recorded.
    case none(Token)
    /// The file cannot be made.
    case notWritten(String)

    var code: String {
        switch self {
        case .none: "recording_not_found"
        case .notWritten: "file_not_written"
        }
    }

    var message: String {
        switch self {
        case .none(let run): "Run \(run) was not recorded."
        case .notWritten(let path): "\(path) cannot be written."
        }
    }

    var hint: String {
        switch self {
        case .none: "nuntiq connector record TENANT INSTANCE records the runs to come."
        case .notWritten: "Name a file in a folder that you may write to."
        }
    }
}
