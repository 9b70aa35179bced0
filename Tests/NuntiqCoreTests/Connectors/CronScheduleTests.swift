import NuntiqModel
import NuntiqTesting
import Testing

@testable import NuntiqCore

@Suite(.proves("connector/schedule-clocks"))
struct CronScheduleTests {
    /// The next times after a moment, by the clocks of a zone.
    private func next(
        _ text: String, after moment: String, in zone: String = "UTC", count: Int = 1
    ) throws -> [String] {
        let instant = try #require(Instant(moment))
        return try CronSchedule(text).next(count, after: instant, in: zone).map { String($0.description.prefix(16)) }
    }

    @Test(arguments: [
        ("* * * * *", "2026-03-01T12:00:00Z", "2026-03-01T12:01"),
        ("* * * * *", "2026-03-01T12:00:59.999999Z", "2026-03-01T12:01"),
        ("*/15 * * * *", "2026-03-01T12:46:00Z", "2026-03-01T13:00"),
        ("5-20/5,59 * * * *", "2026-03-01T12:20:00Z", "2026-03-01T12:59"),
        ("0 6 * * mon-fri", "2026-03-06T06:00:00Z", "2026-03-09T06:00"),
        ("30 4 1,15 * *", "2026-03-01T04:30:00Z", "2026-03-15T04:30"),
        ("0 0 29 2 *", "2026-03-01T00:00:00Z", "2028-02-29T00:00"),
        ("0 0 31 * *", "2026-04-01T00:00:00Z", "2026-05-31T00:00"),
        ("0 12 * JAN,dec SUN", "2026-03-01T00:00:00Z", "2026-12-06T12:00"),
        ("0 12 * * 7", "2026-03-02T00:00:00Z", "2026-03-08T12:00"),
        ("0 12 * * sat-sun", "2026-03-02T00:00:00Z", "2026-03-07T12:00"),
        ("0 */6 * * *", "2026-03-01T18:00:00Z", "2026-03-02T00:00"),
        ("@daily", "2026-12-31T23:59:00Z", "2027-01-01T00:00"),
    ]) func `the next time is the first that every field allows`(text: String, after: String, expected: String) throws {
        #expect(try next(text, after: after) == [expected])
    }

    @Test func `where both days restrict, one of them is enough; a star and its steps do not restrict`() throws {
        // Friday the 13th: every 13th and every Friday
        #expect(
            try next("0 0 13 * fri", after: "2026-03-01T00:00:00Z", count: 3)
                == ["2026-03-06T00:00", "2026-03-13T00:00", "2026-03-20T00:00"])
        #expect(
            try next("0 0 */2 * fri", after: "2026-03-01T00:00:00Z", count: 2)
                == ["2026-03-13T00:00", "2026-03-27T00:00"], "odd days that are Fridays")
    }

    @Test func `a named time that the clocks skip comes right after the gap, once`() throws {
        // 29 March 2026, Amsterdam: 02:00 becomes 03:00, at 01:00 UTC
        #expect(
            try next("15,45 2 * * *", after: "2026-03-28T12:00:00Z", in: "Europe/Amsterdam", count: 3)
                == ["2026-03-29T01:00", "2026-03-30T00:15", "2026-03-30T00:45"])
        #expect(
            try next("30 2 * * *", after: "2026-10-24T00:30:00Z", in: "Europe/Amsterdam", count: 2)
                == ["2026-10-25T00:30", "2026-10-26T01:30"], "25 October shows 02:30 twice: the first counts")
    }

    @Test func `a schedule of every hour goes by real time through the gap and the hour that comes twice`() throws {
        #expect(
            try next("30 * * * *", after: "2026-03-28T23:45:00Z", in: "Europe/Amsterdam", count: 3)
                == ["2026-03-29T00:30", "2026-03-29T01:30", "2026-03-29T02:30"])
        #expect(
            try next("30 * * * *", after: "2026-10-24T23:45:00Z", in: "Europe/Amsterdam", count: 3)
                == ["2026-10-25T00:30", "2026-10-25T01:30", "2026-10-25T02:30"])
        #expect(
            try next("*/30 * * * *", after: "2026-10-03T15:00:00Z", in: "Australia/Lord_Howe", count: 3)
                == ["2026-10-03T15:30", "2026-10-03T16:00", "2026-10-03T16:30"], "a gap of half an hour")
    }

    @Test func `each time is after the moment asked about, in every zone and around every change of clocks`() throws {
        let zones = ["UTC", "Europe/Amsterdam", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe"]
        let texts = ["*/7 * * * *", "0 2 * * *", "30 1,2,3 * * *", "0 0 1 * *", "59 23 * * sun", "10 */5 * * *"]
        for zone in zones {
            for text in texts {
                let schedule = try CronSchedule(text)
                for start in ["2026-03-07T00:00:00Z", "2026-03-28T23:00:00Z", "2026-10-24T20:00:00Z"] {
                    var last = try #require(Instant(start))
                    for _ in 0..<30 {
                        let next = try schedule.next(after: last, in: zone)
                        #expect(next > last, "\(text) in \(zone) after \(last)")
                        #expect(next.microseconds % 60_000_000 == 0)
                        #expect(try schedule.next(after: next - .seconds(1), in: zone) == next, "\(text) \(zone)")
                        last = next
                    }
                }
            }
        }
    }

    @Test(arguments: [
        "", "* * * *", "* * * * * *", "60 * * * *", "* 24 * * *", "* * 0 * *", "* * * 13 *", "* * * * 8", "a * * * *",
        "5/10 * * * *", "*/0 * * * *", "9-5 * * * *", "1-2-3 * * * *", "1,,2 * * * *", "-1 * * * *", "0 0 30 2 *",
        "@often", "1/2/3 * * * *",
    ]) func `what is no schedule is refused, with what would be one`(text: String) throws {
        let error = #expect(throws: ScheduleError.self) { try CronSchedule(text) }
        #expect(error?.hint.contains("* * * *") == true)
    }

    @Test func `a zone must be one of the database`() throws {
        for zone in ["Mars/Base", "CET", "GMT+2", ""] {
            #expect(throws: ScheduleError.zoneUnknown(zone)) {
                try CronSchedule("@daily").next(after: Instant(microseconds: 0), in: zone)
            }
        }
    }

    @Test(arguments: [
        ("* * * * *", "every minute"), ("*/15 * * * *", "every 15 min"), ("5 * * * *", "every hour at :05"),
        ("0 6,18 * * *", "at 06:00, 18:00"), ("30 7 * * mon-fri", "Mon–Fri at 07:30"), ("0 9 * * sun", "Sun at 09:00"),
        ("*/5 8-18 * * 1-5", "Mon–Fri every 5 min, 08:00–18:59"), ("0 4 1 * *", "day 1 of the month at 04:00"),
        ("0 */6 * * *", "every 6 h at :00"), ("1-7 3 * 2 *", "1-7 3 * 2 *"),
    ]) func `a schedule is said in words where words are clearer`(text: String, words: String) throws {
        #expect(try CronSchedule(text).words == words)
    }
}
