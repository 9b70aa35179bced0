import NuntiqModel
import NuntiqTesting
import Testing

@testable import NuntiqCore

/// What the pipeline and people make of an invoice before the hand-out: rows of the table, applied.
@Suite
struct AdvanceTests {
    @Test(
        .proves(
            "transitions/20-30", "transitions/30-90-ready", "transitions/30-40-validation", "transitions/30-40-match",
            "transitions/30-45-duplicate", "transitions/30-50-approval"),
        arguments: [
            (.pendingEnrichment, .enriching, .beginEnrichment, []),
            (.enriching, .pendingIntegrationFirst, .pass, [.ready]),
            (.enriching, .needsReview, .failValidation, [.validationFailed]),
            (.enriching, .needsReview, .failMatch, [.matchFailed]),
            (.enriching, .duplicateSuspected, .suspectDuplicate, [.duplicateDetected]),
            (.enriching, .pendingApproval, .requireApproval, [.pendingApproval]),
            (.needsReview, .enriching, .save, []),
            (.duplicateSuspected, .enriching, .denyDuplicate, []),
            (.pendingApproval, .pendingIntegrationFirst, .approve, [.approved, .ready]),
            (.pendingApproval, .needsReview, .sendBack, []),
        ] as [(Status, Status, Trigger, [LifecycleCode])])
    func `a row is applied with its messages`(
        from: Status, to: Status, trigger: Trigger, codes: [LifecycleCode]
    ) throws {
        let story = try Story(at: from)
        let change = try story.state.advance(to: to, by: trigger, .system, at: story.now)
        #expect(change.newStatus == to)
        #expect(change.events.flatMap(\.codes) == codes)
        #expect(change.state.version == story.state.version + 1)
        #expect(change.state.readyAt == (to == .pendingIntegrationFirst ? story.now : nil))
    }

    @Test(.proves("transitions/new-20-structured", "transitions/new-10-document"))
    func `an arrival tells RECEIVED`() {
        for status in [Status.receivedDocument, .pendingEnrichment] {
            let arrival = StateEvent.arrival(at: status, by: .system, at: Story.start)
            #expect(arrival.codes == [.received])
            #expect(Status.transition(from: nil, to: status, trigger: arrival.trigger ?? .pass) != nil)
        }
    }

    @Test(.proves("transitions/only-table-changes-status"))
    func `what the table does not have is refused, and what has happened already changes nothing`() throws {
        let story = try Story(at: .needsReview)
        #expect(throws: IntegrationError.self) {
            try story.state.advance(to: .pendingIntegrationFirst, by: .pass, .system, at: story.now)
        }
        #expect(try story.state.advance(to: .needsReview, by: .failValidation, .system, at: story.now).isRepeat)
    }

    @Test(.proves("transitions/40-50-60-96-98", "transitions/45-60-96-98", "transitions/50-40-60-96-98"))
    func `from a review an invoice is rejected, held or cancelled`() throws {
        for from in [Status.needsReview, .duplicateSuspected, .pendingApproval] {
            for action in [HandlingAction.reject, .hold, .cancel] {
                var story = try Story(at: from)
                try story.handle(action)
                #expect(story.state.status == action.target)
            }
        }
    }

    @Test(.proves("transitions/20-30-98"), arguments: [Status.pendingEnrichment, .enriching])
    func `what is being checked may be withdrawn or cancelled`(from: Status) throws {
        var story = try Story(at: from)
        let withdrawn = try story.state.withdraw(reason: "r", by: Story.person, at: story.now)
        #expect(withdrawn.newStatus == .integrationCancelled)
        #expect(withdrawn.events.flatMap(\.codes) == [.cancelled])
        try story.handle(.cancel)
        #expect(story.state.status == .integrationCancelled)
    }
}
