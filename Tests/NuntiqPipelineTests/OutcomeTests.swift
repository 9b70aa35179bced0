import NuntiqModel
import NuntiqTesting
import Testing

@testable import NuntiqPipeline

@Suite
struct OutcomeTests {
    @Test(
        .proves("transitions/review-order-45-40-50"),
        arguments: [
            ([], 90, .pass), ([.approval], 50, .requireApproval), ([.matching], 40, .failMatch),
            ([.approval, .matching, .validation], 40, .failValidation),
            ([.approval, .validation, .duplicate], 45, .suspectDuplicate),
        ] as [([ReviewReason.Kind], Int, Trigger)])
    func `with several reasons 45 comes before 40 before 50, and all are listed`(
        kinds: [ReviewReason.Kind], status: Int, trigger: Trigger
    ) {
        let outcome = PipelineOutcome(draft: SampleInvoice().draft, reasons: kinds.map(Self.reason))
        #expect(outcome.status.rawValue == status)
        #expect(outcome.trigger == trigger)
        #expect(Set(outcome.reasons.map(\.kind)) == Set(kinds))
        #expect(
            outcome.reasons.map(\.status.rawValue) == outcome.reasons.map(\.status.rawValue).sorted(by: Self.before))
        #expect(outcome.issues.count == kinds.count)
        #expect(Status.transition(from: .enriching, to: outcome.status, trigger: trigger) != nil)
    }

    private static func reason(_ kind: ReviewReason.Kind) -> ReviewReason {
        ReviewReason(kind, ValidationIssue(rule: "\(kind)", severity: .error, message: "m", fields: [], hint: "h"))
    }

    private static func before(_ first: Int, _ second: Int) -> Bool {
        let order = [45, 40, 50]
        return order.firstIndex(of: first) ?? 0 < order.firstIndex(of: second) ?? 0
    }

    @Test func `what is payable is computed anew in each run, and what was sent is left alone`() {
        func enriched(_ invoice: SampleInvoice) -> InvoiceContent {
            guard case .advance(let draft) = Enrich().decide(invoice.draft, knowing: ()) else { return invoice.content }
            return draft.content
        }
        var invoice = SampleInvoice { $0.set("prepaidAmount", "21.00") }
        invoice.content = enriched(invoice)
        #expect(invoice.content.header["payableAmount"]?.amount == 100)
        #expect(enriched(invoice) == invoice.content)
        invoice.set("prepaidAmount", "11.00")
        #expect(enriched(invoice).header["payableAmount"]?.amount == 110)
        invoice.set("prepaidAmount", text: nil)
        #expect(enriched(invoice).header["payableAmount"] == nil)
        invoice.set("payableAmount", "7")
        #expect(enriched(invoice).header["payableAmount"]?.amount == 7)
    }

    @Test func `a portal invoice is checked only`() {
        #expect(Pipeline.stages(of: .fullEnrichment).count == 2)
        #expect(Pipeline.stages(of: .paymentPortal).count == 1)
    }
}
