import NuntiqModel
import NuntiqTesting
import Testing

@testable import NuntiqCore

@Suite
struct LeaseTests {
    @Test(
        .proves("transitions/90-92-claim", "transitions/91-92-claim"),
        arguments: [Status.pendingIntegrationFirst, .pendingIntegrationRetry])
    func `a claim leads to 92 and its lapse back to where it was claimed from`(from: Status) throws {
        var story = try Story(at: from)
        try story.claim()
        #expect(story.status == .pendingAcknowledgement)
        #expect(Status.transition(from: from, to: .pendingAcknowledgement, trigger: .claim) != nil)
        story.wait(300)
        #expect(story.status == from)
    }

    @Test(
        .proves("transitions/92-lapse-back", "transitions/93-lapse-back", "transitions/lapse-exact"),
        arguments: [Status.pendingAcknowledgement, .pendingResult])
    func `a lapse is exact, ends the lease and is dated at its moment`(held: Status) throws {
        var story = try Story(at: held)
        let end = try #require(story.state.lease?.endsAt)
        story.now = end - .microseconds(1)
        #expect(story.status == held)
        story.now = end + .seconds(40)
        #expect(story.status == .pendingIntegrationFirst)
        let change = story.state.settled(at: story.now)
        #expect(change.events.map(\.at) == [end])
        #expect(change.events.map(\.kind) == ["lapse"])
        #expect(change.state.lease == nil)
        #expect(change.state.version == story.state.version(at: story.now))
        #expect(change.state.updatedAt == end)
    }

    @Test(.proves("customer/lease-lapses-on-time"))
    func `what is stored while leased says all about the lapse`() throws {
        var story = try Story()
        try story.claim(60)
        let lapsed = story.state.settled(at: story.now + .seconds(60)).state
        #expect(lapsed.status == story.state.lease?.lapseStatus)
        #expect(lapsed.readyAt == story.state.readyAt)
        #expect(lapsed.handout == story.state.handout)
    }

    @Test(
        .proves("transitions/92-93-give-back", "transitions/give-back-now", "customer/give-back"),
        arguments: [Status.pendingAcknowledgement, .pendingResult])
    func `giving back returns the invoice at once, and nobody goes on with that lease`(held: Status) throws {
        var story = try Story(at: held)
        story.wait(10)
        try story.giveBack()
        #expect(story.state.status == .pendingIntegrationFirst)
        #expect(story.state.readyAt == story.now)
        #expect(story.state.lapses == 0)
        #expect(throws: IntegrationError.leaseLost(.pendingIntegrationFirst)) { try story.acknowledge() }
        #expect(try story.giveBack().isRepeat)
    }

    @Test(.proves("customer/heartbeat"))
    func `a heartbeat moves the end and tells nothing; it never shortens`() throws {
        var story = try Story(at: .pendingResult)
        story.wait(100)
        let version = story.state.version
        try story.heartbeat(600)
        #expect(story.state.lease?.endsAt == story.now + .seconds(600))
        try story.heartbeat(60)
        #expect(story.state.lease?.endsAt == story.now + .seconds(600))
        #expect(story.events.isEmpty)
        #expect(story.state.version == version)
        #expect(story.state.status == .pendingResult)
    }

    @Test(.proves("transitions/readopt-heartbeat-92"), arguments: [false, true])
    func `a heartbeat after the lapse takes the lease up again for its old length`(isInDoubt: Bool) throws {
        var story = try Story()
        try story.claim(90)
        if isInDoubt { try story.placeIntent() }
        story.wait(500)
        try story.heartbeat(1_000)
        #expect(story.state.status == .pendingAcknowledgement)
        #expect(story.state.fence == 1)
        #expect(story.state.lease?.endsAt == story.now + .seconds(90))
        #expect(story.events.map(\.kind).suffix(2) == ["lapse", "heartbeat"])
        #expect((story.state.intent != nil) == isInDoubt)
    }

    @Test(.proves("transitions/readopt-acknowledge-93", "customer/result-previous-pending"))
    func `an acknowledge after the lapse takes the lease up again and leads to 93`() throws {
        var story = try Story()
        try story.claim(90)
        story.wait(500)
        let change = try story.acknowledge()
        #expect(change.previousStatus.group == .pendingIntegration)
        #expect(story.state.status == .pendingResult)
        #expect(story.state.lease?.endsAt == story.now + .seconds(90))
        #expect(story.state.fence == 1)
    }

    @Test(.proves("transitions/readopt-lease-lost"))
    func `a lapsed lease is lost to another's lease, to a change and to an end, and to nothing else`() throws {
        var leased = try Story(at: .pendingAcknowledgement)
        leased.wait(300)
        try leased.claim(by: Story.other)
        #expect(throws: IntegrationError.leaseLost(.pendingAcknowledgement)) { try leased.acknowledge() }
        #expect(throws: IntegrationError.leaseLost(.pendingAcknowledgement)) { try leased.heartbeat() }
        #expect(throws: IntegrationError.leaseLost(.pendingAcknowledgement)) { try leased.placeIntent() }
        #expect(throws: IntegrationError.leaseLost(.pendingAcknowledgement)) { try leased.report(failure: "X") }
        for (action, status) in [(HandlingAction.edit, Status.needsReview), (.hold, .integrationOnHold)] {
            var changed = try Story(at: .pendingAcknowledgement)
            changed.wait(300)
            try changed.handle(action)
            #expect(throws: IntegrationError.leaseLost(status)) { try changed.acknowledge() }
            #expect(throws: IntegrationError.leaseLost(status)) { try changed.heartbeat() }
        }
        var untouched = try Story(at: .pendingResult)
        untouched.wait(100_000)
        try untouched.acknowledge()
    }

    @Test(.proves("transitions/fifth-lapse-97", "transitions/lapses-counted-anew"))
    func `five lapses in a row fail the invoice; a release counts anew`() throws {
        var story = try Story()
        for _ in 0..<5 {
            try story.claim(60)
            story.now = max(story.state.readyAt ?? story.now, story.now + .seconds(60))
        }
        story.tell(story.state.settled(at: story.now))
        #expect(story.state.status == .integrationFailed)
        #expect(story.state.integration.failureCode == "LEASE_LAPSED_REPEATEDLY")
        try story.release()
        #expect(story.state.lapses == 0)
        try story.claim(60)
        story.wait(60)
        #expect(story.status == .pendingIntegrationRetry)
        #expect(story.state.readyAt == story.now)
    }

    @Test(.proves("transitions/fifth-lapse-intent-95"))
    func `the fifth lapse with an intent leads to 95 and is flagged`() throws {
        var story = try Story()
        for lapse in 1...5 {
            try story.claim(60)
            if lapse == 5 { try story.placeIntent() }
            story.now = max(story.state.readyAt ?? story.now, story.now + .seconds(60))
        }
        story.tell(story.state.settled(at: story.now))
        #expect(story.state.status == .integrationInDoubt)
        #expect(story.incidents.map(\.kind) == [.leaseLapsedRepeatedly])
    }
}
