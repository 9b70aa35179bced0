import NuntiqModel
import NuntiqTesting
import Testing

@testable import NuntiqCore

@Suite
struct IntentTests {
    @Test(
        .proves("transitions/92-93-lapse-intent-95"), arguments: [Status.pendingAcknowledgement, .pendingResult],
        [false, true])
    func `with an intent a lapse or a give-back leads to 95`(held: Status, isGivenBack: Bool) throws {
        var story = try Story(at: held)
        try story.placeIntent()
        if isGivenBack { try story.giveBack() } else { story.wait(300) }
        #expect(story.status == .integrationInDoubt)
        #expect(story.state.handout == .verifyFirst)
    }

    @Test(.proves("transitions/95-not-before-deadline"))
    func `95 is not handed out before the push has ended and the ERP shows it`() throws {
        var story = try Story()
        try story.claim(60)
        try story.placeIntent(push: 1_000, settle: 100)
        #expect(story.state.intent?.pushSeconds == 60)
        #expect(story.state.readyAt == story.now + .seconds(160))
        story.wait(159)
        #expect(!story.state.isReady(at: story.now))
        story.wait(1)
        #expect(story.state.isReady(at: story.now))
    }

    @Test(.proves("transitions/intent-needs-live-lease"))
    func `an intent needs a live lease`() throws {
        var story = try Story(at: .pendingResult)
        story.wait(300)
        #expect(throws: IntegrationError.leaseLapsed(.pendingIntegrationFirst)) { try story.placeIntent() }
        try story.heartbeat()
        try story.placeIntent()
    }

    @Test(.proves("transitions/95-92-verify-first", "transitions/verify-first-holds-intent"))
    func `a verify_first claim takes the intent over`() throws {
        var story = try Story(at: .integrationInDoubt)
        story.wait(60)
        try story.claim(by: Story.other)
        #expect(story.state.status == .pendingAcknowledgement)
        #expect(story.state.intent?.erpReference == "R")
        #expect(throws: IntegrationError.leaseLost(.pendingAcknowledgement)) { try story.withdrawIntent() }
        story.wait(300)
        #expect(story.status == .integrationInDoubt)
    }

    @Test(.proves("transitions/verify-first-delete-91"))
    func `after the look-up found nothing a lapse leads to 91`() throws {
        var story = try Story(at: .integrationInDoubt)
        story.wait(60)
        try story.claim(by: Story.other)
        try story.withdrawIntent(by: Story.other)
        #expect(try story.withdrawIntent(by: Story.other).isRepeat)
        story.wait(300)
        #expect(story.status == .pendingIntegrationRetry)
    }

    @Test(.proves("transitions/95-91-not-in-erp"))
    func `a person settles a doubt either way`() throws {
        var posted = try Story(at: .integrationInDoubt)
        try posted.settle("E")
        #expect(posted.state.status == .processed)
        #expect(posted.codes == [.accepted])
        var absent = try Story(at: .integrationInDoubt)
        try absent.settle(nil)
        #expect(absent.state.status == .pendingIntegrationRetry)
        #expect(absent.state.readyAt == absent.now)
        #expect(absent.state.intent == nil)
        var failed = try Story(at: .integrationFailed)
        try failed.settle("E")
        #expect(failed.state.status == .processed)
    }

    @Test(.proves("transitions/95-never-straight", "transitions/95-96-hold", "transitions/96-release-95"))
    func `95 goes to 96 and back, never straight to 60, 98, 40 or 30`() throws {
        var story = try Story(at: .integrationInDoubt)
        func refuseAll(at status: Status) {
            for action in [HandlingAction.reject, .cancel, .edit] {
                #expect(throws: IntegrationError.self) {
                    try story.state.handle(action, reason: "r", by: Story.person, at: story.now)
                }
            }
            #expect(throws: IntegrationError.self) {
                try story.state.reprocess(reason: "r", by: Story.person, at: story.now)
            }
        }
        refuseAll(at: .integrationInDoubt)
        try story.handle(.hold)
        refuseAll(at: .integrationOnHold)
        try story.release()
        #expect(story.state.status == .integrationInDoubt)
        #expect(story.state.handout == .verifyFirst)
        #expect(story.state.intent != nil)
    }
}
