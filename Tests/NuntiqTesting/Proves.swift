public import Testing

/// Says which clauses of the contract a test proves.
///
/// The ids stand in `Tests/clauses.txt`; a house test holds them, this trait and `Tests/unproven.txt` together. Ids are
/// written as literals, so that the sources alone tell who proves what.
public struct Proves: TestTrait, SuiteTrait {
    /// The ids, such as `partner/401-missing-header`.
    public let clauses: [String]

    /// A suite's clauses are proven by the suite as a whole, not by each of its tests.
    public var isRecursive: Bool { false }
}

extension Trait where Self == Proves {
    /// Says which clauses of `Tests/clauses.txt` this test proves.
    public static func proves(_ clauses: String...) -> Self {
        Proves(clauses: clauses)
    }
}
