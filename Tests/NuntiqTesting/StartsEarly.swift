public import Testing

/// Lets a test that takes minutes begin before the short ones, so that it does not run on alone at the end.
public struct StartsEarly: TestTrait, TestScoping {
    /// Runs the test ahead of those that wait for a place.
    public func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        try await TestPlaces.$isAhead.withValue(true) { try await function() }
    }
}

extension Trait where Self == StartsEarly {
    /// Lets this test begin before those that are soon done.
    public static var startsEarly: Self { StartsEarly() }
}
