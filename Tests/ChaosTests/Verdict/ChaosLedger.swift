import NuntiqModel
import NuntiqTesting

/// The books of a run while it goes on, and the news of it.
actor ChaosLedger {
    /// What the callers were told.
    private(set) var books = ChaosBooks()
    /// Whether the breaking is over, so that suppliers stop.
    private(set) var isClosing = false
    /// How many answers there were.
    private(set) var answers = 0
    /// The longest time in which nobody had an answer.
    private(set) var worstGap = Duration.zero

    private var suppliers: Int
    private var listeners: [AsyncStream<Int>.Continuation] = []
    private var lastAnswer: ContinuousClock.Instant?

    init(suppliers: Int) {
        self.suppliers = suppliers
    }

    /// An event for each answer that changed something and each refusal from now on; who is late hears of the newest.
    func news() -> AsyncStream<Int> {
        let (stream, source) = AsyncStream<Int>.makeStream(bufferingPolicy: .bufferingNewest(1))
        listeners.append(source)
        return stream
    }

    /// Writes an answer down.
    func note(_ entry: @Sendable (inout ChaosBooks) -> Void) {
        entry(&books)
        pass()
        tell()
    }

    /// An answer that said that there is nothing to do: who waits for work need not look because of it.
    func pass() {
        answers += 1
        let now = ContinuousClock.now
        if let lastAnswer { worstGap = max(worstGap, now - lastAnswer) }
        lastAnswer = now
    }

    /// Writes down that a node could not answer.
    func refuse(_ answer: TestAnswer) {
        let code = answer["error"]?.string ?? answer.text
        books.refuse(status: answer.status, code: code, hasRetryAfter: answer.header("Retry-After") != nil)
        tell()
    }

    /// No further submissions.
    func close() {
        isClosing = true
        tell()
    }

    /// A supplier has its last answer.
    func leave() {
        suppliers -= 1
        tell()
    }

    /// Whether everything that was accepted is posted, and nothing more will come.
    var isDone: Bool {
        !books.faults.isEmpty || isClosing && suppliers == 0 && books.posted.count >= books.accepted.count
    }

    /// Whether the poller knows so, too.
    var hasSeenAll: Bool {
        isDone && (!books.faults.isEmpty || books.feed.postedCount >= books.posted.count)
    }

    private func tell() {
        for listener in listeners { listener.yield(answers) }
    }
}

extension ChaosLedger {
    /// Waits for so many more answers.
    func answers(more count: Int) async {
        var news = news().makeAsyncIterator()
        let goal = answers + count
        while answers < goal, books.faults.isEmpty, await news.next() != nil {}
    }

    /// Waits for so many more refusals with a code.
    func refusals(more count: Int, of code: String = "storage_unavailable") async {
        var news = news().makeAsyncIterator()
        let goal = books.refusals[code, default: 0] + count
        while books.refusals[code, default: 0] < goal, books.faults.isEmpty, await news.next() != nil {}
    }
}
