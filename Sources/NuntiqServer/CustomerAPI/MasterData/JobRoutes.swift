import Hummingbird
import NuntiqCore
import NuntiqModel

/// - `POST /v1/job/log`: one line of the run's log, or several
/// - `POST /v1/job/heartbeat`: the run lives
/// - `POST /v1/job/result`: how the run ends
///
/// All need a job token.
struct JobRoutes: Sendable {
    let jobs: ConnectorJobs

    private static let logBytesMax = 8 << 20

    var routes: [Route] {
        [
            .job(
                .post, "/v1/job/log", body: .jsonStream(bytesMax: Self.logBytesMax), summary: "Keep lines of the log.",
                use: log
            ).described(.jobLog),
            .job(
                .post, "/v1/job/heartbeat", body: .json(bytesMax: BodyRule.json.bytesMax, optional: true),
                summary: "Say that the run lives.", use: beat
            ).described(.jobHeartbeat),
            .job(
                .post, "/v1/job/result", body: .json(bytesMax: 1 << 20, optional: false),
                summary: "Say how the run ends.", use: result
            ).described(.jobResult),
        ]
    }

    func log(_ request: Request, _ context: AuthenticatedContext) async throws -> JSONAnswer {
        let entries = try JobLogBody(try await request.json() ?? .null).entries
        let kept = try await jobs.log(entries, by: context.principal)
        return JSONAnswer([
            "ok": true, "kept": .number(JSONNumber(Int64(kept))),
            "dropped": .number(JSONNumber(Int64(entries.count - kept))),
        ])
    }

    func beat(_ request: Request, _ context: AuthenticatedContext) async throws -> JSONAnswer {
        _ = try await request.jsonObject()
        let run = try await jobs.beat(by: context.principal)
        return JSONAnswer(["ok": true, "ends_at": run.endsAt.json])
    }

    func result(_ request: Request, _ context: AuthenticatedContext) async throws -> JSONAnswer {
        let object = try await request.jsonObject()
        var body = Fields(object)
        let success = body.bool("success") ?? true
        try body.check()
        try await jobs.report(.object(object), success: success, by: context.principal)
        return JSONAnswer(["ok": true])
    }
}

/// Lines of a log as they were sent: one, or an array.
private struct JobLogBody {
    var entries: [JobLogEntry] = []

    init(_ body: JSONValue) throws {
        let list = body.array
        let sent = list ?? [body]
        guard (1...JobLogEntry.entriesMax).contains(sent.count) else {
            throw InvalidFields([
                FieldFault(field: "", message: "Expected 1 to \(JobLogEntry.entriesMax) entries.")
            ])
        }
        var faults: [FieldFault] = []
        for (index, value) in sent.enumerated() {
            let path = list == nil ? JSONPath() : JSONPath().appending(index)
            guard let object = value.object else {
                faults.append(FieldFault(field: path.description, message: "Expected an object."))
                continue
            }
            var fields = Fields(object, at: path)
            entries.append(ReadLog.$current.withValue(nil) { fields.logEntry() })
            faults += fields.faults
        }
        if !faults.isEmpty { throw InvalidFields(faults) }
    }
}

extension Fields {
    fileprivate mutating func logEntry() -> JobLogEntry {
        let levels = JobLogEntry.Level.allCases.map(\.rawValue)
        let level = text("level").map { $0.uppercased() } ?? "INFO"
        if !levels.contains(level) { fault("level", "Expected \(levels.joined(separator: " or ")).") }
        let detail = present("detail")
        if let detail, detail.serialized().count > JobLogEntry.textCharactersMax {
            fault("detail", "At most \(JobLogEntry.textCharactersMax) characters of JSON are taken.")
        }
        return JobLogEntry(
            level: JobLogEntry.Level(rawValue: level) ?? .info,
            message: requiredText("message", limit: JobLogEntry.textCharactersMax),
            step: text("step", limit: JobLogEntry.stepCharactersMax), detail: detail, at: instant("at"))
    }
}

extension RouteDescription {
    static let jobLog = RouteDescription(
        id: "keepJobLog",
        section: .jobs,
        words: """
            One line of the run's log, or an array of at most \(JobLogEntry.entriesMax). The portal shows them live, \
            grouped by `step`. Beyond \(JobLogEntry.entriesOfRunMax) lines of a run they are dropped and counted.
            """,
        body: BodyDescription(
            .either([.jobLogEntry, .list(of: .jobLogEntry, counts: 1...JobLogEntry.entriesMax)]),
            example: ["level": "INFO", "message": "Read 42 suppliers.", "step": "read", "detail": ["count": 42]]),
        answers: [
            .json(
                "They are kept.",
                .object([
                    .required("ok", .constant(true)), .required("kept", .whole("So many lines.")),
                    .required("dropped", .whole("So many were too many.")),
                ]), example: ["ok": true, "kept": 1, "dropped": 0])
        ],
        errors: ["job_not_found"])

    static let jobHeartbeat = RouteDescription(
        id: "beatJob",
        section: .jobs,
        words: "Says that the run lives, and tells until when its token does.",
        body: BodyDescription(.object([]), example: [:]),
        answers: [
            .json(
                "It is known to live.",
                .object([.required("ok", .constant(true)), .required("ends_at", .instant("The token's end."))]),
                example: ["ok": true, "ends_at": "2026-05-19T09:30:00.000000Z"])
        ],
        errors: ["job_not_found", "job_ended"])

    static let jobResult = RouteDescription(
        id: "reportJob",
        section: .jobs,
        words: """
            What the run answers: any members, with `success` false where it failed. It stands as the run's outcome \
            once its process is over; the last one counts.
            """,
        body: BodyDescription(
            .object([.optional("success", .truth("Whether it went well.", fallback: true))]),
            example: ["success": true]),
        answers: [
            .json("It is kept.", .object([.required("ok", .constant(true))]), example: ["ok": true])
        ],
        errors: ["job_not_found", "job_ended"])
}

extension Schema {
    fileprivate static let jobLogEntry = Schema.object(
        [
            .optional("level", .text("`DEBUG`, `INFO`, `WARN` or `ERROR`, in any case.", counts: 0...16)),
            .required("message", .text("What happened.", counts: 1...JobLogEntry.textCharactersMax)),
            .optional("step", .text("The step of the run.", counts: 0...JobLogEntry.stepCharactersMax)),
            .optional("detail", .anything("Everything else.")),
            .optional("at", .instant("When it happened; now, where nothing is said.")),
        ], named: "JobLogEntry")
}
