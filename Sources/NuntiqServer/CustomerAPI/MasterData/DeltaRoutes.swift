import Hummingbird
import NuntiqCore
import NuntiqModel

/// - `GET /v1/delta/streams/{connector}/{stream}`: the state, needs `DELTA_READ`
/// - `POST …/begin`, `…/complete`, `…/fail`: a run, needs `DELTA_WRITE`
/// - `POST …/reset`: the cursor anywhere, needs `DELTA_RESET`
struct DeltaRoutes: Sendable {
    let streams: DeltaStreams

    private static let path = "/v1/delta/streams/{connector}/{stream}"

    var routes: [Route] {
        [
            .customer(.get, Self.path, needs: [.deltaRead], summary: "How far a stream got.", use: state)
                .described(.deltaState),
            post("begin", .deltaWrite, optional: true, "Begin a run.", begin).described(.deltaBegin),
            post("complete", .deltaWrite, "End a run and move the cursor forward.", complete)
                .described(.deltaComplete),
            post("fail", .deltaWrite, optional: true, "End a run that failed.", fail).described(.deltaFail),
            post("reset", .deltaReset, "Move the cursor anywhere.", reset).described(.deltaReset),
        ]
    }

    private func post(
        _ word: String, _ permission: Permission, optional: Bool = false, _ summary: String,
        _ handler: @escaping @Sendable (Request, AuthenticatedContext) async throws -> JSONAnswer
    ) -> Route {
        .customer(
            .post, "\(Self.path)/\(word)", needs: [permission],
            body: .json(bytesMax: BodyRule.json.bytesMax, optional: optional), summary: summary, use: handler)
    }

    func state(_ request: Request, _ context: AuthenticatedContext) async throws -> JSONAnswer {
        JSONAnswer(try await streams.state(of: try context.stream()).wire)
    }

    func begin(_ request: Request, _ context: AuthenticatedContext) async throws -> JSONAnswer {
        let subject = try context.stream()
        var body = try await request.fields()
        let type = body.text("cursor_type")
        let metadata = body.object("metadata")
        try body.check()
        let stream = try await streams.begin(subject, cursorType: try type.map(cursorType), metadata: metadata)
        return JSONAnswer(stream.withRunToken)
    }

    func complete(_ request: Request, _ context: AuthenticatedContext) async throws -> JSONAnswer {
        let subject = try context.stream()
        var body = try await request.fields()
        let cursor = body.cursor("new_cursor_value")
        let records = body.int("records_processed", in: 0...Int64.max)
        let metadata = body.object("metadata")
        let runToken = body.token("run_token")
        if cursor == nil, body.faults.isEmpty { body.fault("new_cursor_value", "This is required.") }
        try body.check()
        let completion = DeltaStreams.Completion(
            cursor: cursor ?? "", records: records, metadata: metadata, runToken: runToken)
        return JSONAnswer(try await streams.complete(subject, completion).wire)
    }

    func fail(_ request: Request, _ context: AuthenticatedContext) async throws -> JSONAnswer {
        let subject = try context.stream()
        var body = try await request.fields()
        let summary = body.text("error_summary") ?? ""
        let runToken = body.token("run_token")
        try body.check()
        return JSONAnswer(try await streams.fail(subject, summary, runToken: runToken).wire)
    }

    func reset(_ request: Request, _ context: AuthenticatedContext) async throws -> JSONAnswer {
        let subject = try context.stream()
        var body = try await request.fields()
        let type = body.text("cursor_type")
        let cursor = body.cursor("new_cursor_value")
        let reason = trimmed(body.text("reason") ?? "")
        try body.check()
        guard cursor != nil || body.isNull("new_cursor_value") else {
            throw DeltaStreamError.resetInvalid("new_cursor_value is required; null goes back to the beginning.")
        }
        guard !reason.isEmpty else { throw DeltaStreamError.resetInvalid("A reason is required.") }
        let stream = try await streams.reset(
            subject, to: cursor, cursorType: try type.map(cursorType), reason: reason)
        return JSONAnswer(stream.wire)
    }

    private func cursorType(_ text: String) throws(DeltaStreamError) -> CursorType {
        guard let type = CursorType(rawValue: text) else { throw .cursorTypeUnknown(text) }
        return type
    }
}

extension DeltaStream {
    /// The state with the token that names the run.
    fileprivate var withRunToken: JSONValue {
        var object = wire.object ?? [:]
        object["run_token"] = runToken?.json
        return .object(object)
    }
}

extension AuthenticatedContext {
    /// The stream that the path names, of the caller's tenant.
    fileprivate func stream() throws -> DeltaStreams.Subject {
        let (connector, stream) = (parameters["connector"], parameters["stream"])
        let faults = [("connector", connector), ("stream", stream)].filter { _, name in
            let length = name.unicodeScalars.count
            return !(1...DeltaStream.nameCharactersMax).contains(length) || trimmed(name).isEmpty
        }
        guard faults.isEmpty else {
            let message = "Expected a name of 1 to \(DeltaStream.nameCharactersMax) characters."
            throw InvalidFields(faults.map { FieldFault(field: $0.0, message: message) })
        }
        return DeltaStreams.Subject(connector, stream, of: principal)
    }
}

extension Fields {
    /// A cursor, as a text or a number; `nil` when absent or null.
    fileprivate mutating func cursor(_ name: String) -> String? {
        if let number = present(name)?.number { return number.text }
        return text(name, limit: DeltaStream.cursorCharactersMax)
    }

    /// An object with any members; `nil` when absent or null.
    fileprivate mutating func object(_ name: String) -> JSONValue? {
        guard let value = present(name) else { return nil }
        guard value.object != nil else {
            fault(name, "Expected an object, found \(value.kindName).")
            return nil
        }
        return value
    }
}
