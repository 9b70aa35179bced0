import NuntiqModel
import Testing

/// Every promise that a run is held to, tried with a lie that breaks it.
struct ChaosBooksTests {
    @Test func `a run that keeps every promise has no fault`() {
        #expect(Story().faults == [])
    }

    @Test(arguments: Lie.all)
    func `a broken promise is found`(lie: Lie) throws {
        var story = Story()
        lie.tell(&story)
        let faults = story.faults
        #expect(faults.count == 1, "\(faults)")
        #expect(try #require(faults.first).contains(lie.fault), "\(faults)")
    }

    @Test func `a retry gets its first token and its first leases`() {
        var story = Story()
        story.books.accept("A-1", as: "t1")
        story.books.hand(.of("t1", fence: 1, from: 0), to: "c1")
        #expect(story.faults == [])
    }

    @Test func `a lease that lapsed may be another's next, also while its holder still reports`() {
        var story = Story()
        story.books.lose(.of("t1", fence: 1, from: 0))
        story.books.hand(.of("t1", fence: 2, from: 60), to: "c2")
        #expect(story.faults == [])
    }

    @Test func `a lease that a late success ended is lost`() {
        var story = Story()
        story.books.hand(.of("t1", fence: 2, from: 60), to: "c2")
        story.books.lose(.of("t1", fence: 2, from: 60))
        #expect(story.faults == [])
    }
}

/// A false word in an honest run, and the fault that it has to bring.
struct Lie: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let fault: String
    let tell: @Sendable (inout Story) -> Void

    init(_ name: String, _ fault: String, _ tell: @escaping @Sendable (inout Story) -> Void) {
        testDescription = name
        self.fault = fault
        self.tell = tell
    }

    static let all = submissions + leases + messages + answers

    private static let submissions = [
        Lie("lost", "lost: A-9") {
            $0.books.accept("A-9", as: "t9")
        },
        Lie("doubled", "doubled: A-1") { $0.verdict.invoices.append($0.verdict.invoices[0]) },
        Lie("never asked for", "unasked for: A-9") { story in
            story.verdict.invoices[0].number = "A-9"
            story.books = Story.books(acceptedAs: nil)
        },
        Lie("a retry with another token", "A-1 was t1, then t9") { $0.books.accept("A-1", as: "t9") },
        Lie("not posted", "A-1 is at 93") { $0.verdict.invoices[0].status = 93 },
        Lie("posted as something else", "posted as ERP-t1") { $0.verdict.invoices[0].externalID = "ERP-9" },
    ]

    private static let leases = [
        Lie("two live leases", "t1 is leased by c1 and by c2") {
            $0.books.hand(.of("t1", fence: 2, from: 59), to: "c2")
        },
        Lie("one lease for two", "lease 1 is held by c1 and by c2") {
            $0.books.hand(.of("t1", fence: 1, from: 0), to: "c2")
        },
        Lie("a lease that nobody took", "lease 1 is lost, and nobody has another") {
            $0.books.lose(.of("t1", fence: 1, from: 0))
        },
    ]

    private static let messages = [
        Lie("a message twice", "seen twice: READY of t1") { $0.books.see(Story.messages[1]) },
        Lie("a message too late", "out of order: CREDITED") { story in
            let late = FeedMessage(token: "t1", code: "CREDITED", recordedAt: Instant(microseconds: 1))
            story.books.see(late)
            story.verdict.timelines.append(late)
        },
        Lie("a message never", "never seen: CREDITED") {
            let unseen = FeedMessage(token: "t1", code: "CREDITED", recordedAt: Instant(microseconds: 50))
            $0.verdict.timelines.append(unseen)
        },
        Lie("a message of nothing", "in no timeline: READY") { $0.verdict.timelines.remove(at: 1) },
        Lie("half a story", "t1 has no ACCEPTED") { story in
            story.books = Story.books(messages: Story.messages.dropLast())
            story.verdict.timelines.removeLast()
        },
    ]

    private static let answers = [
        Lie("slow submissions", "a submission takes 151 ms, 20 before, at most 150") {
            $0.verdict.after.submission = .milliseconds(151)
        },
        Lie("slow claims", "a claim takes 101 ms, 10 before, at most 100") {
            $0.verdict.after.claim = .milliseconds(101)
        },
        Lie("a defect", "no clear refusal: 500") {
            $0.books.refuse(status: 500, code: "internal_error", hasRetryAfter: true)
        },
        Lie("a 503 without a reason", "no clear refusal: 503") {
            $0.books.refuse(status: 503, code: "", hasRetryAfter: true)
        },
        Lie("a 503 without an end", "without Retry-After") {
            $0.books.refuse(status: 503, code: "storage_unavailable", hasRetryAfter: false)
        },
        Lie("an answer that nothing explains", "what?") { $0.books.fault("what?") },
    ]
}

/// A run of one invoice in which everything is right.
struct Story: Sendable {
    var books = Story.books()
    var verdict = Verdict(
        invoices: [.init(number: "A-1", token: "t1", status: 100, externalID: "ERP-t1")], timelines: Story.messages,
        before: ChaosLatency(submission: .milliseconds(20), claim: .milliseconds(10)),
        after: ChaosLatency(submission: .milliseconds(150), claim: .milliseconds(100)),
        latencyMargin: .milliseconds(50))

    var faults: [String] { verdict.faults(books) }

    static let messages = ["RECEIVED", "READY", "IN_PROCESS", "ACCEPTED"].enumerated().map { index, code in
        FeedMessage(token: "t1", code: code, recordedAt: Instant(microseconds: Int64(10 + index)))
    }

    static func books(
        acceptedAs token: String? = "t1", messages: some Sequence<FeedMessage> = messages
    ) -> ChaosBooks {
        var books = ChaosBooks()
        if let token { books.accept("A-1", as: token) }
        books.hand(.of("t1", fence: 1, from: 0), to: "c1")
        books.post(.of("t1", fence: 1, from: 0), as: "ERP-t1")
        for message in messages { books.see(message) }
        return books
    }
}

extension ChaosLease {
    /// A lease of a minute.
    fileprivate static func of(_ token: String, fence: Int64, from second: Int64) -> ChaosLease {
        let from = Instant(microseconds: second * 1_000_000)
        return ChaosLease(token: token, secret: "", fence: fence, from: from, until: from + .seconds(60))
    }
}
