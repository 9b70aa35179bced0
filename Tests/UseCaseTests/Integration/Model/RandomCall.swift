import NuntiqCore
import NuntiqModel
import NuntiqStore
import NuntiqTesting

/// One call on one invoice, on both sides of a ``RandomWalk``.
extension RandomWalk {
    enum Word: String, CaseIterable {
        case acknowledge, heartbeat, giveBack, placeIntent, withdrawIntent, succeed, fail, hold, reject, cancel, edit
        case release, settlePosted, settleNotPosted, reprocess, withdraw, reopen, pass
    }

    mutating func call() async throws -> (String, String) {
        let word = mood.words.randomElement(using: &random) ?? .acknowledge
        let isAny = Int.random(in: 0..<6, using: &random) == 0
        let index = (isAny ? Array(tokens.indices) : openInvoices).randomElement(using: &random) ?? 0
        let isLast = Int.random(in: 0..<2, using: &random) == 0
        let anyone = Int.random(in: 0..<Self.principals.count, using: &random)
        let principal = isLast ? references[index].takers.last ?? anyone : anyone
        let caller = ReferenceInvoice.Caller(principal: principal, shown: shown(index))
        let dice = Dice(
            force: Int.random(in: 0..<8, using: &random) == 0, id: ["A", "B"].randomElement(using: &random) ?? "A",
            seconds: [nil, 60, 600].randomElement(using: &random) ?? nil,
            push: [10, 60, 1_000].randomElement(using: &random) ?? 10)
        let before = references[index].status
        let expected = reference(word, index, caller, dice)
        let answer = try await ours(word, index, caller, dice)
        log.append(
            "\(word) on \(index) (at \(before)) by \(principal) showing \(caller.shown) \(dice): \(answer), "
                + "expected \(expected)"
        )
        return (answer, expected)
    }

    private struct Dice {
        let force: Bool
        let id: String
        let seconds: Int64?
        let push: Int64
    }

    private mutating func shown(_ index: Int) -> ReferenceInvoice.Caller.Shown {
        let fences = leaseTokens[index].count
        switch Int.random(in: 0..<10, using: &random) {
        case 0..<4: return .nothing
        case 4..<8 where fences > 0: return .tokenOfFence(fences)
        case 8 where fences > 0: return .tokenOfFence(Int.random(in: 1...fences, using: &random))
        case 9: return .foreignToken
        default: return .nothing
        }
    }

    private mutating func reference(
        _ word: Word, _ index: Int, _ caller: ReferenceInvoice.Caller, _ dice: Dice
    ) -> String {
        let now = flow.clock.now
        references[index].settle(now)
        switch word {
        case .acknowledge: return references[index].acknowledge(caller, now)
        case .heartbeat: return references[index].heartbeat(caller, dice.seconds, now)
        case .giveBack: return references[index].giveBack(caller, now)
        case .placeIntent: return references[index].placeIntent(caller, push: dice.push, settle: 60, now)
        case .withdrawIntent: return references[index].withdrawIntent(caller, now)
        case .succeed: return references[index].succeed(caller, id: dice.id, force: dice.force, now)
        case .fail: return references[index].fail(caller, code: dice.id, force: dice.force, now)
        case .hold, .reject, .cancel, .edit: return references[index].handle(word.rawValue, now)
        case .release: return references[index].release(now)
        case .settlePosted: return references[index].settlePosted(id: dice.id)
        case .settleNotPosted: return references[index].settleNotPosted(now)
        case .reprocess, .withdraw, .reopen, .pass: return references[index].turn(word.rawValue, now)
        }
    }

    private func ours(_ word: Word, _ index: Int, _ caller: ReferenceInvoice.Caller, _ dice: Dice) async throws
        -> String
    {
        do {
            let change = try await change(word, index, caller, dice)
            let (from, to) = (change.previousStatus.rawValue, change.newStatus.rawValue)
            let isPending = [.hold, .reject, .cancel, .edit].contains(word) && change.pendingAction != nil
            return "\(from)→\(to)" + (change.isRepeat ? " again" : isPending ? " pending" : "")
        } catch let refusal as IntegrationError {
            return refusal.code
        }
    }

    private func change(_ word: Word, _ index: Int, _ caller: ReferenceInvoice.Caller, _ dice: Dice) async throws
        -> StateChange
    {
        let (flow, token, principal) = (flow, tokens[index], Self.principals[caller.principal])
        let lease = leaseToken(index, caller.shown)
        switch word {
        case .acknowledge: return try await flow.integration.acknowledge(token, by: principal, lease: lease).change
        case .heartbeat:
            return try await flow.integration.heartbeat(token, extend: dice.seconds, by: principal, lease: lease)
        case .giveBack: return try await flow.integration.giveBack(token, by: principal, lease: lease)
        case .placeIntent:
            let request = IntentRequest(erpReference: "R", payloadHash: "H", pushSeconds: dice.push)
            return try await flow.integration.placeIntent(request, on: token, by: principal, lease: lease)
        case .withdrawIntent: return try await flow.integration.withdrawIntent(token, by: principal, lease: lease)
        case .succeed, .fail:
            let result: IntegrationResult =
                word == .succeed
                ? .success(PostingReport(externalIDs: [dice.id]), force: dice.force)
                : .failure(FailureReport(code: dice.id, message: nil), force: dice.force)
            return try await flow.integration.report(result, on: token, by: principal, lease: lease)
        case .hold: return try await flow.integration.handle(.hold, token, reason: "r", by: principal)
        case .reject: return try await flow.integration.handle(.reject, token, reason: "r", by: principal)
        case .cancel: return try await flow.integration.handle(.cancel, token, reason: "r", by: principal)
        case .edit: return try await flow.integration.handle(.edit, token, reason: "r", by: principal)
        case .release: return try await flow.integration.release(token, reason: "r", by: principal)
        case .settlePosted:
            let report = PostingReport(externalIDs: [dice.id])
            return try await flow.integration.settle(token, as: report, reason: "r", by: principal)
        case .settleNotPosted: return try await flow.integration.settle(token, as: nil, reason: "r", by: principal)
        case .reprocess: return try await flow.integration.reprocess(token, reason: "r", by: principal)
        case .withdraw: return try await flow.integration.withdraw(token, reason: "r", by: .sample(7))
        case .reopen: return try await flow.integration.reopen(token, reason: "r", by: principal)
        case .pass:
            return try await flow.database.write { tx in
                try ChangeStatus.change(
                    tx, tenant: principal.tenant, token: token, to: .pendingIntegrationFirst, by: .pass)
            }
        }
    }

    private func leaseToken(_ index: Int, _ shown: ReferenceInvoice.Caller.Shown) -> Token? {
        switch shown {
        case .nothing: nil
        case .tokenOfFence(let fence): leaseTokens[index][fence - 1]
        case .foreignToken: Token.random(Array(repeating: 9, count: 16))
        }
    }
}
