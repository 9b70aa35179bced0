import NuntiqModel
import NuntiqTesting
import Testing

@testable import NuntiqCore

@Suite
struct HandlingTests {
    @Test(
        .proves("transitions/pending-action-applied", "transitions/pending-action-replaced"),
        arguments: HandlingAction.allCases, ["lapse", "give back", "failure"])
    func `what is asked for under a lease happens when it ends without success`(
        action: HandlingAction, end: String
    ) throws {
        var story = try Story(at: .pendingResult)
        try story.handle(action == .hold ? .cancel : .hold)
        let asked = try story.handle(action)
        #expect(!asked.statusChanged)
        #expect(asked.pendingAction?.action == action)
        switch end {
        case "lapse": story.wait(300)
        case "give back": try story.giveBack()
        default: try story.report(failure: "X")
        }
        #expect(story.status == action.target)
        story.tell(story.state.settled(at: story.now))
        #expect(story.state.pendingAction == nil)
        #expect(throws: IntegrationError.self) { try story.acknowledge() }
    }

    @Test func `a success voids what waits`() throws {
        var story = try Story(at: .pendingResult)
        try story.handle(.reject)
        try story.succeed("A")
        #expect(story.state.status == .processed)
        #expect(story.state.pendingAction == nil)
        #expect(story.events.last?.payload["dropped_pending_action"] == "reject")
    }

    @Test(.proves("transitions/pending-action-95-hold-only"), arguments: HandlingAction.allCases)
    func `at 95 only a hold applies; the others wait until the doubt is gone`(action: HandlingAction) throws {
        var story = try Story(at: .pendingResult)
        try story.placeIntent()
        try story.handle(action)
        story.wait(300)
        #expect(story.status == (action == .hold ? .integrationOnHold : .integrationInDoubt))
        guard action != .hold else { return }
        try story.settle(nil)
        #expect(story.state.status == action.target)
    }

    @Test(
        .proves(
            "transitions/90-91-60-96-98", "transitions/90-91-40-edit", "transitions/97-30-40-96-98-60",
            "transitions/edit-90-91-97-to-40"),
        arguments: [Status.pendingIntegrationFirst, .pendingIntegrationRetry, .integrationFailed],
        HandlingAction.allCases)
    func `before the hand-out and after a failure actions apply at once`(from: Status, action: HandlingAction) throws {
        var story = try Story(at: from)
        try story.handle(action)
        #expect(story.state.status == action.target)
        let codes: [HandlingAction: [LifecycleCode]] = [.hold: [.onHold], .reject: [.rejected], .cancel: [.cancelled]]
        #expect(story.codes == codes[action] ?? [])
        #expect(story.state.readyAt == nil)
    }

    @Test(
        .proves("transitions/90-91-30-reprocess"),
        arguments: [Status.pendingIntegrationFirst, .pendingIntegrationRetry, .integrationFailed, .needsReview])
    func `reprocessing leads to 30`(from: Status) throws {
        let story = try Story(at: from)
        let change = try story.state.reprocess(reason: "r", by: Story.person, at: story.now)
        #expect(change.newStatus == .enriching)
    }

    @Test(
        .proves("transitions/96-release", "transitions/97-91-release"),
        arguments: [
            Status.pendingIntegrationFirst, .pendingIntegrationRetry, .integrationFailed, .needsReview,
            .duplicateSuspected, .pendingApproval,
        ])
    func `a release returns to the status it was held from, ready at once`(from: Status) throws {
        var story = try Story(at: from)
        try story.handle(.hold)
        story.wait(5)
        try story.release()
        #expect(story.state.status == from)
        #expect(story.codes == [.onHold, .holdReleased])
        let isReady = from.group == .pendingIntegration
        #expect(story.state.readyAt == (isReady ? story.now : nil))
    }

    @Test(.proves("transitions/96-release-firewall-30", "transitions/30-96-firewall"))
    func `a hold by rule at 30 is released to 30`() throws {
        var story = try Story(at: .enriching)
        story.tell(try story.state.advance(to: .integrationOnHold, by: .hold, .system, at: story.now))
        #expect(story.codes == [.onHold])
        try story.release()
        #expect(story.state.status == .enriching)
    }

    @Test(.proves("transitions/96-60-98"), arguments: [HandlingAction.reject, .cancel])
    func `what is on hold may be rejected or cancelled`(action: HandlingAction) throws {
        var story = try Story(at: .integrationOnHold)
        try story.handle(action)
        #expect(story.state.status == action.target)
    }

    @Test(
        .proves("transitions/content-immutable"),
        arguments: [Status.integrationInDoubt, .processed])
    func `content cannot change at 95 and 100`(status: Status) throws {
        var story = try Story(at: status)
        #expect(throws: IntegrationError.contentImmutable(status)) { try story.handle(.edit) }
    }

    @Test(.proves("transitions/60-98-40-reopen"), arguments: [Status.rejected, .integrationCancelled])
    func `a person reopens what was rejected or cancelled`(status: Status) throws {
        let story = try Story(at: status)
        let change = try story.state.reopen(reason: "r", by: Story.person, at: story.now)
        #expect(change.newStatus == .needsReview)
        #expect(change.events.flatMap(\.codes) == [.inProcess])
    }

    @Test func `an edit on hold leads to a review on release`() throws {
        var story = try Story(at: .integrationOnHold)
        try story.handle(.edit)
        #expect(story.state.status == .integrationOnHold)
        try story.release()
        #expect(story.state.status == .needsReview)
    }

    @Test func `a hold that waits can be taken back`() throws {
        var story = try Story(at: .pendingResult)
        try story.handle(.hold)
        try story.release()
        story.wait(300)
        #expect(story.status == .pendingIntegrationFirst)
    }
}
