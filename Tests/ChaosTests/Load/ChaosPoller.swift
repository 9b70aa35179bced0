/// A program of the customer's that follows the lifecycle messages all the while.
struct ChaosPoller: Sendable {
    /// How often it asks again, a second each, when everything is posted and messages are still missing: a message is
    /// in the feed within a second.
    private static let patience = 20

    let caller: ChaosCaller

    /// Polls until every invoice that was posted has been seen to be.
    func run() async throws {
        let ledger = caller.ledger
        var walk = FeedWalk()
        var emptyAnswers = 0
        while await !ledger.hasSeenAll, emptyAnswers < Self.patience {
            let messages = try await walk.next(by: caller)
            await ledger.note { books in
                for message in messages { books.see(message) }
            }
            emptyAnswers = await ledger.isDone && messages.isEmpty ? emptyAnswers + 1 : 0
        }
    }
}
