import NuntiqModel
import NuntiqTesting
import Testing

struct LifecycleOrderTests {
    private static let closers: [LifecycleCode] = [.rejected, .cancelled]

    @Test(.proves("model/order-received-first"))
    func `nothing comes before RECEIVED`() {
        #expect(LifecycleOrder.mayFollow([]) == [.received])
        #expect(LifecycleOrder.breach(of: .approved, after: [])?.message == "APPROVED may only follow RECEIVED.")
    }

    @Test(.proves("model/order-after-rejected", "model/order-paid-cancelled"), arguments: closers)
    func `after REJECTED or CANCELLED only intake and CREDITED follow`(closer: LifecycleCode) {
        let expected = LifecycleCatalogue.codes(of: .intake) + [.credited]
        #expect(LifecycleOrder.mayFollow([.received, closer]) == expected)
        let breach = LifecycleOrder.breach(of: .paid, after: [.received, closer])
        #expect(breach?.message == "PAID may not follow \(closer.rawValue).")
        #expect(breach?.mayFollow == expected)
    }

    @Test(arguments: closers)
    func `a reopening or a forced success lifts what closed the timeline`(closer: LifecycleCode) {
        #expect(LifecycleOrder.breach(of: .approved, after: [.received, closer, .inProcess]) == nil)
        #expect(LifecycleOrder.breach(of: .paid, after: [.received, closer, .accepted]) == nil)
        #expect(LifecycleOrder.breach(of: .paid, after: [.received, closer, .inProcess, closer]) != nil)
    }

    @Test(
        .proves("model/order-pairs"),
        arguments: [
            (LifecycleCode.holdReleased, LifecycleCode.onHold), (.queryResolved, .underQuery),
            (.approvalRevoked, .approved),
        ])
    func `what undoes something follows it, once`(code: LifecycleCode, opener: LifecycleCode) {
        let expected = "\(code.rawValue) may only follow \(opener.rawValue)."
        #expect(LifecycleOrder.breach(of: code, after: [.received])?.message == expected)
        #expect(LifecycleOrder.breach(of: code, after: [.received, opener, .inProcess]) == nil)
        #expect(LifecycleOrder.breach(of: code, after: [.received, opener, code])?.message == expected)
        #expect(LifecycleOrder.breach(of: code, after: [.received, opener, code, opener]) == nil)
    }

    @Test func `what may follow is never a breach`() {
        withChance { random in
            var history: [LifecycleCode] = []
            for _ in 0..<Int.random(in: 0...12, using: &random) {
                history.append(LifecycleCode.allCases.randomElement(using: &random) ?? .received)
            }
            let may = LifecycleOrder.mayFollow(history)
            for code in LifecycleCode.allCases {
                #expect((LifecycleOrder.breach(of: code, after: history) == nil) == may.contains(code), "\(random)")
            }
        }
    }
}
