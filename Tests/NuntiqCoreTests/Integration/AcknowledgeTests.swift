import NuntiqModel
import NuntiqTesting
import Testing

@testable import NuntiqCore

@Suite
struct AcknowledgeTests {
    @Test(.proves("transitions/92-93-acknowledge"))
    func `the first acknowledge leads to 93 with IN_PROCESS and keeps the lease`() throws {
        var story = try Story(at: .pendingAcknowledgement)
        let lease = story.state.lease?.endsAt
        try story.acknowledge()
        #expect(story.state.status == .pendingResult)
        #expect(story.codes == [.inProcess])
        #expect(story.state.lease?.endsAt == lease)
    }

    @Test(
        .proves("transitions/acknowledge-idempotent"),
        arguments: [Status.pendingResult, .integrationFailed, .processed])
    func `the holder's acknowledge at 93, 97 and 100 changes nothing`(status: Status) throws {
        var story = try Story(at: status)
        let before = story.state
        #expect(try story.acknowledge().isRepeat)
        #expect(story.state == before)
    }

    @Test(.proves("transitions/acknowledge-409-status"), arguments: Status.notHandedOut)
    func `before the hand-out and after its end an acknowledge is refused by status`(status: Status) throws {
        var story = try Story(at: status)
        #expect(throws: IntegrationError.notLeased(status)) { try story.acknowledge() }
        #expect(IntegrationError.notLeased(status).message.contains("\(status.rawValue) (\(status.key))"))
    }

    @Test(
        .proves("transitions/acknowledge-409-not-holder"),
        arguments: [Status.pendingIntegrationFirst, .pendingIntegrationRetry, .integrationInDoubt])
    func `at 90, 91 and 95 only the last holder may acknowledge`(status: Status) throws {
        var story = try Story()
        try story.claim(by: Story.other, 60)
        story.wait(60)
        try story.claim(60)
        if status == .integrationInDoubt { try story.placeIntent() }
        story.wait(60)
        #expect(throws: IntegrationError.notLeaseHolder(story.status)) { try story.acknowledge(by: Story.other) }
        #expect(throws: IntegrationError.notLeaseHolder(story.status)) { try story.acknowledge(by: Story.lease(1)) }
        try story.acknowledge(by: Story.lease(2))
    }

    @Test(.proves("transitions/no-token-speaks-for-principal", "customer/lease-token-header"))
    func `a token speaks for its lease, whoever shows it; no token speaks for the principal`() throws {
        var story = try Story(at: .pendingAcknowledgement)
        let stranger = Caller(id: 5, actor: Story.other.actor)
        let wrong = Caller(id: 1, actor: Story.erp.actor, proof: .unknown)
        #expect(throws: IntegrationError.notLeaseHolder(.pendingAcknowledgement)) {
            try story.acknowledge(by: stranger)
        }
        #expect(throws: IntegrationError.notLeaseHolder(.pendingAcknowledgement)) { try story.acknowledge(by: wrong) }
        try story.acknowledge(by: Story.lease(1))
        story.wait(300)
        try story.claim()
        #expect(throws: IntegrationError.leaseLost(.pendingAcknowledgement)) {
            try story.acknowledge(by: Story.lease(1))
        }
        try story.acknowledge()
    }
}
