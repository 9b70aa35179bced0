import Glibc
import NuntiqModel
import NuntiqStore

/// The file in a run's work folder that its flight recorder writes, held open by the server from before it began.
///
/// The guard removes the folder with the run; the file lives on for its reader. A connector that puts another file in
/// its place has no recording.
final class RunRecording: Sendable {
    /// Hidden from a connector that lists its folder.
    static let name = ".recording.jsonl"

    /// Where the connector writes it.
    let path: String
    private let file: Int32

    private static let chunkBytes = 1 << 20

    /// Makes the file, which the user of the run alone can open.
    ///
    /// - Throws: ``RunnerError``.
    init(in workFolder: String, user: Int?) throws(RunnerError) {
        path = "\(workFolder)/\(Self.name)"
        file = open(path, O_RDONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .now(path) }
        if let user, fchown(file, uid_t(user), gid_t(user)) != 0 {
            let error = RunnerError.now(path)
            close(file)
            throw error
        }
    }

    deinit { close(file) }

    /// Puts what was recorded among the tenant's files; `nil` where nothing was.
    func keep(in blobs: any BlobStore, of tenant: TenantID) async throws -> BlobReference? {
        let first = try chunk(at: 0)
        guard !first.isEmpty else { return nil }
        let writer = try await blobs.begin(tenant)
        do {
            var (next, place) = (first, 0)
            while !next.isEmpty {
                try await writer.append(next)
                place += next.count
                next = try chunk(at: place)
            }
        } catch {
            await writer.abandon()
            throw error
        }
        return try await writer.finish()
    }

    /// The bytes from a place on; none at the end.
    private func chunk(at place: Int) throws(RunnerError) -> [UInt8] {
        var chunk = [UInt8](repeating: 0, count: Self.chunkBytes)
        let count = pread(file, &chunk, chunk.count, off_t(place))
        guard count >= 0 else { throw .now(path) }
        return Array(chunk[..<count])
    }
}
