import NuntiqModel
import NuntiqTesting
import Testing

struct StatusTests {
    @Test(
        .proves("model/status-codes"),
        arguments: [
            (10, "RECEIVED_DOCUMENT", "Processing"), (15, "EXTRACTING", "Processing"),
            (20, "PENDING_ENRICHMENT", "Processing"),
            (30, "ENRICHING", "Processing"), (40, "NEEDS_REVIEW", "Review"), (45, "DUPLICATE_SUSPECTED", "Review"),
            (50, "PENDING_APPROVAL", "Review"), (60, "REJECTED", "Rejected"),
            (90, "PENDING_INTEGRATION_FIRST", "PendingIntegration"),
            (91, "PENDING_INTEGRATION_RETRY", "PendingIntegration"),
            (92, "PENDING_ACKNOWLEDGEMENT", "PendingAcknowledgement"), (93, "PENDING_RESULT", "PendingResult"),
            (95, "INTEGRATION_IN_DOUBT", "IntegrationInDoubt"), (96, "INTEGRATION_ON_HOLD", "OnHold"),
            (97, "INTEGRATION_FAILED", "IntegrationFailed"), (98, "INTEGRATION_CANCELLED", "Cancelled"),
            (100, "PROCESSED", "Processed"),
        ])
    func `a status has its code, key and group`(code: Int, key: String, group: String) throws {
        let status = try #require(Status(rawValue: code))
        #expect(status.key == key)
        #expect(status.group.rawValue == group)
        #expect(status.group.statuses.contains(status))
        #expect(!status.label.isEmpty && status.summary.hasSuffix("."))
    }

    @Test func `there are seventeen`() {
        #expect(Status.allCases.count == 17)
        #expect(Set(Status.allCases.map(\.label)).count == 17)
        #expect(Status.allCases.filter(\.isFinal).map(\.rawValue) == [60, 98, 100])
        #expect(Status.allCases.filter(\.isContentImmutable).map(\.rawValue) == [92, 93, 95, 100])
    }
}
