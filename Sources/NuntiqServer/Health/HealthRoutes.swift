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
        try await app.database.ping()
        return JSONAnswer(["status": "ready"])
    }
}
