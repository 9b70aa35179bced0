import Foundation
import Glibc
import NuntiqModel
import NuntiqServer

/// What a node needs to run connectors, from its settings and from the SDK that is in the program.
enum ConnectorSDK {
    /// `nil` where the node has no folder of connectors.
    static func runner(_ settings: Settings) throws -> RunnerConfiguration? {
        guard settings.connectors != nil else { return nil }
        let folder = try settings.connectorFolder()
        let temporary = FileManager.default.temporaryDirectory.path
        return RunnerConfiguration(
            folder: folder.root, sdk: try install(in: temporary), runs: settings.connectorRuns,
            user: settings.connectorUser,
            guardProgram: URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().path,
            temporaryFolder: temporary)
    }

    /// Writes the SDK where runs can read it and not write it, and answers the folder.
    ///
    /// The folder is this process's own, so that no earlier run can have touched it.
    private static func install(in temporary: String) throws -> String {
        let parent = try RunnerConfiguration.workRoot(in: temporary)
        let folder = "\(parent)/.sdk-\(getpid())"
        sweep(parent)
        for (path, text) in ConnectorFiles.all where path == "main.py" || path.hasPrefix("lib/") {
            let file = URL(filePath: "\(folder)/\(path)")
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
            chmod(file.path, 0o644)
            chmod(file.deletingLastPathComponent().path, 0o755)
        }
        chmod(folder, 0o755)
        return folder
    }

    /// Removes what nodes left that were killed, also of one that had this process's id.
    private static func sweep(_ parent: String) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? [] {
            guard name.hasPrefix(".sdk-"), let process = Int32(name.dropFirst(5)) else { continue }
            guard process == getpid() || kill(process, 0) != 0 && errno == ESRCH else { continue }
            try? FileManager.default.removeItem(atPath: "\(parent)/\(name)")  // in nobody's way
        }
    }

    /// Takes the SDK away when the node ends.
    static func remove(_ runner: RunnerConfiguration?) {
        guard let runner else { return }
        try? FileManager.default.removeItem(atPath: runner.sdk)  // left over, it harms nobody
    }
}
