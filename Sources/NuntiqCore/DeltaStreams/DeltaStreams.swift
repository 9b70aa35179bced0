public import NuntiqModel
public import NuntiqStore

/// How far connectors got with each kind of data.
///
/// No history and no rule of who may run: the caller decides.
public struct DeltaStreams: Sendable {
    let database: any Database
    let environment: RuntimeEnvironment

    /// Works on a database.
    public init(database: any Database, environment: RuntimeEnvironment) {
        self.database = database
        self.environment = environment
    }

    /// Who speaks about which stream.
    public struct Subject: Sendable, Hashable {
        let principal: Principal
        let connector: String
        let stream: String

        /// Names a stream of the caller's tenant.
        public init(_ connector: String, _ stream: String, of principal: Principal) {
            (self.connector, self.stream, self.principal) = (connector, stream, principal)
        }
    }

    /// How a run ended well.
    public struct Completion: Sendable, Hashable {
        let cursor: String
        let records: Int64?
        let metadata: JSONValue?
        let runToken: Token?

        /// Says how far the run got.
        public init(cursor: String, records: Int64?, metadata: JSONValue?, runToken: Token?) {
            (self.cursor, self.records, self.metadata, self.runToken) = (cursor, records, metadata, runToken)
        }
    }

    /// The state; an idle one where nobody has begun.
    public func state(of subject: Subject) async throws -> DeltaStream {
        try await database.read { tx in
            try DeltaStreamRepository(tx: tx, subject).find()
                ?? DeltaStream(connector: subject.connector, name: subject.stream)
        }
    }

    /// Begins a run over whatever was there; never refused.
    public func begin(_ subject: Subject, cursorType: CursorType?, metadata: JSONValue?) async throws -> DeltaStream {
        let runToken = Token.random(environment.random(16))
        return try await database.write { tx in
            let repository = DeltaStreamRepository(tx: tx, subject)
            var stream = try repository.hold()
            if let cursorType { stream.cursorType = cursorType }
            (stream.status, stream.startedAt, stream.completedAt) = (.running, tx.now, nil)
            (stream.errorSummary, stream.recordsProcessed, stream.runToken) = (nil, nil, runToken)
            if let metadata { stream.metadata = metadata }
            return try repository.save(stream)
        }
    }

    /// Ends a run and moves the cursor forward.
    ///
    /// - Throws: ``DeltaStreamError``.
    public func complete(_ subject: Subject, _ completion: Completion) async throws -> DeltaStream {
        try await database.write { tx in
            let repository = DeltaStreamRepository(tx: tx, subject)
            var stream = try repository.running(completion.runToken)
            let old = stream.cursor
            let isRepeated =
                stream.status == .succeeded && completion.runToken != nil && old == completion.cursor
            if isRepeated { return stream }
            guard stream.cursorType.advances(from: old, to: completion.cursor) else {
                throw DeltaStreamError.cursorRegression(stream.cursorType, from: old, to: completion.cursor)
            }
            (stream.cursor, stream.committedAt) = (completion.cursor, tx.now)
            (stream.status, stream.completedAt, stream.errorSummary) = (.succeeded, tx.now, nil)
            stream.recordsProcessed = completion.records
            if let metadata = completion.metadata { stream.metadata = metadata }
            try repository.tell("cursor_advance", from: old, to: completion.cursor)
            return try repository.save(stream)
        }
    }

    /// Ends a run that failed; the cursor stays.
    ///
    /// - Throws: ``DeltaStreamError``.
    public func fail(_ subject: Subject, _ summary: String, runToken: Token?) async throws -> DeltaStream {
        try await database.write { tx in
            let repository = DeltaStreamRepository(tx: tx, subject)
            var stream = try repository.running(runToken)
            (stream.status, stream.completedAt, stream.errorSummary) = (.failed, tx.now, summary)
            return try repository.save(stream)
        }
    }

    /// Moves the cursor anywhere, also to the beginning; who did it and why is kept.
    ///
    /// - Throws: ``DeltaStreamError/resetInvalid(_:)``.
    public func reset(
        _ subject: Subject, to cursor: String?, cursorType: CursorType?, reason: String
    ) async throws -> DeltaStream {
        try await database.write { tx in
            let repository = DeltaStreamRepository(tx: tx, subject)
            var stream = try repository.hold()
            if let cursorType { stream.cursorType = cursorType }
            if let cursor, !stream.cursorType.reads(cursor) {
                throw DeltaStreamError.resetInvalid("“\(cursor)” is no \(stream.cursorType.rawValue) cursor.")
            }
            try repository.tell("cursor_reset", from: stream.cursor, to: cursor, because: reason)
            (stream.cursor, stream.committedAt) = (cursor, cursor.map { _ in tx.now })
            return try repository.save(stream)
        }
    }
}
