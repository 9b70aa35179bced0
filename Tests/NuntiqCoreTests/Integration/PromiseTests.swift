import NuntiqModel
import NuntiqTesting
import Testing

@testable import NuntiqCore

/// What `transitions.md` promises connectors, with workers that die and pause anywhere; the ERP is not ours, so it is a
/// simulation, the invoice is the real one.
@Suite
struct PromiseTests {
    @Test(.proves("transitions/promise-post-once-refusing"), arguments: UInt64(1)...300)
    func `with an ERP that refuses what it has, nothing is posted twice, not by paused workers either`(
        seed: UInt64
    ) throws {
        var play = try PostingPlay(ERP(refusesKnown: true), seed: seed, style: .postOnce, pausesBeyondDeadline: true)
        try play.run()
        #expect(play.erp.postings.count == 1, "seed \(seed)")
        #expect(play.story.state.status == .processed, "seed \(seed)")
    }

    @Test(.proves("transitions/promise-post-once-lookup"), arguments: UInt64(1)...300)
    func `with an ERP that can be asked only, nothing is posted twice after a kill`(seed: UInt64) throws {
        var play = try PostingPlay(ERP(refusesKnown: false), seed: seed, style: .postOnce, pausesBeyondDeadline: false)
        try play.run()
        #expect(play.erp.postings.count == 1, "seed \(seed)")
        #expect(play.story.state.status == .processed, "seed \(seed)")
    }

    @Test func `the play has teeth: the plain steps post twice after some kill`() throws {
        let doubled = try (UInt64(1)...300).filter { seed in
            var play = try PostingPlay(ERP(refusesKnown: false), seed: seed, style: .plain, pausesBeyondDeadline: false)
            try play.run()
            #expect(play.story.state.status == .processed, "seed \(seed)")
            return play.erp.postings.count > 1
        }
        #expect(!doubled.isEmpty)
    }

    @Test func `the play has teeth: beyond the deadline nothing is promised for an ERP that can be asked only`() throws
    {
        let doubled = try (UInt64(1)...300).filter { seed in
            var play = try PostingPlay(
                ERP(refusesKnown: false), seed: seed, style: .postOnce, pausesBeyondDeadline: true)
            try play.run()
            return play.erp.postings.count > 1
        }
        #expect(!doubled.isEmpty)
    }
}

/// An ERP that shows a posting a while after it was made.
struct ERP {
    /// Whether it refuses a second posting under one reference.
    let refusesKnown: Bool
    private(set) var postings: [Instant] = []

    mutating func post(visibleAt moment: Instant) {
        if refusesKnown, !postings.isEmpty { return }
        postings.append(moment)
    }

    func shows(at now: Instant) -> Bool {
        postings.contains { $0 <= now }
    }
}

/// One invoice that workers try to post until it is processed, each under one reference.
struct PostingPlay {
    enum Style {
        /// Claim, push, report.
        case plain
        /// With a posting intent before the push, and a look-up where one stands already.
        case postOnce
    }

    private enum Timing {
        static let lease: Int64 = 300
        static let push: Int64 = 100
        static let settle: Int64 = 60
    }

    private(set) var story: Story
    private(set) var erp: ERP
    private let style: Style
    private let pausesBeyondDeadline: Bool
    private var generator: SeededGenerator
    /// Pushes of workers that were paused, by when they happen.
    private var latePushes: [Instant] = []

    init(_ erp: ERP, seed: UInt64, style: Style, pausesBeyondDeadline: Bool) throws {
        story = try Story()
        generator = SeededGenerator(seed: seed)
        (self.erp, self.style, self.pausesBeyondDeadline) = (erp, style, pausesBeyondDeadline)
    }

    /// At most so many attempts die; then one gets through.
    private static let deathsMax = 12

    mutating func run() throws {
        for attempt in 0... {
            try becomeReady()
            try work(as: attempt.isMultiple(of: 2) ? Story.erp : Story.other, mayDie: attempt < Self.deathsMax)
            if story.state.status == .processed { break }
            try #require(attempt < 2 * Self.deathsMax)
        }
        while !latePushes.isEmpty { wait(60) }
    }

    /// The next claim takes it at the first moment, or a while after.
    private mutating func becomeReady() throws {
        if let lease = story.state.lease, lease.endsAt > story.now {
            wait((lease.endsAt - story.now).components.seconds)
        }
        if story.status == .integrationFailed { try story.release() }
        let ready = try #require(story.state.readyAt)
        if ready > story.now { wait((ready - story.now).components.seconds) }
        if chance(3) { wait(random(200)) }
    }

    private mutating func work(as worker: Caller, mayDie: Bool) throws {
        let mode = story.state.handout
        story.tell(story.state.claim(by: worker.id, seconds: Timing.lease, at: story.now))
        func dies(_ play: inout PostingPlay) -> Bool { mayDie && play.chance(4) }
        if dies(&self) { return }
        if mode == .verifyFirst {
            wait(random(20))
            if erp.shows(at: story.now) {
                try story.succeed("E", by: worker)
                return
            }
            if dies(&self) { return }
            try story.withdrawIntent(by: worker)
            if dies(&self) { return }
        }
        if style == .postOnce { try story.placeIntent(by: worker, push: Timing.push, settle: Timing.settle) }
        if dies(&self) { return }
        if mayDie, chance(3) {  // paused: the push happens later, and nobody reports it
            let most = pausesBeyondDeadline ? 3_000 : Timing.push
            latePushes.append(story.now + .seconds(random(most + 1)))
            return
        }
        wait(random(Timing.push + 1))
        push()
        if dies(&self) { return }
        wait(random(10))
        try story.succeed("E", by: worker)
    }

    private mutating func push() {
        erp.post(visibleAt: story.now + .seconds(random(Timing.settle + 1)))
    }

    /// Lets time pass, and the late pushes that fall into it happen.
    private mutating func wait(_ seconds: Int64) {
        let end = story.now + .seconds(seconds)
        for moment in latePushes.filter({ $0 <= end }).sorted() {
            story.now = max(story.now, moment)
            push()
        }
        latePushes.removeAll { $0 <= end }
        story.now = max(story.now, end)
    }

    private mutating func random(_ limit: Int64) -> Int64 {
        Int64.random(in: 0..<max(limit, 1), using: &generator)
    }

    /// Once in `times`.
    private mutating func chance(_ times: Int64) -> Bool {
        random(times) == 0
    }
}
