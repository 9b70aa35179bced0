import NuntiqModel
import Testing

@testable import NuntiqCore

/// One invoice and a clock; a test tells what happens to it, verb by verb.
struct Story {
    static let start = Instant(microseconds: 1_772_366_400_000_000)
    static let erp = Caller(id: 1, actor: Actor(source: "EXTERNAL_API", type: "API_CLIENT", id: "1", name: "erp"))
    static let other = Caller(id: 2, actor: Actor(source: "EXTERNAL_API", type: "API_CLIENT", id: "2", name: "other"))
    static let person = Actor(source: "MANUAL_USER", type: "USER", id: "9", name: "Ada")

    var state: InvoiceState
    var now = start
    var events: [StateEvent] = []
    var incidents: [Incident] = []

    /// An invoice that the pipeline left at `status`.
    init(at status: Status = .pendingIntegrationFirst) throws {
        let token = Token.version7(at: Self.start, random: Array(repeating: 1, count: 8))
        state = InvoiceState(
            new: token, of: TenantID(rawValue: 1), account: 7, status: .pendingEnrichment,
            references: ["", "", "", "", ""], at: Self.start)
        let route: [(Status, Trigger)] =
            switch status {
            case .pendingEnrichment: []
            case .enriching: [(.enriching, .beginEnrichment)]
            case .needsReview: [(.needsReview, .failValidation)]
            case .duplicateSuspected: [(.duplicateSuspected, .suspectDuplicate)]
            case .pendingApproval: [(.pendingApproval, .requireApproval)]
            case .rejected: [(.needsReview, .failValidation), (.rejected, .reject)]
            case .integrationOnHold: [(.pendingIntegrationFirst, .pass), (.integrationOnHold, .hold)]
            case .integrationCancelled: [(.integrationCancelled, .cancel)]
            default: [(.pendingIntegrationFirst, .pass)]
            }
        for (status, trigger) in route { state = try state.advance(to: status, by: trigger, .system, at: now).state }
        switch status {
        case .pendingIntegrationRetry:
            try fail()
            try release()
        case .pendingAcknowledgement: try claim()
        case .pendingResult:
            try claim()
            try acknowledge()
        case .integrationInDoubt: try becomeDoubtful()
        case .integrationFailed: try fail()
        case .processed:
            try claim()
            try succeed("A")
        default: break
        }
        events = []
        try #require(state.status == status)
    }

    var status: Status { state.status(at: now) }

    /// The codes of the lifecycle messages so far.
    var codes: [LifecycleCode] { events.flatMap(\.codes) }

    mutating func wait(_ seconds: Int64) {
        now = now + .seconds(seconds)
    }

    @discardableResult
    mutating func tell(_ change: StateChange) -> StateChange {
        incidents += change.incidents
        guard change.refusal == nil else { return change }
        state = change.state
        events += change.events
        return change
    }

    mutating func claim(by caller: Caller = erp, _ seconds: Int64 = 300) throws {
        tell(state.claim(by: caller.id, seconds: seconds, at: now))
    }

    @discardableResult
    mutating func acknowledge(by caller: Caller = erp) throws -> StateChange {
        tell(try state.acknowledge(by: caller, at: now))
    }

    @discardableResult
    mutating func heartbeat(by caller: Caller = erp, _ seconds: Int64? = nil) throws -> StateChange {
        tell(try state.heartbeat(by: caller, extend: seconds, at: now))
    }

    @discardableResult
    mutating func giveBack(by caller: Caller = erp) throws -> StateChange {
        tell(try state.giveBack(by: caller, at: now))
    }

    @discardableResult
    mutating func placeIntent(by caller: Caller = erp, push: Int64? = nil, settle: Int64 = 60) throws -> StateChange {
        let request = IntentRequest(erpReference: "R", payloadHash: "H", pushSeconds: push, settleSeconds: settle)
        return tell(try state.placeIntent(request, by: caller, at: now))
    }

    @discardableResult
    mutating func withdrawIntent(by caller: Caller = erp) throws -> StateChange {
        tell(try state.withdrawIntent(by: caller, at: now))
    }

    @discardableResult
    mutating func succeed(_ id: String?, by caller: Caller = erp, force: Bool = false) throws -> StateChange {
        tell(try state.reportSuccess(PostingReport(externalIDs: [id]), by: caller, force: force, at: now))
    }

    @discardableResult
    mutating func report(failure code: String, by caller: Caller = erp, force: Bool = false) throws -> StateChange {
        tell(try state.reportFailure(FailureReport(code: code, message: nil), by: caller, force: force, at: now))
    }

    @discardableResult
    mutating func handle(_ action: HandlingAction) throws -> StateChange {
        tell(try state.handle(action, reason: "because", by: Self.person, at: now))
    }

    @discardableResult
    mutating func release() throws -> StateChange {
        tell(try state.release(reason: "because", by: Self.person, at: now))
    }

    @discardableResult
    mutating func settle(_ id: String?) throws -> StateChange {
        let caller = Caller(id: 99, actor: Self.person)
        guard let id else { return tell(try state.settleAsNotPosted(reason: "looked", by: caller, at: now)) }
        let report = PostingReport(externalIDs: [id])
        return tell(try state.settle(as: report, reason: "looked", by: caller, at: now))
    }

    /// Claimed and failed.
    mutating func fail() throws {
        try claim()
        try report(failure: "LINE_MISMATCH")
    }

    /// Claimed, about to be posted, and then silence.
    mutating func becomeDoubtful() throws {
        try claim(60)
        try placeIntent(push: 10)
        wait(60)
        tell(state.settled(at: now))
    }

    /// The lease with this fence, shown by somebody who never leased the invoice.
    static func lease(_ fence: Int64) -> Caller {
        Caller(id: 77, actor: other.actor, proof: .fence(fence))
    }
}

extension Status {
    /// Everything before the hand-out, and where it ends without one.
    static let notHandedOut: [Status] = [
        .pendingEnrichment, .enriching, .needsReview, .duplicateSuspected, .pendingApproval, .rejected,
        .integrationOnHold, .integrationCancelled,
    ]
}
