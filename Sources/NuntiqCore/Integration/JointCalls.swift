internal import Synchronization

/// Makes one of calls that wait together: who comes while another call of its kind runs waits, and the next run takes
/// all who wait.
///
/// A call that nobody is before runs at once, by itself. The first of each group runs it, and hands on when it is
/// done, so nobody works for others longer than for itself.
final class JointCalls<Kind: Hashable & Sendable, Call: Sendable, Answer: Sendable>: Sendable {
    private struct Waiting: Sendable {
        let call: Call
        let told: CheckedContinuation<Turn, Never>
    }

    private enum Turn: Sendable {
        case answered(Result<Answer, any Error>)
        case runs([Waiting])
    }

    /// Who waits, by kind; a kind is here while a call of it runs.
    private let waiting = Mutex<[Kind: [Waiting]]>([:])
    private let fits: @Sendable ([Call], Call) -> Bool

    /// Makes groups as long as the next call still `fits` those before it.
    init(fits: @escaping @Sendable ([Call], Call) -> Bool) {
        self.fits = fits
    }

    /// The answer to a call, from the group that it falls into; `run` answers the calls of a group in their order.
    func answer(
        to call: Call, of kind: Kind, _ run: @Sendable ([Call]) async throws -> [Result<Answer, any Error>]
    ) async throws -> Answer {
        switch await turn(of: call, kind) {
        case .answered(let answer): return try answer.get()
        case .runs(let group):
            let answers: [Result<Answer, any Error>]
            do {
                answers = try await run(group.map(\.call))
            } catch {
                answers = group.map { _ in .failure(error) }
            }
            handOn(kind)
            for (place, answer) in zip(group, answers).dropFirst() { place.told.resume(returning: .answered(answer)) }
            return try answers[0].get()
        }
    }

    private func turn(of call: Call, _ kind: Kind) async -> Turn {
        await withCheckedContinuation { told in
            let own = Waiting(call: call, told: told)
            let isFirst = waiting.withLock { waiting in
                let isFirst = waiting[kind] == nil
                waiting[kind, default: []] += isFirst ? [] : [own]
                return isFirst
            }
            if isFirst { told.resume(returning: .runs([own])) }
        }
    }

    /// Lets the first of those who wait run the next group.
    private func handOn(_ kind: Kind) {
        let group = waiting.withLock { waiting -> [Waiting] in
            let all = waiting[kind] ?? []
            var group: [Waiting] = []
            while group.count < all.count, group.isEmpty || fits(group.map(\.call), all[group.count].call) {
                group.append(all[group.count])
            }
            waiting[kind] = all.isEmpty ? nil : Array(all.dropFirst(group.count))
            return group
        }
        group.first?.told.resume(returning: .runs(group))
    }
}
