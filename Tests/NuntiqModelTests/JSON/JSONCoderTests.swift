import NuntiqModel
import Testing

@Suite
struct JSONCoderTests {
    enum Colour: String, Codable, CaseIterable {
        case red
        case blue
    }

    struct Order: Codable, Equatable {
        struct Item: Codable, Equatable {
            var name: String
            var count: Int32
        }

        var id: Token
        var total: Amount
        var day: CalendarDate
        var at: Instant
        var note: String?
        var flag = true
        var share = 0.5
        var items: [Item] = []
        var colours: [String: Colour] = [:]

        enum CodingKeys: String, CodingKey {
            case id, total, note, flag, share, items, colours, at
            case day = "order_day"
        }
    }

    static let text = """
        {"id":"0190a5b8-7c1e-7def-8abc-0123456789ab","total":1234.50,"flag":true,"share":0.5,\
        "items":[{"name":"Paper","count":3}],"colours":{"a":"blue"},"at":"2026-05-19T08:30:00.000000Z",\
        "order_day":"2026-05-19"}
        """

    @Test
    func `a value is read and written with its exact decimals`() throws {
        let order = try JSONCoder.decode(Order.self, from: try JSONValue.parse(Self.text))
        #expect(order.total == Amount("1234.5"))
        #expect(order.day == CalendarDate("2026-05-19"))
        #expect(order.colours == ["a": .blue])
        let written = try JSONCoder.encode(order)
        #expect(written == (try JSONValue.parse(Self.text)))
        #expect(written["total"]?.number?.text == "1234.50")
    }

    @Test(arguments: [
        ("total", "\"x\"", "total", "Expected a number, found a string."),
        ("order_day", "\"2026-02-30\"", "order_day", "Expected a real date as YYYY-MM-DD."),
        ("items", "[{\"name\":\"a\",\"count\":3000000000}]", "items[0].count", "Expected a whole number from"),
        ("items", "[{\"count\":1}]", "items[0].name", "This field is missing."),
        ("colours", "{\"a\":\"green\"}", "colours.a", "Expected one of red, blue."),
        ("flag", "1", "flag", "Expected true or false, found a number."),
    ])
    func `what does not fit is named with its path`(key: String, json: String, path: String, message: String) throws {
        var object = try #require(try JSONValue.parse(Self.text).object)
        object[key] = try JSONValue.parse(json)
        let mismatch = #expect(throws: JSONMismatch.self) {
            try JSONCoder.decode(Order.self, from: .object(object))
        }
        #expect(mismatch?.path.description == path)
        #expect(mismatch?.message.hasPrefix(message) == true)
    }
}
