import NuntiqModel
import NuntiqTesting
import Testing

struct CurrencyTests {
    @Test(arguments: [("EUR", 2), ("USD", 2), ("JPY", 0), ("KWD", 3), ("CLF", 4), ("BGN", 2)])
    func `a currency knows its smallest coin`(code: String, places: Int) throws {
        #expect(try #require(Currency(code)).minorUnits == places)
    }

    @Test(arguments: ["", "eur", "EURO", "XXX", "XTS", "DEM", "€"])
    func `what is no currency is refused`(code: String) {
        #expect(Currency(code) == nil)
    }

    @Test func `gold has no coin`() throws {
        #expect(try #require(Currency("XAU")).minorUnits == nil)
    }

    @Test func `the list is that of ISO 4217, with six that were withdrawn of late`() {
        #expect(Currency.all.count == 178 - 2 + 6)
        #expect(Currency.all.allSatisfy { $0.code.count == 3 && $0.code == $0.code.uppercased() })
    }
}

struct CountryTests {
    @Test(arguments: ["NL", "DE", "XK", "XI", "US"])
    func `a country is known by its code`(code: String) throws {
        #expect(try #require(Country(code)).description == code)
    }

    @Test(arguments: ["", "nl", "UK", "EL", "XX", "NLD"])
    func `what is no country is refused`(code: String) {
        #expect(Country(code) == nil)
    }

    @Test func `the list is that of ISO 3166-1, with Kosovo and Northern Ireland`() {
        #expect(Country.all.count == 249 + 2)
    }
}

struct IBANTests {
    @Test(arguments: [
        "NL91ABNA0417164300", "DE89 3704 0044 0532 0130 00", "gb82 west 1234 5698 7654 32",
        "FR1420041010050500013M02606",
        "NO9386011117947", "MT84MALT011000012345MTLCAST001S", "BR1800360305000010009795493C1",
        "CH93-0076-2011-6238-5295-7",
        "LC55HEMM000100010012001200023015", "SC18SSCB11010000000000001497USD",
        "DZ580002100001113000000570", "MA64011519000001205000534921", "SN08SN0100152000048500003035",
        "AO06004400006729503010102", "CM2110002000300277976315008", "IR580540105180021273113007",
    ])
    func `a right IBAN is taken, however it is spaced`(text: String) throws {
        let iban = try IBAN(text)
        #expect(try IBAN(iban.description) == iban)
        #expect(iban.country == text.prefix(2).uppercased())
    }

    @Test(arguments: [
        ("NL91ABNA0417164301", IBAN.Fault.wrongCheckDigits), ("DE98370400440532013000", .wrongCheckDigits),
        ("NL91ABNA041716430", .malformed), ("NL91ABN10417164300", .malformed), ("US1234567890", .unknownCountry),
        ("", .unknownCountry), ("NLX1ABNA0417164300", .malformed), ("DE8937040044053201300Ø", .malformed),
    ])
    func `a wrong IBAN says what is wrong`(text: String, fault: IBAN.Fault) {
        #expect(throws: fault) { try IBAN(text) }
    }

    @Test func `any two digits swapped are found`() throws {
        let right = Array("DE89370400440532013000")
        for place in 4..<right.count - 1 where right[place] != right[place + 1] {
            var swapped = right
            swapped.swapAt(place, place + 1)
            #expect(throws: IBAN.Fault.wrongCheckDigits) { try IBAN(String(swapped)) }
        }
    }
}

struct DocumentTypeTests {
    @Test(
        .proves("model/document-types"),
        arguments: [
            ("invoice", 380), ("credit_note", 381), ("debit_note", 383), ("corrected", 384), ("partial", 326),
            ("prepayment", 386), ("final", 380), ("self_billed", 389),
        ])
    func `a type has its code of UNTDID 1001`(key: String, code: Int) throws {
        #expect(try #require(DocumentType(rawValue: key)).untdid1001 == code)
    }

    @Test func `a code gives its type, 380 by what it names`() {
        #expect(DocumentType(untdid1001: 380) == .invoice)
        #expect(DocumentType(untdid1001: 380, namesPreceding: true) == .final)
        #expect(DocumentType(wire: " Credit_Note ") == .creditNote)
        #expect(DocumentType(wire: "381") == .creditNote)
        #expect(DocumentType(wire: "999") == nil)
    }
}
