public import NuntiqModel
internal import NuntiqStore

/// Takes a file of master data in, a thousand lines at a time; memory does not grow with the file.
public struct MasterImport: Sendable {
    /// What is wanted.
    public struct Wish: Sendable, Hashable {
        /// What the lines are.
        public let kind: MasterKind
        /// Whether they take the place of the whole set.
        public var isFullLoad = false
        /// Whether more than half of the rows may go.
        public var allowsShrink = false
        /// Whether nothing is to be stored.
        public var isDryRun = false

        /// Rows to be taken in.
        public init(_ kind: MasterKind, isFullLoad: Bool = false, allowsShrink: Bool = false, isDryRun: Bool = false) {
            (self.kind, self.isFullLoad, self.allowsShrink, self.isDryRun) = (kind, isFullLoad, allowsShrink, isDryRun)
        }
    }

    /// What is wrong with a line.
    public struct Fault: Sendable, Hashable {
        /// The line of the file, from 1.
        public let line: Int
        /// The column as the first line names it; empty where it is the whole line.
        public let column: String
        /// What is wrong, as a sentence.
        public let message: String
    }

    /// What became of it.
    public struct Outcome: Sendable, Hashable {
        /// Lines that were read, without the first.
        public var rows = 0
        /// What changed; with a dry run what would, each thousand seen by itself.
        public var counts = MasterCounts()
        /// Rows that went with a replacement.
        public var removed: Int64?
        /// What is wrong; at most a thousand are told.
        public var faults: [Fault] = []
    }

    /// The most faults that are told.
    public static let faultsMax = 1_000

    let data: MasterData

    /// Works on a database.
    public init(data: MasterData) {
        self.data = data
    }

    /// Reads a file by `next`, which answers its next bytes, empty at the end.
    ///
    /// A thousand lines with a fault store nothing; a dry run goes on behind them, everything else ends there, and a
    /// replacement then leaves the old set as it is.
    /// - Throws: ``CSVError`` where the file is none, ``MasterDataError``, errors of the store.
    public func run(
        _ wish: Wish, in tenant: TenantID, by actor: Actor, reading next: () throws -> [UInt8],
        progress: (Int) -> Void
    ) async throws -> Outcome {
        let name = "import-\(Token.version7(at: data.environment.now(nil), random: data.environment.random(8)))"
        var intake = ImportIntake(wish: wish, name: name)
        var reader = CSVReader()
        var isAtEnd = false
        while !isAtEnd {
            let bytes = try next()
            isAtEnd = bytes.isEmpty
            for record in try isAtEnd ? reader.finish() : reader.feed(bytes) {
                guard try intake.take(record) else { continue }
                try await send(&intake, isLast: false, in: tenant, by: actor)
                progress(intake.outcome.rows)
                if intake.isStopped { return intake.outcome }
            }
        }
        guard intake.outcome.rows + intake.waiting.count > 0 else { throw CSVError.empty }
        try await send(&intake, isLast: true, in: tenant, by: actor)
        progress(intake.outcome.rows)
        return intake.outcome
    }

    private func send(_ intake: inout ImportIntake, isLast: Bool, in tenant: TenantID, by actor: Actor) async throws {
        let (wish, lines) = (intake.wish, intake.waiting.map(\.line))
        defer {
            intake.outcome.rows += lines.count
            intake.waiting = []
        }
        guard !intake.isStopped, !lines.isEmpty || isLast && wish.isFullLoad && !wish.isDryRun else { return }
        do {
            let request = try MasterRequest(intake.body(isLast: isLast), of: wish.kind)
            let answer =
                wish.isDryRun
                ? try await data.foresee(request, of: wish.kind, in: tenant, by: actor)
                : try await data.upsert(request, of: wish.kind, in: tenant, by: actor)
            intake.outcome.counts = intake.outcome.counts + answer.counts
            intake.outcome.removed = answer.removed
        } catch MasterDataError.invalid(let faults) {
            for fault in faults { intake.note(fault, lines) }
        }
    }
}
