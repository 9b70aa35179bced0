import NuntiqModel
import NuntiqTesting
import Testing

struct CalendarDateTests {
    @Test(arguments: ["2026-05-19", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])
    func `a real day is read and written`(text: String) throws {
        #expect(try #require(CalendarDate(text)).description == text)
    }

    @Test(arguments: [
        "", "2026-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00", "0000-01-01",
        "2026-5-19",
        "19.05.2026", "2026-05-19T00:00:00Z", "2026/05/19", "20260519", " 2026-05-19", "2026-05-19 ", "２026-05-19",
    ])
    func `what is no real day is refused`(text: String) {
        #expect(CalendarDate(text) == nil)
    }

    @Test func `days are counted as on the calendar`() throws {
        let date = try #require(CalendarDate("2024-02-28"))
        #expect(date.adding(days: 1)?.description == "2024-02-29")
        #expect(date.adding(days: 2)?.description == "2024-03-01")
        #expect(date.adding(days: 366)?.description == "2025-02-28")
        #expect(date.adding(days: -59)?.description == "2023-12-31")
        #expect(try #require(CalendarDate("1970-01-01")).daysSinceEpoch == 0)
        #expect(try #require(CalendarDate("2000-03-01")).daysSinceEpoch == 11_017)
        #expect(try #require(CalendarDate("9999-12-31")).adding(days: 1) == nil)
        #expect(try #require(CalendarDate("0001-01-01")).adding(days: -1) == nil)
        #expect(date.adding(days: .max) == nil)
    }

    @Test func `every day of four centuries follows the one before`() throws {
        var date = try #require(CalendarDate("1999-12-31"))
        var count = 0
        while count < 146_097, let next = date.adding(days: 1) {
            let isNextDay = next.day == date.day + 1 && next.month == date.month && next.year == date.year
            let isNextMonth =
                next.day == 1 && (next.month == date.month + 1 || (next.month == 1 && next.year == date.year + 1))
            guard isNextDay || isNextMonth, next > date, next.days(since: date) == 1 else {
                Issue.record("\(next) follows \(date)")
                return
            }
            date = next
            count += 1
        }
        #expect(date.description == "2399-12-31")
    }
}
