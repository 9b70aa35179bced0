import NuntiqCore
import NuntiqModel
import NuntiqTesting
import Testing

struct WallClockTests {
    @Test(
        .proves("customer/poll-local-time"),
        arguments: [
            ("Europe/Amsterdam", "2026-04-25T00:00:00", "2026-04-24T22:00:00.000000Z"),
            ("Europe/Amsterdam", "2026-01-15T00:00", "2026-01-14T23:00:00.000000Z"),
            ("Europe/Amsterdam", "2026-04-25", "2026-04-24T22:00:00.000000Z"),
            ("Europe/Amsterdam", "2026-04-25 08:30:00.123456", "2026-04-25T06:30:00.123456Z"),
            // The clocks show 02:00 to 03:00 twice on 2026-10-25: the earlier instant is meant.
            ("Europe/Amsterdam", "2026-10-25T01:59:59.999999", "2026-10-24T23:59:59.999999Z"),
            ("Europe/Amsterdam", "2026-10-25T02:00:00", "2026-10-25T00:00:00.000000Z"),
            ("Europe/Amsterdam", "2026-10-25T02:30:00", "2026-10-25T00:30:00.000000Z"),
            ("Europe/Amsterdam", "2026-10-25T03:00:00", "2026-10-25T02:00:00.000000Z"),
            // They skip 02:00 to 03:00 on 2026-03-29: the instant of the change is meant.
            ("Europe/Amsterdam", "2026-03-29T01:59:59", "2026-03-29T00:59:59.000000Z"),
            ("Europe/Amsterdam", "2026-03-29T02:00:00", "2026-03-29T01:00:00.000000Z"),
            ("Europe/Amsterdam", "2026-03-29T02:30:00", "2026-03-29T01:00:00.000000Z"),
            ("Europe/Amsterdam", "2026-03-29T03:00:00", "2026-03-29T01:00:00.000000Z"),
            ("America/New_York", "2026-11-01T01:30:00", "2026-11-01T05:30:00.000000Z"),
            ("America/New_York", "2026-03-08T02:30:00", "2026-03-08T07:00:00.000000Z"),
            ("Australia/Lord_Howe", "2026-04-05T01:45:00", "2026-04-04T14:45:00.000000Z"),
            ("Pacific/Kiritimati", "2026-01-01T00:00:00", "2025-12-31T10:00:00.000000Z"),
            ("Asia/Kolkata", "2026-01-01T00:00:00", "2025-12-31T18:30:00.000000Z"),
            ("UTC", "2026-01-01T00:00:00", "2026-01-01T00:00:00.000000Z"),
            // An offset speaks for itself; a space is the plus that a query lost.
            ("America/New_York", "2026-04-25T00:00:00+02:00", "2026-04-24T22:00:00.000000Z"),
            ("America/New_York", "2026-04-25T00:00:00 02:00", "2026-04-24T22:00:00.000000Z"),
            ("America/New_York", "2026-04-25T00:00:00Z", "2026-04-25T00:00:00.000000Z"),
        ])
    func `a time is read by the clocks of its zone`(zone: String, text: String, instant: String) throws {
        let clock = try #require(WallClock(zone: zone))
        #expect(clock.instant(text)?.description == instant)
    }

    @Test(arguments: ["", "Europe/Amsterdan", "GMT+2", "CEST", "+02:00", "../../etc/passwd"])
    func `what is no zone of the database is none`(name: String) {
        #expect(WallClock(zone: name) == nil)
    }

    @Test(arguments: ["", "yesterday", "2026-02-30", "2026-04-25T25:00:00", "1777068000x"])
    func `what is no time is none`(text: String) throws {
        let clock = try #require(WallClock(zone: "Europe/Amsterdam"))
        #expect(clock.instant(text) == nil)
    }
}
