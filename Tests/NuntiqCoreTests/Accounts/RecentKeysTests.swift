@testable import NuntiqCore
import NuntiqModel
import NuntiqTesting
import Testing

@Suite
struct RecentKeysTests {
    private let start = ContinuousClock().now
    private let recent = RecentKeys()

    private var holder: KeyHolder {
        let tenant = TenantID(rawValue: 1)
        let principal = Principal(id: 7, tenant: tenant, kind: .apiUser, name: "erp", permissions: [])
        return KeyHolder(
            principal: principal, usage: .apiUser(tenant, 7), expiresAt: nil, graceUntil: nil, subdomain: "acme")
    }

    @Test(.proves("partner/key-change-within-second"))
    func `what was found is known for less than a second`() {
        recent.keep(holder, for: [1], readAt: start)
        #expect(recent.find([1], at: start + .milliseconds(899)) == .some(.some(holder)))
        #expect(recent.find([1], at: start + .milliseconds(900)) == .none)
        #expect(RecentKeys.maximumAge < .seconds(1))
    }

    @Test func `what was not found is known too`() {
        recent.keep(nil, for: [1], readAt: start)
        #expect(recent.find([1], at: start) == .some(.none))
        #expect(recent.find([2], at: start) == .none)
    }

    @Test func `a newer look-up replaces an older one, whatever it found`() {
        recent.keep(nil, for: [1], readAt: start)
        recent.keep(holder, for: [1], readAt: start)
        #expect(recent.find([1], at: start) == .some(.some(holder)))
        recent.keep(nil, for: [1], readAt: start)
        #expect(recent.find([1], at: start) == .some(.none))
    }

    @Test func `a flood of wrong keys pushes no right one out`() {
        recent.keep(holder, for: [1], readAt: start)
        for number in 0..<(RecentKeys.entriesMax + 5) {
            recent.keep(nil, for: Int64(number).subject, readAt: start)
        }
        #expect(recent.find([1], at: start) == .some(.some(holder)))
    }
}
