public import NuntiqModel

/// What kind of value a stream's cursor is.
public enum CursorType: String, Sendable, Hashable {
    /// An instant in UTC.
    case timestamp = "timestamp_utc"
    /// A number that grows.
    case number = "numeric_id"
    /// Anything; only compared for sameness.
    case token = "opaque_token"
}

/// How much earlier than the cursor a run begins, so that late rows are seen; what is seen twice is saved twice alike.
public enum CursorOverlap: Sendable, Hashable {
    /// For a cursor that is an instant.
    case time(Duration)
    /// For a cursor that is a whole number.
    case number(Int64)
}

/// Why a delta run did not begin or did not count.
public enum DeltaError: Error, Sendable, Hashable {
    /// Another run began less than `stuckAfter` ago and has not ended.
    case busy(stream: String)
    /// The body ended without setting the new cursor.
    case cursorNotSet(stream: String)
    /// The overlap does not fit the cursor's kind or value.
    case overlapUnusable(cursor: String)
}

/// One run over what is new in a stream.
public actor DeltaRun {
    /// Where to begin: where the last run that counted ended, less the overlap; `nil` the first time.
    public nonisolated let lowerBound: String?
    /// Where the last run that counted ended.
    public nonisolated let committedCursor: String?
    /// How many records were seen, for whoever watches.
    public private(set) var recordsProcessed: Int64?
    /// What is kept beside the run.
    public private(set) var metadata: JSONObject?
    private(set) var newCursor: String?

    init(lowerBound: String?, committedCursor: String?) {
        self.lowerBound = lowerBound
        self.committedCursor = committedCursor
    }

    /// Where this run ends; required before a clean end.
    ///
    /// `nil`, when there was nothing new, keeps the one that stands.
    public func setNewCursor(_ cursor: String?) { newCursor = cursor ?? committedCursor }

    /// Counts records.
    public func count(_ records: Int) { recordsProcessed = (recordsProcessed ?? 0) + Int64(records) }

    /// Keeps words about the run, such as the name of a file.
    public func setMetadata(_ metadata: JSONObject) { self.metadata = metadata }

    fileprivate func body(_ first: JSONObject, _ token: JSONValue?) -> JSONValue {
        var body = first
        body["run_token"] = token
        body["records_processed"] = recordsProcessed.map { .number(JSONNumber($0)) }
        body["metadata"] = metadata.map { .object($0) }
        return .object(body)
    }
}

extension JobContext {
    private static let errorCharactersMax = 2_000

    /// Runs `body` over what is new in a stream, and moves its cursor when `body` ends cleanly.
    ///
    /// When `body` throws, the run is recorded as failed with the reason, and the cursor stays. A run that another one
    /// is younger than `stuckAfter` for does not begin; an older one is taken over, and can no longer move the cursor.
    /// - Throws: ``DeltaError``, ``APIError`` (code `CURSOR_REGRESSION`: the cursor goes back), what `body` throws.
    @discardableResult
    public func deltaRun<Value: Sendable>(
        _ connector: String, _ stream: String, cursorType: CursorType = .timestamp, overlap: CursorOverlap? = nil,
        stuckAfter: Duration = .seconds(3_600), _ body: (DeltaRun) async throws -> Value
    ) async throws -> Value {
        let path = "/v1/delta/streams/\(escaped(connector))/\(escaped(stream))"
        try await refuseBusy(try await api.get(path), stream, stuckAfter)
        let begun = try await api.repeatable("\(path)/begin", ["cursor_type": .string(cursorType.rawValue)])
        let cursor = begun["committed_cursor_value"]
        let committed = cursor?.string ?? cursor?.number?.text
        do {
            let run = DeltaRun(
                lowerBound: try committed.map { try Self.earlier($0, by: overlap) }, committedCursor: committed)
            return try await finish(run, path, begun["run_token"], stream, body)
        } catch let error as CommitUnknown {
            throw error.cause
        } catch {
            await fail(path, begun["run_token"], error)
            throw error
        }
    }

    private func finish<Value: Sendable>(
        _ run: DeltaRun, _ path: String, _ token: JSONValue?, _ stream: String,
        _ body: (DeltaRun) async throws -> Value
    ) async throws -> Value {
        let value = try await body(run)
        guard let new = await run.newCursor else { throw DeltaError.cursorNotSet(stream: stream) }
        do {
            _ = try await api.repeatable(
                "\(path)/complete", await run.body(["new_cursor_value": .string(new)], token))
        } catch APIError.refused(let refusal) where refusal.status == 422 && refusal.attempts > 1 {
            // Sent again after a lost answer: an opaque cursor that is committed is refused as no advance.
            let state = try await api.get(path)
            guard state["status"] == "succeeded", state["committed_cursor_value"]?.string == new else {
                throw APIError.refused(refusal)
            }
        } catch let error as APIError where error.status == nil {
            throw CommitUnknown(cause: error)  // it may have counted: nothing is said against it
        }
        return value
    }

    private func fail(_ path: String, _ token: JSONValue?, _ error: any Error) async {
        let summary = logger.mask.masked("\(error)").prefix(Self.errorCharactersMax)
        var body: JSONObject = ["error_summary": .string(String(summary))]
        body["run_token"] = token
        do {
            _ = try await api.repeatable("\(path)/fail", .object(body))
        } catch {
            logger.warn("The failed run could not be reported: \(error)", step: "delta_run")
        }
    }

    private func refuseBusy(_ state: JSONValue, _ stream: String, _ stuckAfter: Duration) async throws {
        guard state["status"]?.string == "running",
            let startedAt = state["started_at_utc"]?.string.flatMap({ Instant($0) }),
            api.environment.now() - startedAt < stuckAfter
        else { return }
        throw DeltaError.busy(stream: stream)
    }

    private static func earlier(_ cursor: String, by overlap: CursorOverlap?) throws(DeltaError) -> String {
        switch overlap {
        case nil: return cursor
        case .time(let duration):
            guard let instant = Instant(cursor) else { throw .overlapUnusable(cursor: cursor) }
            return (instant - duration).description
        case .number(let count):
            guard let number = Int64(cursor), case (let less, false) = number.subtractingReportingOverflow(count)
            else { throw .overlapUnusable(cursor: cursor) }
            return String(less)
        }
    }
}

/// A commit whose answer was lost.
private struct CommitUnknown: Error {
    let cause: APIError
}
