import HTTPTypes
import Hummingbird
import NuntiqModel
import NuntiqStore

/// - `GET /health/live`: the process answers
/// - `GET /health/ready`: it can also read and write
struct HealthRoutes: Sendable {
    let app: App

    var routes: [Route] {
        [
            .open(.get, "/health/live", summary: "The process answers.", use: live),
            .open(.get, "/health/ready", summary: "The node can read and write.", use: ready),
        ]
    }

    func live(_ request: Request, _ context: CallContext) -> JSONAnswer {
        JSONAnswer(["status": "live"])
    }

    func ready(_ request: Request, _ context: CallContext) async throws -> JSONAnswer {
        let missing = try await Migrator(database: app.database).status().filter { $0.appliedAt == nil }
        guard missing.isEmpty else { throw RequestError.storageUnavailable }
        try await app.installation.blobs.probe()
        return JSONAnswer(["status": "ready"])
    }
}

extension BlobStore {
    /// Begins a file, writes to it and drops it: whether files can be written now.
    func probe() async throws {
        let writer = try await begin(Periodic.installationTenant)
        do {
            try await writer.append([0])
        } catch {
            await writer.abandon()
            throw error
        }
        await writer.abandon()
    }
}
