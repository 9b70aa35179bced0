import HTTPTypes
import Hummingbird
import NuntiqCore
import NuntiqModel

/// What an instance is made or changed by, as typed.
struct ConnectorForm: Sendable {
    /// Something to choose.
    struct Choice: Sendable {
        let name: String
        let words: String
        let isChosen: Bool
    }

    let action: String
    let title: String
    let verb: String
    let isNew: Bool
    var name = ""
    var chosen = ""
    var schedule = ""
    var timeZone = ""
    var config = "{}"
    var params = "{}"
    /// `nil` without any.
    let secretNames: String?
    var permissions: Set<Permission> = []
    var seconds = ""
    var cpuSeconds = ""
    var memory = ""
    var records = false
    var programs: [Choice] = []
    var choices: [Choice] = []
    var faults: FormFaults?

    static let fields = [
        "name", "program", "schedule", "time_zone", "config", "job_params", "secrets", "permissions", "time_limit",
        "cpu_limit", "memory_limit",
    ]

    /// An empty one.
    init(new context: PortalContext) {
        (action, title, verb, isNew) = (ConnectorRoom.path, "New instance", "Make instance", true)
        secretNames = nil
        timeZone = context.tenant.timezone
        fill(ConnectorLimits())
    }

    /// One that shows an instance.
    init(_ instance: ConnectorInstance) {
        action = "\(ConnectorRoom.path)/\(instance.id)/edit"
        (title, verb, isNew) = ("Change \(instance.name)", "Save", false)
        let secrets = instance.secretNames
        (name, secretNames) = (instance.name, secrets.isEmpty ? nil : secrets.joined(separator: ", "))
        let setup = instance.setup
        chosen = "\(setup.bundle)/\(setup.entrypoint)"
        (schedule, timeZone) = (setup.schedule?.text ?? "", setup.timeZone)
        config = JSONValue.object(setup.config).serialized()
        params = JSONValue.object(setup.jobParams).serialized()
        (permissions, records) = (setup.permissions, setup.recordsRuns)
        fill(setup.limits)
    }

    private mutating func fill(_ limits: ConnectorLimits) {
        (seconds, cpuSeconds, memory) = (String(limits.seconds), String(limits.cpuSeconds), String(limits.memoryMB))
    }

    /// Takes what was typed.
    mutating func take(_ form: Form) {
        if isNew { name = form["name"] }
        (chosen, schedule, timeZone) = (form["program"], form["schedule"], form["time_zone"])
        (config, params) = (form["config"], form["job_params"])
        permissions = Set(form.all("permissions").compactMap(Permission.init))
        (seconds, cpuSeconds, memory) = (form["time_limit"], form["cpu_limit"], form["memory_limit"])
        records = form.has("records")
    }

    /// What was typed as values.
    ///
    /// - Throws: ``ConnectorError/invalid(_:)`` with every fault.
    func setup() throws -> ConnectorSetup {
        var faults: [FieldFault] = []
        func number(_ name: String, _ text: String) -> Int64 {
            guard let number = Int64(trimmed(text)) else {
                faults.append(FieldFault(field: name, message: "Expected a number."))
                return 1
            }
            return number
        }
        let parts = chosen.split(separator: "/", maxSplits: 1).map(String.init)
        if parts.count != 2 { faults.append(FieldFault(field: "program", message: "Choose a connector.")) }
        var setup = ConnectorSetup(
            bundle: parts.first ?? "", entrypoint: parts.last ?? "", permissions: permissions,
            timeZone: trimmed(timeZone), recordsRuns: records)
        setup.config = Self.object("config", config, &faults) ?? [:]
        setup.jobParams = Self.object("job_params", params, &faults) ?? [:]
        setup.limits = ConnectorLimits(
            seconds: number("time_limit", seconds), cpuSeconds: number("cpu_limit", cpuSeconds),
            memoryMB: number("memory_limit", memory))
        if !trimmed(schedule).isEmpty {
            do {
                setup.schedule = try CronSchedule(schedule)
            } catch {
                faults.append(FieldFault(field: "schedule", message: error.message))
            }
        }
        guard faults.isEmpty else { throw ConnectorError.invalid(faults) }
        return setup
    }

    /// The secrets that were typed; `nil`: they stay as they are.
    static func secrets(_ form: Form) throws -> JSONObject? {
        guard !trimmed(form["secrets"]).isEmpty else { return nil }
        var faults: [FieldFault] = []
        let secrets = object("secrets", form["secrets"], &faults)
        guard faults.isEmpty else { throw ConnectorError.invalid(faults) }
        return secrets
    }

    private static func object(_ name: String, _ text: String, _ faults: inout [FieldFault]) -> JSONObject? {
        if trimmed(text).isEmpty { return [:] }
        // What was typed is not repeated: it may hold secrets.
        guard let object = (try? JSONValue.parse(text))?.object else {
            faults.append(FieldFault(field: name, message: "Expected a JSON object, such as {\"url\": \"https://…\"}."))
            return nil
        }
        return object
    }
}

extension ConnectorRoom {
    func draft(_ request: Request, _ context: PortalContext) async throws -> Response {
        try await show(ConnectorForm(new: context), context)
    }

    func edit(_ request: Request, _ context: PortalContext) async throws -> Response {
        try await show(ConnectorForm(try await instance(context)), context)
    }

    func create(_ form: Form, _ context: PortalContext) async throws -> Response {
        var draft = ConnectorForm(new: context)
        draft.take(form)
        return try await refusing(draft, context) {
            let setup = try draft.setup()
            try checkOffered(setup, context)
            let secrets = try ConnectorForm.secrets(form) ?? [:]
            let made = try await connectors.add(
                draft.name, setup, secrets: secrets, in: context.tenant.id, by: context.actor)
            return context.go(to: "\(Self.path)/\(made.id)", telling: .made)
        }
    }

    func save(_ form: Form, _ context: PortalContext) async throws -> Response {
        let instance = try await instance(context)
        var draft = ConnectorForm(instance)
        draft.take(form)
        return try await refusing(draft, context) {
            let setup = try draft.setup()
            let isKept = (setup.bundle, setup.entrypoint) == (instance.setup.bundle, instance.setup.entrypoint)
            if !isKept { try checkOffered(setup, context) }
            let secrets = try ConnectorForm.secrets(form)
            _ = try await connectors.change(instance.id, secrets: secrets, in: context.tenant.id, by: context.actor) {
                $0 = setup
            }
            return context.go(to: "\(Self.path)/\(instance.id)", telling: .saved)
        }
    }

    private func refusing(
        _ draft: ConnectorForm, _ context: PortalContext, _ body: () async throws -> Response
    ) async throws -> Response {
        do {
            return try await body()
        } catch let error as any UserFacingError {
            var draft = draft
            draft.faults = FormFaults(error, names: ConnectorForm.fields)
            return try await show(draft, context, status: ErrorStatus.of(error.code))
        }
    }

    private func show(
        _ form: ConnectorForm, _ context: PortalContext, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        var form = form
        var programs = offered(context)
        if !form.isNew, !programs.contains(form.chosen) { programs.insert(form.chosen, at: 0) }
        form.programs = programs.map { .init(name: $0, words: $0, isChosen: $0 == form.chosen) }
        form.choices = Permission.allCases.filter { $0 != .deltaReset }.map {
            .init(name: $0.rawValue, words: $0.words, isChosen: form.permissions.contains($0))
        }
        var page = try await page(context)
        page.form = form
        return context.show(page, status: status)
    }

    /// What the operator offers this tenant: `bundle/entrypoint`.
    private func offered(_ context: PortalContext) -> [String] {
        guard let path = app.configuration.connectorFolder, let folder = try? ConnectorFolder(path) else { return [] }
        return folder.bundles(of: context.tenant.subdomain).flatMap { bundle in
            bundle.entrypoints.map { "\(bundle.name)/\($0)" }
        }
    }

    /// A tenant binds what the operator offers it, nothing else that lies on the machine.
    private func checkOffered(_ setup: ConnectorSetup, _ context: PortalContext) throws {
        guard offered(context).contains("\(setup.bundle)/\(setup.entrypoint)") else {
            throw ConnectorError.invalid([
                FieldFault(field: "program", message: "Your operator offers no such connector.")
            ])
        }
    }
}
