import Foundation

/// The suite of `nuntiq connector test`: a program in Python in a folder with `lib/` and `toolkit/`.
struct AcceptanceSuite {
    let folder: URL

    /// Plays it; its exit status.
    func run(_ subject: [String], of key: String?, _ options: [String]) async throws -> Int32 {
        // The suite starts a server of its own, by the program that runs here.
        let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let command = ["python3", "-m", "toolkit.acceptance"] + subject + (key.map { ["--entrypoint", $0] } ?? [])
        return try await ChildProgram(folder: folder, environment: ["NUNTIQ_PROGRAM": program]).run(command + options)
    }
}
