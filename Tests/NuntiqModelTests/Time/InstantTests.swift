import NuntiqModel
import NuntiqTesting
import Testing

struct InstantTests {
    @Test(
        .proves("model/instants-wire"),
        arguments: [
            ("2026-05-19T08:30:00Z", "2026-05-19T08:30:00.000000Z"),
            ("2026-05-19T08:30:00.123456Z", "2026-05-19T08:30:00.123456Z"),
            ("2026-05-19T08:30:00.1234569Z", "2026-05-19T08:30:00.123456Z"),
            ("2026-05-19T08:30:00.5+02:00", "2026-05-19T06:30:00.500000Z"),
            ("2026-05-19t08:30:00-0530", "2026-05-19T14:00:00.000000Z"),
            ("2026-01-01T00:30+01", "2025-12-31T23:30:00.000000Z"),
            ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00.000000Z"),
            ("1969-12-31T23:59:59.999999Z", "1969-12-31T23:59:59.999999Z"),
        ])
    func `an instant is read with any offset and written in UTC`(text: String, written: String) throws {
        #expect(try #require(Instant(text)).description == written)
    }

    @Test(arguments: [
        "", "2026-05-19", "2026-05-19T08:30:00", "2026-05-19T24:00:00Z", "2026-05-19T08:60:00Z", "2026-02-30T08:30:00Z",
        "2026-05-19T08:30:00.Z", "2026-05-19T08:30:00+24:00", "2026-05-19T08:30:00+02:", "2026-05-19 08:30:00Z",
        "2026-05-19T08:30:00 02:00", "2026-05-19T08:30:00ZZ", "2026-05-19T8:30:00Z",
    ])
    func `what names no instant is refused`(text: String) {
        #expect(Instant(text) == nil)
    }

    @Test func `what is written is read back to the microsecond`() {
        withChance { random in
            let instant = Instant(
                microseconds: Int64.random(in: -62_135_596_800_000_000...253_402_300_799_999_999, using: &random))
            #expect(Instant(instant.description) == instant, "\(random)")
        }
    }

    @Test func `no instant crashes the writer`() {
        #expect(Instant(microseconds: .max).description == "9999-12-31T23:59:59.999999Z")
        #expect(Instant(microseconds: .min).description == "0001-01-01T00:00:00.000000Z")
        #expect(CalendarDate(of: Instant(microseconds: .min)) == nil)
    }

    @Test func `a day begins at midnight in UTC`() throws {
        let date = try #require(CalendarDate("2026-05-19"))
        #expect(Instant(startOf: date).description == "2026-05-19T00:00:00.000000Z")
        #expect(CalendarDate(of: Instant(startOf: date)) == date)
        #expect(CalendarDate(of: Instant(startOf: date) - .microseconds(1))?.description == "2026-05-18")
    }
}
