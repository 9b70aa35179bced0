import NuntiqModel
import NuntiqTesting
import Testing

struct TransitionTests {
    /// The table of the contract, written out by hand.
    ///
    /// From · to · trigger · who · messages; a dash is a new invoice, or no message.
    private static let expected = """
        - · 10 · receiveDocument · client partner person · RECEIVED
        - · 20 · receiveData · client partner · RECEIVED
        10 · 15 · beginExtraction · pipeline · -
        15 · 10 · recover · clock · -
        10 15 · 20 · finishExtraction · pipeline · -
        10 15 · 40 · failExtraction · pipeline · -
        10 15 · 60 · reject · client person · REJECTED
        10 15 · 98 · cancel · client person · CANCELLED
        10 15 20 30 40 45 50 90 91 · 98 · withdraw · partner · CANCELLED
        20 · 30 · beginEnrichment · pipeline · -
        30 · 20 · recover · clock · -
        20 30 · 90 · pass · pipeline · READY
        20 30 · 40 · failValidation · client person pipeline · VALIDATION_FAILED
        20 30 · 40 · failMatch · pipeline · MATCH_FAILED
        20 30 · 45 · suspectDuplicate · client person pipeline · DUPLICATE_DETECTED
        20 30 · 50 · requireApproval · rule · PENDING_APPROVAL
        20 30 · 96 · hold · rule · ON_HOLD
        20 30 · 98 · cancel · client person · CANCELLED
        40 · 30 · save · client person · -
        40 · 30 · dataArrived · pipeline · -
        40 · 30 · reprocess · client person · -
        40 · 50 · requireApproval · rule · PENDING_APPROVAL
        40 · 90 · override · person · READY
        45 · 30 · denyDuplicate · client person · -
        45 · 60 · confirmDuplicate · client person · REJECTED
        40 45 50 · 60 · reject · client person · REJECTED
        40 45 50 · 96 · hold · client person rule · ON_HOLD
        40 45 50 · 98 · cancel · client person · CANCELLED
        50 · 90 · approve · person · APPROVED READY
        50 · 40 · sendBack · person · -
        50 · 30 · voidApproval · client person · -
        60 98 · 40 · reopen · person · IN_PROCESS
        90 91 · 92 · claim · connector · -
        90 91 · 40 · edit · client person · -
        90 91 · 40 · pullBack · client person · -
        90 91 97 · 40 · failValidation · client person · VALIDATION_FAILED
        90 91 97 · 45 · suspectDuplicate · client person · DUPLICATE_DETECTED
        90 91 · 30 · reprocess · client person · -
        90 91 · 60 · reject · client person · REJECTED
        90 91 · 96 · hold · client person rule · ON_HOLD
        90 91 · 98 · cancel · client person · CANCELLED
        90 91 · 97 · reportFailure · connector · -
        92 · 93 · acknowledge · connector · IN_PROCESS
        92 93 · 97 · reportFailure · connector · -
        92 93 · 90 91 95 · lapse · clock · -
        92 93 · 90 91 95 · giveBack · connector · -
        92 93 · 97 · lapse · clock · -
        92 93 · 96 · lapse · clock · ON_HOLD
        92 93 · 60 · lapse · clock · REJECTED
        92 93 · 98 · lapse · clock · CANCELLED
        92 93 · 40 · lapse · clock · -
        92 93 · 96 · giveBack reportFailure · connector · ON_HOLD
        92 93 · 60 · giveBack reportFailure · connector · REJECTED
        92 93 · 98 · giveBack reportFailure · connector · CANCELLED
        92 93 · 40 · giveBack reportFailure · connector · -
        90 91 95 · 92 · heartbeat · connector · -
        90 91 95 · 93 · acknowledge · connector · IN_PROCESS
        10 15 20 30 40 45 50 90 91 92 93 95 96 97 · 100 · reportSuccess · connector · ACCEPTED
        60 98 · 100 · forceSuccess · connector · ACCEPTED
        95 · 92 · claim · connector · -
        95 · 100 · settlePosted · client person · ACCEPTED
        95 · 91 · settleNotPosted · client person · -
        95 · 97 · reportFailure · connector · -
        95 · 96 · hold · client person · ON_HOLD
        96 · 30 40 45 50 90 91 95 97 · release · client person · HOLD_RELEASED
        96 · 60 · reject · client person · REJECTED
        96 · 98 · cancel · client person · CANCELLED
        97 · 91 · release · client person rule · -
        97 · 30 · reprocess · client person · -
        97 · 40 · edit · client person · -
        97 · 96 · hold · client person rule · ON_HOLD
        97 · 98 · cancel · client person · CANCELLED
        97 · 60 · reject · client person · REJECTED
        97 · 100 · settlePosted · client person · ACCEPTED
        97 · 97 · reportFailure · connector · -
        100 · 97 · forceFailure · connector · -
        100 · 100 · forceSuccess · connector · -
        """

    /// One change a line: `90 → 92 claim [connector] []`.
    private static func expanded() -> [String] {
        expected.split(separator: "\n").flatMap { row in
            let cells = row.split(separator: " · ").map { $0.split(separator: " ").map(String.init) }
            let writes = cells[4] == ["-"] ? [] : cells[4]
            return cells[0].flatMap { from in
                cells[1].flatMap { to in
                    cells[2].map { "\(from) → \(to) \($0) \(cells[3]) \(writes)" }
                }
            }
        }
    }

    private static func line(_ row: Transition) -> String {
        let from = row.from.map { String($0.rawValue) } ?? "-"
        let by = row.by.map(\.rawValue).sorted()
        return "\(from) → \(row.to.rawValue) \(row.trigger.rawValue) \(by) \(row.writes.map(\.rawValue))"
    }

    @Test func `the table is the contract's, row by row`() {
        let (expected, actual) = (Self.expanded(), Status.transitions.map(Self.line))
        for row in expected { #expect(actual.contains(row), "missing: \(row)") }
        for row in actual { #expect(expected.contains(row), "not in the contract: \(row)") }
        #expect(Set(actual).count == actual.count)
        #expect(expected.count == actual.count)
    }

    @Test func `a row is found by what it changes and why`() throws {
        let row = try #require(
            Status.transition(from: .pendingApproval, to: .pendingIntegrationFirst, trigger: .approve))
        #expect(row.writes == [.approved, .ready])
        #expect(Status.transition(from: .pendingApproval, to: .processed, trigger: .approve) == nil)
        #expect(Status.transition(from: nil, to: .pendingEnrichment, trigger: .receiveData)?.writes == [.received])
        #expect(Status.transitions(from: .integrationCancelled).map(\.to) == [.needsReview, .processed])
    }

    @Test(.proves("transitions/95-never-straight"))
    func `95 never goes straight to 60, 98, 40 or 30`() {
        let after = Set(Status.transitions(from: .integrationInDoubt).map(\.to.rawValue))
        #expect(after == [91, 92, 93, 96, 97, 100])
    }

    @Test func `every status but the final ones can be left without force`() {
        for status in Status.allCases where status != .processed {
            let ways = Status.transitions(from: status).filter {
                $0.trigger != .forceSuccess && $0.trigger != .forceFailure
            }
            #expect(!ways.isEmpty, "\(status)")
        }
    }

    @Test(arguments: [
        (LifecycleCode.rejected, [10, 15, 40, 45, 50, 90, 91, 96, 97]),
        (.onHold, [40, 45, 50, 90, 91, 97]),
        (.holdReleased, [96]),
        (.cancelled, [10, 15, 20, 30, 40, 45, 50, 90, 91, 96, 97]),
        (.duplicateDetected, [20, 30, 90, 91, 97]),
        (.validationFailed, [20, 30, 90, 91, 97]),
        (.approved, []), (.accepted, []), (.inProcess, []), (.ready, []), (.pendingApproval, []),
    ])
    func `a message changes a status only where the table says so`(code: LifecycleCode, statuses: [Int]) {
        let changed = Status.allCases.filter { Status.trigger(at: $0, byMessage: code) != nil }
        #expect(changed.map(\.rawValue) == statuses)
    }
}
