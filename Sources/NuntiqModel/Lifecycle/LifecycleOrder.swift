/// The order in which clients and people may write lifecycle messages; Nuntiq's own are never refused.
public enum LifecycleOrder {
    /// Whether `code` may not follow these codes, which stand in the order of the timeline.
    ///
    /// - Returns: `nil` when it may, else what it collides with and what may follow instead.
    public static func breach(of code: LifecycleCode, after history: [LifecycleCode]) -> LifecycleBreach? {
        guard let obstacle = obstacle(to: code, after: history) else { return nil }
        return LifecycleBreach(code: code, obstacle: obstacle, mayFollow: mayFollow(history))
    }

    /// Every code that may follow these, in the order of the catalogue.
    public static func mayFollow(_ history: [LifecycleCode]) -> [LifecycleCode] {
        LifecycleCode.allCases.filter { obstacle(to: $0, after: history) == nil }
    }

    private static func obstacle(to code: LifecycleCode, after history: [LifecycleCode]) -> LifecycleBreach.Obstacle? {
        if code != .received && !history.contains(.received) { return .missing(.received) }
        if let closing = closing(history), code.tier != .intake, code != .credited {
            return .present(closing)
        }
        guard let opening = opening(of: code) else { return nil }
        let last = history.last { $0 == opening || $0 == code }
        return last == opening ? nil : .missing(opening)
    }

    /// The rejection or cancellation that stands; a reopening (`IN_PROCESS`) or a forced success (`ACCEPTED`) lifts it.
    private static func closing(_ history: [LifecycleCode]) -> LifecycleCode? {
        let deciding: Set<LifecycleCode> = [.rejected, .cancelled, .inProcess, .accepted]
        return history.last { deciding.contains($0) }.flatMap { $0 == .rejected || $0 == .cancelled ? $0 : nil }
    }

    /// The code that must stand, not undone yet, before this one may undo it.
    private static func opening(of code: LifecycleCode) -> LifecycleCode? {
        switch code {
        case .holdReleased: .onHold
        case .queryResolved: .underQuery
        case .approvalRevoked: .approved
        case .received, .duplicateDetected, .validationFailed, .validationWarning, .validationInfo, .ready,
            .acknowledged, .inProcess, .matched, .matchFailed, .underQuery, .onHold, .pendingApproval, .approved,
            .conditionallyAccepted, .accepted, .disputed, .rejected, .paymentScheduled, .paymentInitiated,
            .partiallyPaid, .paid, .paymentFailed, .credited, .cancelled:
            nil
        }
    }
}

/// A lifecycle message that may not follow those on the timeline.
public struct LifecycleBreach: Sendable, Hashable {
    /// What stands in the way.
    public enum Obstacle: Sendable, Hashable {
        /// A code that would have to come first, or to stand again.
        case missing(LifecycleCode)
        /// A code after which this one cannot come.
        case present(LifecycleCode)
    }

    /// The code that was to be written.
    public let code: LifecycleCode
    /// What stands in the way.
    public let obstacle: Obstacle
    /// What may follow instead.
    public let mayFollow: [LifecycleCode]

    /// The breach as a sentence that names both codes.
    public var message: String {
        switch obstacle {
        case .missing(let other): "\(code.rawValue) may only follow \(other.rawValue)."
        case .present(let other): "\(code.rawValue) may not follow \(other.rawValue)."
        }
    }
}
