import NuntiqModel
import NuntiqTesting
import Testing

@testable import NuntiqCore

/// What people decide before the hand-out, row by row.
@Suite
struct ReviewTests {
    private static let original = Token.version7(at: Story.start, random: Array(repeating: 9, count: 8))

    private func reviewer(_ rights: Reviewer.Right...) throws -> Reviewer {
        try #require(Reviewer(Story.person, rights: Set(rights)))
    }

    /// An invoice that came as a document.
    private func document(at status: Status) throws -> Story {
        var story = try Story()
        story.state = InvoiceState(
            new: story.state.token, of: TenantID(rawValue: 1), account: 7, status: .receivedDocument,
            references: ["", "", "", "", ""], at: story.now)
        if status == .extracting {
            story.state = try story.state.advance(to: status, by: .beginExtraction, .system, at: story.now).state
        }
        return story
    }

    @Test(
        .proves("transitions/10-15-20", "transitions/10-15-40"), arguments: [Status.receivedDocument, .extracting])
    func `a document is extracted, or needs a person`(from: Status) throws {
        let story = try document(at: from)
        let read = try story.state.advance(to: .pendingEnrichment, by: .finishExtraction, .system, at: story.now)
        #expect(read.newStatus == .pendingEnrichment)
        let unread = try story.state.advance(to: .needsReview, by: .failExtraction, .system, at: story.now)
        #expect(unread.newStatus == .needsReview)
        #expect(unread.events.flatMap(\.codes) == [])
    }

    @Test(.proves("transitions/10-15-60-98"), arguments: [Status.receivedDocument, .extracting])
    func `a document is rejected, cancelled or withdrawn before it is read`(from: Status) throws {
        for action in [HandlingAction.reject, .cancel] {
            var story = try document(at: from)
            try story.handle(action)
            #expect(story.state.status == action.target)
        }
        let story = try document(at: from)
        let withdrawn = try story.state.withdraw(reason: "r", by: Story.person, at: story.now)
        #expect(withdrawn.newStatus == .integrationCancelled)
    }

    @Test(.proves("transitions/crash-recovery-back"))
    func `back to 10 and 20 only the crash recovery leads`() throws {
        for (from, to) in [(Status.extracting, Status.receivedDocument), (.enriching, .pendingEnrichment)] {
            let rows = Status.transitions.filter { $0.from == from && $0.to == to && $0.trigger != .finishExtraction }
            #expect(rows.map(\.trigger) == [.recover])
            #expect(rows.map(\.by) == [[.clock]])
        }
        let story = try Story(at: .enriching)
        let back = try story.state.advance(to: .pendingEnrichment, by: .recover, .system, at: story.now)
        #expect(back.newStatus == .pendingEnrichment)
        #expect(throws: IntegrationError.self) {
            try story.state.advance(to: .pendingEnrichment, by: .save, Story.person, at: story.now)
        }
    }

    @Test(.proves("transitions/40-30-saved"))
    func `saving, or data that was awaited, leads to 30`() throws {
        let story = try Story(at: .needsReview)
        #expect(try story.state.save(by: Story.person, at: story.now).newStatus == .enriching)
        let arrived = try story.state.advance(to: .enriching, by: .dataArrived, .system, at: story.now)
        #expect(arrived.newStatus == .enriching)
        let ready = try Story()
        #expect(throws: IntegrationError.self) { try ready.state.save(by: Story.person, at: ready.now) }
    }

    @Test(.proves("transitions/40-90-override"))
    func `an override needs the right and a reason, and tells READY`() throws {
        let story = try Story(at: .needsReview)
        let change = try story.state.override(reason: "known", by: reviewer(.override), at: story.now)
        #expect(change.newStatus == .pendingIntegrationFirst)
        #expect(change.events.flatMap(\.codes) == [.ready])
        #expect(change.state.isReady(at: story.now))
        #expect(change.events.last?.payload["note_internal"] == "known")
        #expect(throws: IntegrationError.rightMissing("let an invoice pass in spite of errors")) {
            try story.state.override(reason: "known", by: reviewer(.approve), at: story.now)
        }
        #expect(throws: IntegrationError.reasonMissing) {
            try story.state.override(reason: " ", by: reviewer(.override), at: story.now)
        }
        #expect(Reviewer(Story.erp.actor, rights: [.override]) == nil)
        let rows = Status.transitions.filter { $0.from == .needsReview && $0.to == .pendingIntegrationFirst }
        #expect(rows.map(\.trigger) == [.override])
    }

    @Test func `a duplicate is denied or confirmed`() throws {
        let story = try Story(at: .duplicateSuspected)
        let denied = try story.state.denyDuplicate(of: Self.original, reason: "r", by: Story.person, at: story.now)
        #expect(denied.newStatus == .enriching)
        #expect(denied.events.last?.payload["not_duplicate_of"]?.string == Self.original.description)
        let confirmed = try story.state.confirmDuplicate(
            of: Self.original, reason: "r", by: Story.person, at: story.now)
        #expect(confirmed.newStatus == .rejected)
        #expect(confirmed.events.flatMap(\.codes) == [.rejected])
    }

    @Test(.proves("transitions/50-90-approved"))
    func `an approval tells APPROVED and READY, and never comes from who edited it`() throws {
        let story = try Story(at: .pendingApproval)
        let change = try story.state.approve(by: reviewer(.approve), handledBy: ["7"], at: story.now)
        #expect(change.newStatus == .pendingIntegrationFirst)
        #expect(change.events.flatMap(\.codes) == [.approved, .ready])
        #expect(change.state.isReady(at: story.now))
        #expect(throws: IntegrationError.self) {
            try story.state.approve(by: reviewer(.approve), handledBy: [Story.person.id], at: story.now)
        }
        #expect(throws: IntegrationError.self) {
            try story.state.approve(by: reviewer(.override), handledBy: [], at: story.now)
        }
        #expect(Reviewer(Story.erp.actor, rights: [.approve]) == nil)
        #expect(try story.state.sendBack(reason: "r", by: reviewer(.approve), at: story.now).newStatus == .needsReview)
    }

    @Test(
        .proves("transitions/50-30-voided"),
        arguments: [
            ("grossAmount", true), ("supplierNumber", true), ("iban", true), ("lines[2].glAccount", true),
            ("lines[0].unitPrice", true), ("taxes[0].taxAmount", true), ("lines", true), ("notes", false),
            ("lines[2].description", false), ("poNumber", false),
        ])
    func `an edit of what approvals are about voids them`(field: String, isVoided: Bool) throws {
        var story = try Story(at: .pendingApproval)
        story.tell(
            try story.state.handle(
                .edit, reason: "typo", edit: .init(present: [field: "x"]), by: Story.person, at: story.now))
        #expect(story.state.status == (isVoided ? .enriching : .pendingApproval))
        #expect(story.events.last?.trigger == (isVoided ? .voidApproval : nil))
    }

    @Test(arguments: [Status.pendingIntegrationFirst, .pendingIntegrationRetry])
    func `a pull-back takes an invoice from the queue`(from: Status) throws {
        let story = try Story(at: from)
        let change = try story.state.pullBack(reason: "r", by: Story.person, at: story.now)
        #expect(change.newStatus == .needsReview)
        #expect(!change.state.isReady(at: story.now))
    }
}
