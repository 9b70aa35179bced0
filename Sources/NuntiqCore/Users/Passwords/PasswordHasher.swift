import Dispatch
import NuntiqModel
public import NuntiqStore
import Synchronization

/// Hashes and compares passwords on threads of its own, few at a time.
///
/// Each takes some 32 MB for a good tenth of a second; more than ``waitingMax`` callers at once are refused.
public final class PasswordHasher: Sendable {
    static let waitingMax = 64

    /// The cost of new hashes.
    public let cost: PasswordHash.Cost
    private let environment: RuntimeEnvironment
    private let threads: [DispatchQueue]
    private let turn = Atomic<Int>(0)
    private let waiting = Atomic<Int>(0)
    /// Compared with where there is no password, so that an answer takes as long as it always does.
    private let nobody: PasswordHash?

    /// Makes a hasher; it hashes once to have something to compare with for users who are not there.
    public init(environment: RuntimeEnvironment, cost: PasswordHash.Cost = .standard) {
        self.cost = cost
        self.environment = environment
        threads = (0..<2).map { DispatchQueue(label: "nuntiq.password.\($0)", qos: .userInitiated) }
        let zeroes = String(repeating: "00", count: 32)
        nobody = PasswordHash(
            text: "scrypt$\(cost.logarithm)$\(cost.lanes)$\(Hexadecimal.encode(environment.random(16)))$\(zeroes)")
    }

    /// The hash of a new password.
    public func hash(_ password: String) async throws -> PasswordHash {
        let (salt, cost) = (environment.random(16), cost)
        return try await onThread { try PasswordHash(password, salt: salt, cost: cost) }
    }

    /// Whether `stored` is that password's; an empty or unreadable one never is, after the same time.
    func matches(_ password: String, _ stored: String?) async throws -> Bool {
        let known = stored.flatMap(PasswordHash.init(text:))
        guard let compared = known ?? nobody else { return false }
        return try await onThread { try compared.matches(password) && known != nil }
    }

    private func onThread<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        guard waiting.add(1, ordering: .relaxed).newValue <= Self.waitingMax else {
            waiting.subtract(1, ordering: .relaxed)
            throw SignInError.busy
        }
        defer { waiting.subtract(1, ordering: .relaxed) }
        let thread = threads[turn.add(1, ordering: .relaxed).newValue % threads.count]
        return try await withCheckedThrowingContinuation { continuation in
            thread.async { continuation.resume(with: Result { try body() }) }
        }
    }
}
