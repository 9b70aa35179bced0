import NuntiqModel
import NuntiqTesting
import Testing

@testable import NuntiqCore

@Suite
struct ResultTests {
    @Test(
        .proves(
            "transitions/92-100-result", "transitions/93-100-result", "transitions/lease-ends-when-leaving",
            "customer/result-from-92"),
        arguments: [Status.pendingAcknowledgement, .pendingResult])
    func `a success leads to 100 with ACCEPTED and ends the lease`(from: Status) throws {
        var story = try Story(at: from)
        try story.succeed("A")
        #expect(story.state.status == .processed)
        #expect(story.codes == [.accepted])
        #expect(story.state.lease == nil)
        #expect(story.state.readyAt == nil)
        #expect(story.state.integration.externalIDs == ["A", nil, nil])
    }

    @Test(
        .proves("transitions/92-97-failure", "transitions/93-97-failure", "customer/result-failure-fields"),
        arguments: [Status.pendingAcknowledgement, .pendingResult])
    func `a failure leads to 97 with code and message, and clears the intent`(from: Status) throws {
        var story = try Story(at: from)
        try story.placeIntent()
        try story.report(failure: "LINE_MISMATCH")
        #expect(story.state.status == .integrationFailed)
        #expect(story.state.integration.failureCode == "LINE_MISMATCH")
        #expect(story.state.intent == nil)
    }

    @Test(
        .proves("transitions/90-91-late-result", "transitions/95-97-intent-holder", "transitions/95-100-late-success"))
    func `the last holder's results count after the lapse, at 90 and at 95`() throws {
        for hasIntent in [false, true] {
            for isSuccess in [false, true] {
                var story = try Story(at: .pendingResult)
                if hasIntent { try story.placeIntent() }
                story.wait(1_000)
                #expect(story.status == (hasIntent ? .integrationInDoubt : .pendingIntegrationFirst))
                if isSuccess { try story.succeed("A") } else { try story.report(failure: "X") }
                #expect(story.state.status == (isSuccess ? .processed : .integrationFailed))
            }
        }
    }

    @Test(
        .proves(
            "transitions/late-success-100", "transitions/success-any-former-holder",
            "transitions/readopt-success-never-lost", "transitions/96-late-success", "transitions/97-100-late-success"))
    func `a success of an earlier holder counts at every status that is not final`() throws {
        for action in [HandlingAction?.none, .hold, .edit] {
            var story = try Story(at: .pendingResult)
            story.wait(300)
            if let action { try story.handle(action) } else { try story.claim(by: Story.other) }
            try story.succeed("A")
            #expect(story.state.status == .processed)
        }
        var failed = try Story(at: .integrationFailed)
        try failed.succeed("A")
        #expect(failed.state.status == .processed)
    }

    @Test(.proves("transitions/success-ends-newer-lease"))
    func `a stale success ends a newer lease, whose holder learns it at its next call`() throws {
        var story = try Story(at: .pendingResult)
        story.wait(300)
        try story.claim(by: Story.other)
        try story.placeIntent(by: Story.other)
        try story.succeed("A")
        #expect(story.state.lease == nil)
        #expect(throws: IntegrationError.leaseLost(.processed)) { try story.heartbeat(by: Story.other) }
        #expect(throws: IntegrationError.leaseLost(.processed)) { try story.acknowledge(by: Story.other) }
        #expect(try story.succeed("B", by: Story.other).refusal != nil)
    }

    @Test(.proves("transitions/success-stranger-409"), arguments: Status.allCases.filter { $0.rawValue >= 20 })
    func `a stranger's success is refused first, naming the status`(status: Status) throws {
        var story = try Story(at: status)
        #expect(throws: IntegrationError.notLeaseHolder(status)) { try story.succeed("A", by: Story.other) }
        #expect(IntegrationError.notLeaseHolder(status).message.contains(status.key))
    }

    @Test(.proves("transitions/success-stranger-override", "customer/result-override-recorded"))
    func `force_override lets a stranger's success through, and that is recorded`() throws {
        var story = try Story(at: .needsReview)
        try story.succeed("A", by: Story.other, force: true)
        #expect(story.state.status == .processed)
        #expect(story.state.integration.overridden)
        #expect(story.events.last?.payload["force_override"] == true)
        #expect(story.events.last?.by.name == "other")
    }

    @Test(.proves("transitions/100-else-409", "customer/result-conflict-409", "transitions/double-posting-suspected"))
    func `at 100 another posting is refused and suspected, a failure is refused, the same again changes nothing`()
        throws
    {
        var story = try Story(at: .processed)
        #expect(try story.succeed("A").isRepeat)
        #expect(try story.succeed("B").refusal == .alreadyProcessed(recorded: "A", reported: "B"))
        #expect(story.incidents.map(\.kind) == [.doublePostingSuspected])
        #expect(story.incidents.first?.detail["recorded_external_id_1"] == "A")
        #expect(story.incidents.first?.detail["reported_external_id_1"] == "B")
        #expect(throws: IntegrationError.alreadyProcessed(recorded: "A", reported: nil)) {
            try story.report(failure: "X")
        }
        #expect(story.state.integration.externalIDs[0] == "A")
    }

    @Test(
        .proves(
            "transitions/100-97-override", "transitions/100-100-override-ids", "transitions/100-97-person-releases"))
    func `force_override replaces a posting, or takes it back to 97, which only a person releases`() throws {
        var story = try Story(at: .processed)
        try story.succeed("B", force: true)
        #expect(story.state.integration.externalIDs[0] == "B")
        #expect(story.state.status == .processed)
        try story.report(failure: "X", force: true)
        #expect(story.state.status == .integrationFailed)
        #expect(story.state.integration.overridden)
        try story.release()
        #expect(story.state.status == .pendingIntegrationRetry)
        #expect(!story.state.integration.overridden)
    }

    @Test(
        .proves("transitions/success-60-98-409", "transitions/success-60-98-override"),
        arguments: [HandlingAction.reject, .cancel])
    func `a success after the end is refused as an incident, unless forced`(action: HandlingAction) throws {
        var story = try Story(at: .pendingResult)
        story.wait(300)
        try story.handle(action)
        let change = try story.succeed("A")
        #expect(change.refusal == .invoiceClosed(story.state.status))
        #expect(story.incidents.map(\.kind) == [.postedAfterClose])
        try story.succeed("A", force: true)
        #expect(story.state.status == .processed)
    }

    @Test(.proves("transitions/97-97-updated"))
    func `another failure at 97 replaces the first, the same one changes nothing`() throws {
        var story = try Story(at: .integrationFailed)
        #expect(try story.report(failure: "LINE_MISMATCH").isRepeat)
        let change = try story.report(failure: "PERIOD_CLOSED")
        #expect(!change.statusChanged)
        #expect(story.state.integration.failureCode == "PERIOD_CLOSED")
    }
}
