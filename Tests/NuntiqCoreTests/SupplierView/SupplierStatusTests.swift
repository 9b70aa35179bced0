import NuntiqModel
import Testing

@testable import NuntiqCore

@Suite
struct SupplierStatusTableTests {
    /// Each status as a supplier sees it when nothing else was said.
    static let table: [(Status, SupplierStatus)] = [
        (.receivedDocument, .received), (.extracting, .received), (.pendingEnrichment, .received),
        (.enriching, .inReview), (.needsReview, .inReview), (.duplicateSuspected, .inReview),
        (.pendingApproval, .inReview), (.rejected, .rejected), (.pendingIntegrationFirst, .approved),
        (.pendingIntegrationRetry, .approved), (.pendingAcknowledgement, .inProcess), (.pendingResult, .inProcess),
        (.integrationInDoubt, .inProcess), (.integrationOnHold, .inReview), (.integrationFailed, .inProcess),
        (.integrationCancelled, .withdrawn), (.processed, .booked),
    ]

    @Test func `every status has its label for suppliers`() {
        #expect(Set(Self.table.map(\.0)) == Set(Status.allCases))
        for (status, shown) in Self.table { #expect(SupplierStatus(status, SupplierPast()) == shown, "\(status)") }
        #expect(
            SupplierStatus.allCases.map(\.label) == [
                "Received", "In review", "Action needed", "Rejected", "Withdrawn", "Approved", "In process", "Booked",
                "Paid",
            ])
    }

    @Test func `a failed check asks for action only in review, a question until the end`() {
        var past = SupplierPast()
        past.add(.validationFailed)
        #expect(SupplierStatus(.needsReview, past) == .actionNeeded)
        #expect(SupplierStatus(.pendingIntegrationFirst, past) == .approved)
        past.add(nil)
        #expect(SupplierStatus(.needsReview, past) == .inReview)
        past.add(.underQuery)
        for (status, shown) in Self.table where !status.isFinal {
            #expect(SupplierStatus(status, past) == .actionNeeded, "\(shown)")
        }
        #expect(SupplierStatus(.processed, past) == .booked)
        past.add(.queryResolved)
        #expect(SupplierStatus(.pendingApproval, past) == .inReview)
    }

    @Test func `paid is what was said last of the payment, and a closed invoice stays closed`() {
        var past = SupplierPast()
        past.add(.paid)
        #expect(SupplierStatus(.processed, past) == .paid)
        #expect(SupplierStatus(.rejected, past) == .rejected)
        past.add(.paymentFailed)
        #expect(SupplierStatus(.processed, past) == .booked)
        #expect(SupplierStatus(.integrationOnHold, heldFrom: .integrationInDoubt, past) == .inProcess)
    }

    @Test func `a withdrawal is possible at 10…50, 90 and 91, and nowhere else`() {
        let now = Instant(microseconds: 0)
        for status in Status.allCases {
            let token = Token.version7(at: now, random: Array(repeating: 1, count: 8))
            let state = InvoiceState(
                new: token, of: TenantID(rawValue: 1), account: 7, status: status, references: [], at: now)
            let change = try? state.withdraw(reason: "r", by: .system, at: now)
            let isEarly = status.rawValue <= 50 || [90, 91].contains(status.rawValue)
            #expect((change?.newStatus == .integrationCancelled) == isEarly, "\(status)")
            let row = Status.transition(from: status, to: .integrationCancelled, trigger: .withdraw)
            #expect((row != nil) == isEarly, "\(status)")
        }
    }
}
