import Foundation
import NuntiqTesting

/// The clock of the programs of a house, set forward and back while they run.
///
/// A small library, loaded before all others, stands between them and the system's clock (`Tests/Scripts/clock.c`).
struct SteppedClock: Sendable {
    private let folder: String
    private var file: String { "\(folder)/clock-offset" }

    /// What a program is started with to live by this clock.
    var environment: [String: String] { ["LD_PRELOAD": "\(folder)/clock.so", "CHAOS_CLOCK": file] }

    /// Builds the library in `folder`; the clock is right.
    init(folder: String) async throws {
        self.folder = folder
        try set(to: .zero)
        let source = URL(filePath: #filePath).appending(path: "../../../Scripts/clock.c").standardizedFileURL.path
        let result = try await Shell(workingFolder: URL(filePath: folder), outputFolder: folder).run(
            """
            for compiler in "$(dirname "$(readlink -f "$(command -v swift)")")/clang" clang cc; do
                command -v "$compiler" >/dev/null && exec "$compiler" -O1 -shared -fPIC -o clock.so '\(source)' -ldl
            done
            exit 1
            """)
        guard result.status == 0 else { throw ChaosError.systemCall("no clock: \(result.errors)") }
        chmod("\(folder)/clock.so", 0o755)
    }

    /// Sets the clock so far from the right time, for all programs at once.
    func set(to offset: Duration) throws {
        let handle = open(file, O_WRONLY | O_CREAT, 0o644)
        guard handle >= 0 else { throw ChaosError.systemCall("clock offset: \(errno)") }
        defer { close(handle) }
        var seconds = offset.components.seconds
        // In place and in one piece: the programs have it mapped.
        guard pwrite(handle, &seconds, MemoryLayout.size(ofValue: seconds), 0) == 8 else {
            throw ChaosError.systemCall("clock offset: \(errno)")
        }
    }
}
