/// What a walk is about, so that each gets somewhere; the seed decides.
enum Mood: CaseIterable {
    /// Everything at once.
    case everything
    /// Connectors that crash: leases lapse again and again.
    case crashes
    /// Postings in doubt.
    case doubts
    /// People who interfere while connectors work.
    case people

    /// The share of claims, in percent above the quarter in which only time passes.
    var claimsBelow: Int {
        switch self {
        case .everything, .people: 50
        case .crashes: 85
        case .doubts: 60
        }
    }

    var words: [RandomWalk.Word] {
        switch self {
        case .everything:
            RandomWalk.Word.allCases
        case .crashes:
            [.acknowledge, .heartbeat, .placeIntent, .acknowledge, .heartbeat, .hold, .release, .fail, .succeed]
        case .doubts:
            [
                .placeIntent, .placeIntent, .placeIntent, .placeIntent, .acknowledge, .heartbeat, .withdrawIntent,
                .giveBack, .settleNotPosted, .settlePosted, .hold, .release, .reject, .succeed, .fail,
            ]
        case .people:
            [
                .hold, .reject, .cancel, .edit, .release, .reprocess, .reopen, .pass, .pass, .acknowledge, .giveBack,
                .fail, .placeIntent, .withdraw, .hold, .edit, .settleNotPosted,
            ]
        }
    }
}
