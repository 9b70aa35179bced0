import HTTPTypes
import Hummingbird
import NuntiqCore
import NuntiqModel

/// - `GET /connectors`: the instances, with what their runs do
/// - `GET /connectors/new`, `POST /connectors`: makes one
/// - `GET /connectors/{id}`: its latest run, leases, streams; `?run=` another run, `?remove=` asks before
/// - `GET /connectors/{id}/edit`, `POST /connectors/{id}/edit`: changes it
/// - `POST /connectors/{id}/…`: run, stop, enable, disable, remove
/// - `GET /connectors/{id}/runs/{run}/log`, `…/events`: the whole log as text; its lines as they come
/// - `GET /connectors/{id}/runs/{run}/recording`: what its flight recorder wrote
struct ConnectorRoom: Sendable {
    static let path = "/connectors"

    let portal: Portal
    let app: App

    var connectors: Connectors {
        Connectors(database: app.database, environment: app.environment, secrets: app.installation.secrets)
    }

    var routes: [Route] {
        let path = Self.path
        return [
            .portal(path, of: portal, summary: "Connectors.", use: list),
            .portal("\(path)/new", of: portal, least: .admin, summary: "A new instance.", use: draft),
            .portalForm(path, of: portal, least: .admin, summary: "Make an instance.", use: create),
            .portal("\(path)/{id}", of: portal, summary: "One instance and a run.", use: show),
            .portal("\(path)/{id}/edit", of: portal, least: .admin, summary: "Change an instance.", use: edit),
            change("edit", "Keep the changes.", save), change("run", "Run it now.", run),
            change("stop", "Stop its run.", stop), change("enable", "Let its schedule run it.", enable),
            change("disable", "Let its schedule rest.", disable), change("remove", "Remove it.", remove),
            .portal("\(path)/{id}/runs/{run}/log", of: portal, summary: "A run's log as text.", use: download),
            .portal("\(path)/{id}/runs/{run}/events", of: portal, summary: "A run's log as it comes.", use: follow),
            .portal(
                "\(path)/{id}/runs/{run}/recording", of: portal, least: .admin, summary: "A run's recording.",
                use: recording),
        ]
    }

    private func change(
        _ verb: String, _ summary: String,
        _ handle: @escaping @Sendable (Form, PortalContext) async throws -> Response
    ) -> Route {
        .portalForm("\(Self.path)/{id}/\(verb)", of: portal, least: .admin, summary: summary, use: handle)
    }

    func list(_ request: Request, _ context: PortalContext) async throws -> Response {
        context.show(try await page(context))
    }

    func show(_ request: Request, _ context: PortalContext) async throws -> Response {
        let instance = try await instance(context)
        var page = try await page(context, at: instance.id)
        page.pane = try await pane(instance, context)
        if context.query("remove") == "yes", context.allows(.admin) {
            let path = "\(Self.path)/\(instance.id)"
            page.question = Question(
                title: "Remove “\(instance.name)”?",
                words: "Its schedule, configuration and secrets are gone at once. Its runs and their logs stay.",
                action: "\(path)/remove", sure: "Remove", harmless: "Keep it", back: path)
        }
        return context.show(page)
    }

    func run(_ form: Form, _ context: PortalContext) async throws -> Response {
        let instance = try await instance(context)
        do {
            _ = try await connectors.start(instance.id, in: context.tenant.id, by: context.actor)
            return context.go(to: "\(Self.path)/\(instance.id)", telling: .queued)
        } catch ConnectorError.alive {
            return context.go(to: "\(Self.path)/\(instance.id)")  // somebody else, or the schedule, was quicker
        }
    }

    func stop(_ form: Form, _ context: PortalContext) async throws -> Response {
        let instance = try await instance(context)
        do {
            try await connectors.stop(instance.id, in: context.tenant.id, by: context.actor)
            return context.go(to: "\(Self.path)/\(instance.id)", telling: .stopping)
        } catch ConnectorError.idle {
            return context.go(to: "\(Self.path)/\(instance.id)")  // it has just ended
        }
    }

    func enable(_ form: Form, _ context: PortalContext) async throws -> Response {
        let instance = try await instance(context)
        _ = try await connectors.enable(true, instance.id, in: context.tenant.id, by: context.actor)
        return context.go(to: "\(Self.path)/\(instance.id)", telling: .enabled)
    }

    func disable(_ form: Form, _ context: PortalContext) async throws -> Response {
        let instance = try await instance(context)
        _ = try await connectors.enable(false, instance.id, in: context.tenant.id, by: context.actor)
        return context.go(to: "\(Self.path)/\(instance.id)", telling: .disabled)
    }

    func remove(_ form: Form, _ context: PortalContext) async throws -> Response {
        let instance = try await instance(context)
        do {
            try await connectors.remove(instance.id, in: context.tenant.id, by: context.actor)
            return context.go(to: Self.path, telling: .removed)
        } catch let error as ConnectorError {
            var page = try await page(context, at: instance.id)
            page.pane = try await pane(instance, context)
            page.pane?.fault = "\(error.message) \(error.hint)"
            return context.show(page, status: ErrorStatus.of(error.code))
        }
    }
}

extension ConnectorRoom {
    /// The instance of the path.
    func instance(_ context: PortalContext) async throws -> ConnectorInstance {
        let id = try context.id("id")
        guard let found = try await connectors.list(context.tenant.id).first(where: { $0.id == id }) else {
            throw PortalError.notHere("connector")
        }
        return found
    }

    func page(_ context: PortalContext, at id: Int64? = nil) async throws -> ConnectorsPage {
        let tenant = context.tenant.id
        let instances = try await connectors.list(tenant)
        let (latest, leases) = (try await app.jobs.latest(in: tenant), try await connectors.leaseCounts(tenant))
        return ConnectorsPage(
            context, instances.map { ConnectorsPage.Row($0, latest[$0.id], leases[$0.id] ?? 0, at: id, context) })
    }

    private func pane(_ instance: ConnectorInstance, _ context: PortalContext) async throws -> ConnectorPane {
        let tenant = context.tenant.id
        let runs = try await app.jobs.runs(of: instance.id, limit: 20, in: tenant)
        var run = runs.first
        if let wanted = Token(context.query("run")) {
            run = try await self.run(wanted, of: instance, context)
        }
        var lines: [StoredLogEntry] = []
        if let run { lines = try await app.jobs.tail(of: run.id, in: tenant) }
        return ConnectorPane(
            instance, run, lines, runs: runs,
            held: try await connectors.held(by: instance.id, in: tenant),
            streams: try await connectors.streams(of: instance, in: tenant), context)
    }

    /// A run of the instance.
    func run(_ id: Token, of instance: ConnectorInstance, _ context: PortalContext) async throws -> JobRun {
        do {
            let run = try await app.jobs.find(id, in: context.tenant.id)
            if run.instance == instance.id { return run }
        } catch JobError.unknown {}
        throw PortalError.notHere("run")
    }
}
