import NuntiqModel

/// What kind of value a stream's cursor is.
public enum CursorType: String, Sendable, Hashable {
    /// An instant in UTC.
    case timestamp = "timestamp_utc"
    /// A number that grows.
    case number = "numeric_id"
    /// Anything; only compared for sameness.
    case token = "opaque_token"
}

/// Why a delta run did not begin or did not count.
public enum DeltaError: Error, Sendable, Hashable {
    /// Another run began less than `stuckAfter` ago and has not ended.
    case busy(stream: String)
    /// The body ended without setting the new cursor.
    case cursorNotSet(stream: String)
}

/// One run over what is new in a stream.
public actor DeltaRun {
    /// Where the last run that counted ended; `nil` the first time.
    public nonisolated let lowerBound: String?
    /// How many records were seen, for whoever watches.
    public var recordsProcessed = 0
    private(set) var newCursor: String?

    init(lowerBound: String?) {
        self.lowerBound = lowerBound
    }

    /// Where this run ends; required before a clean end.
    public func setNewCursor(_ cursor: String) { newCursor = cursor }

    /// Counts records.
    public func count(_ records: Int) { recordsProcessed += records }
}

extension JobContext {
    /// Runs `body` over what is new in a stream, and moves its cursor when `body` ends cleanly.
    ///
    /// When `body` throws, the run is recorded as failed with the reason, and the cursor stays.
    /// - Throws: ``DeltaError``, ``APIError`` (code `CURSOR_REGRESSION`: the cursor goes back), what `body` throws.
    @discardableResult
    public func deltaRun<Value: Sendable>(
        _ connector: String, _ stream: String, cursorType: CursorType = .timestamp,
        stuckAfter: Duration = .seconds(3_600), _ body: (DeltaRun) async throws -> Value
    ) async throws -> Value {
        let path = "/v1/delta/streams/\(escaped(connector))/\(escaped(stream))"
        try await refuseBusy(try await api.get(path), stream, stuckAfter)
        let begun = try await api.post("\(path)/begin", ["cursor_type": .string(cursorType.rawValue)])
        let cursor = begun["committed_cursor_value"]
        let run = DeltaRun(lowerBound: cursor?.string ?? cursor?.number?.text)
        do {
            let value = try await body(run)
            guard let new = await run.newCursor else { throw DeltaError.cursorNotSet(stream: stream) }
            var end: JSONObject = [
                "new_cursor_value": .string(new),
                "records_processed": .number(JSONNumber(Int64(await run.recordsProcessed))),
            ]
            end["run_token"] = begun["run_token"]
            _ = try await api.repeatable("\(path)/complete", .object(end))
            return value
        } catch {
            var end: JSONObject = ["error_summary": .string(String("\(error)".prefix(1_000)))]
            end["run_token"] = begun["run_token"]
            _ = try? await api.repeatable("\(path)/fail", .object(end))  // the first error is told
            throw error
        }
    }

    private func refuseBusy(_ state: JSONValue, _ stream: String, _ stuckAfter: Duration) async throws {
        guard state["status"]?.string == "running",
            let startedAt = state["started_at_utc"]?.string.flatMap({ Instant($0) }),
            api.environment.now() - startedAt < stuckAfter
        else { return }
        throw DeltaError.busy(stream: stream)
    }
}
