import NuntiqCore
import NuntiqModel

extension RouteDescription {
    static let deltaState = RouteDescription(
        id: "getDeltaStream",
        section: .deltaStreams,
        words: """
            How far a connector got with one kind of data; `idle` where it has not begun. The documented pattern: \
            leave \
            a run that is `running` and younger than 60 minutes alone, begin over an older one.
            """,
        answers: [.json("The state.", .deltaStream, example: .exampleStream)])

    static let deltaBegin = RouteDescription(
        id: "beginDeltaRun",
        section: .deltaStreams,
        words: """
            Begins a run and tells from where. Never refused: it takes the place of whatever ran before. `run_token` \
            names the run; a complete or fail that sends it is refused once a later run has begun.
            """,
        body: BodyDescription(
            .object([
                .optional("cursor_type", .text("`timestamp_utc`, `numeric_id` or `opaque_token`; the one so far.")),
                .optional("metadata", .map(of: .anything(), "What the caller keeps here.")),
            ]), example: ["cursor_type": "timestamp_utc"]),
        answers: [
            .json(
                "It runs.", .object(.deltaMembers + [.required("run_token", .uuid("Names the run."))]),
                example: .exampleRun)
        ],
        errors: ["invalid_cursor_type"])

    static let deltaComplete = RouteDescription(
        id: "completeDeltaRun",
        section: .deltaStreams,
        words: """
            Moves the cursor: a time or a number never back, a token to another one. The audit trail keeps it. With \
            `run_token` the same call may be made again.
            """,
        body: BodyDescription(
            .object([
                .required(
                    "new_cursor_value",
                    .either([.text(counts: 0...DeltaStream.cursorCharactersMax), .number()], "How far the run got.")),
                .optional("records_processed", .whole("How many records there were.", in: 0...Int64.max)),
                .optional("metadata", .map(of: .anything(), "What the caller keeps here.")),
                .optional("run_token", .token("Of the run, as begin answered it.")),
            ]), example: ["new_cursor_value": "2026-05-19T08:30:00Z", "records_processed": 42]),
        answers: [.json("The cursor moved.", .deltaStream, example: .exampleStream)],
        errors: ["CURSOR_REGRESSION", "delta_stream_not_found", "run_replaced"])

    static let deltaFail = RouteDescription(
        id: "failDeltaRun",
        section: .deltaStreams,
        words: "Ends a run that failed. The cursor stays where it is.",
        body: BodyDescription(
            .object([
                .optional("error_summary", .text("What went wrong.", counts: 0...Fields.bodyTextMax)),
                .optional("run_token", .token("Of the run, as begin answered it.")),
            ]), example: ["error_summary": "The ERP does not answer."]),
        answers: [.json("It failed.", .deltaStream, example: .exampleStream)],
        errors: ["delta_stream_not_found", "run_replaced"])

    static let deltaReset = RouteDescription(
        id: "resetDeltaStream",
        section: .deltaStreams,
        words:
            "Moves the cursor in either direction, `null` to the beginning. The audit trail keeps who did it and why.",
        body: BodyDescription(
            .object([
                .required(
                    "new_cursor_value",
                    Schema.either(
                        [.text(counts: 0...DeltaStream.cursorCharactersMax), .number()], "Where to go on from."
                    )
                    .orNull),
                .optional("reason", .text("Why; required.", counts: 0...Fields.bodyTextMax)),
                .optional("cursor_type", .text("`timestamp_utc`, `numeric_id` or `opaque_token`; the one so far.")),
            ]), example: ["new_cursor_value": "2026-05-01T00:00:00Z", "reason": "Suppliers of May were lost."]),
        answers: [.json("The cursor moved.", .deltaStream, example: .exampleStream)],
        errors: ["invalid_reset", "invalid_cursor_type"])
}

extension Schema {
    fileprivate static let deltaStream = Schema.object(.deltaMembers, named: "DeltaStream")
}

extension [Member] {
    fileprivate static let deltaMembers: [Member] = [
        .required("connector_name", .text("The connector.")), .required("stream_name", .text("The kind of data.")),
        .required("cursor_type", .word(CursorType.allCases.map(\.rawValue))),
        .required("status", .word(DeltaStatus.allCases.map(\.rawValue), "Where the latest run stands.")),
        .required("committed_cursor_value", .text("How far it got; null at the beginning.").orNull),
        .required("committed_at_utc", .instant("When it got there.").orNull),
        .required("started_at_utc", .instant("When the latest run began.").orNull),
        .required("completed_at_utc", .instant("When it ended.").orNull),
        .required("records_processed", .whole("As it said.").orNull),
        .required("error_summary", .text("Why it failed.").orNull),
        .required("metadata", .map(of: .anything(), "What the caller keeps here.")),
        .required("updated_at_utc", .instant("When anything of this changed.").orNull),
        .required("updated_by", .text("Who changed it.").orNull),
    ]
}

extension JSONValue {
    fileprivate static let exampleStream: JSONValue = [
        "connector_name": "erp-nl", "stream_name": "suppliers", "cursor_type": "timestamp_utc",
        "status": "succeeded", "committed_cursor_value": "2026-05-19T08:30:00Z",
        "committed_at_utc": "2026-05-19T08:31:00.000000Z", "started_at_utc": "2026-05-19T08:30:30.000000Z",
        "completed_at_utc": "2026-05-19T08:31:00.000000Z", "records_processed": 42, "error_summary": .null,
        "metadata": [:], "updated_at_utc": "2026-05-19T08:31:00.000000Z", "updated_by": "erp",
    ]

    fileprivate static let exampleRun: JSONValue = {
        var run = exampleStream.object ?? [:]
        run["status"] = "running"
        run["run_token"] = "1b4e28ba-2fa1-4d1f-9c3e-5a6b7c8d9e0f"
        return .object(run)
    }()
}
