/// When an item that failed is tried again, and when no more.
public struct RetryPolicy: Sendable, Hashable {
    /// The pause after the first failure; it doubles with each further one.
    public var firstPause: Duration
    /// The longest pause.
    public var pauseMax: Duration
    /// After so many attempts an item is parked.
    public var attemptsMax: Int

    /// Makes a policy; the default tries for about an hour.
    public init(firstPause: Duration = .seconds(1), pauseMax: Duration = .seconds(900), attemptsMax: Int = 12) {
        self.firstPause = firstPause
        self.pauseMax = pauseMax
        self.attemptsMax = attemptsMax
    }

    /// What follows on an outcome; `chance` in 0…255 spreads the pauses by a quarter either way.
    func settlement(of outcome: WorkOutcome, attempts: Int, chance: UInt8) -> WorkSettlement {
        switch outcome {
        case .done: .remove
        case .park(let reason): .park(reason: reason)
        case .retry(_, let reason) where attempts >= attemptsMax: .park(reason: reason)
        case .retry(let after?, let reason): .again(after: after, attempts: attempts, reason: reason)
        case .retry(nil, let reason):
            .again(after: pause(after: attempts, chance: chance), attempts: attempts, reason: reason)
        }
    }

    private func pause(after attempts: Int, chance: UInt8) -> Duration {
        let doublings = min(max(attempts - 1, 0), 30)
        let pause = min(firstPause * (1 << doublings), pauseMax)
        return pause * (192 + Int(chance) / 2) / 256
    }
}
