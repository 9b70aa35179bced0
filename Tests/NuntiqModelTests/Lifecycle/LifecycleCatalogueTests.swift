import NuntiqModel
import NuntiqTesting
import Testing

struct LifecycleCatalogueTests {
    @Test(.proves("model/catalogue-28"))
    func `28 codes stand in three tiers`() {
        #expect(LifecycleCatalogue.entries.count == 28)
        #expect(LifecycleTier.allCases.map { LifecycleCatalogue.codes(of: $0).count } == [6, 15, 7])
        #expect(Set(LifecycleCatalogue.entries.map(\.label)).count == 28)
        #expect(LifecycleCatalogue.entries.allSatisfy { $0.description.hasSuffix(".") })
        #expect(LifecycleCode.allCases.map(\.rawValue).first == "RECEIVED")
    }

    @Test(
        .proves("model/catalogue-first-six"),
        arguments: [
            ("RECEIVED", "Received", true, false), ("DUPLICATE_DETECTED", "Duplicate Invoice Detected", true, true),
            ("VALIDATION_FAILED", "Validation Failed", true, true),
            ("VALIDATION_WARNING", "Validation Warning", false, false),
            ("VALIDATION_INFO", "Validation Info", false, false), ("READY", "Ready for Integration", true, false),
        ])
    func `the intake codes have the documented labels and flags`(code: String, label: String, portal: Bool, email: Bool)
        throws
    {
        let entry = LifecycleCatalogue.entry(of: try #require(LifecycleCode(rawValue: code)))
        #expect(entry.tier == .intake)
        #expect(entry.label == label)
        #expect(entry.isPortalVisible == portal)
        #expect(entry.isEmailed == email)
    }

    @Test(arguments: [
        (LifecycleCode.acknowledged, PeppolResponseCode.acknowledged), (.inProcess, .inProcess),
        (.underQuery, .underQuery),
        (.conditionallyAccepted, .conditionallyAccepted), (.rejected, .rejected), (.approved, .accepted),
        (.accepted, .accepted),
        (.paid, .paid),
    ])
    func `a code is sent as its Peppol response`(code: LifecycleCode, response: PeppolResponseCode) {
        #expect(LifecycleCatalogue.entry(of: code).peppol == response)
    }
}
