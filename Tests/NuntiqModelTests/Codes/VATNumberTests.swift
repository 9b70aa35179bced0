import NuntiqModel
import Testing

struct VATNumberTests {
    @Test func `numbers right and mistyped are told apart in every country`() throws {
        let lines = try facts("VATFacts.txt")
        #expect(lines.count == 60)
        for line in lines {
            for text in line.dropFirst(2).split(separator: " ") {
                #expect(((try? VATNumber(text)) != nil) == line.hasPrefix("+"), "\(text)")
            }
        }
    }

    @Test(arguments: [
        ("NL 0044.95.445.B01", "NL004495445B01"), ("de136695976", "DE136695976"), ("GR 094259216", "EL094259216"),
        ("CHE-116.281.710 MWST", "CHE116281710"), ("NO 974 760 673 MVA", "NO974760673"),
        ("GB 980 7806 84", "GB980780684"),
        ("XI980780684", "XI980780684"), ("ATU13585627", "ATU13585627"), ("ESB58378431", "ESB58378431"),
        ("FR40303265045", "FR40303265045"),
    ])
    func `separators and small letters are taken`(text: String, compact: String) throws {
        #expect(try VATNumber(text).description == compact)
    }

    @Test(arguments: [
        ("DE136695975", VATNumber.Fault.wrongCheckDigits), ("DE13669597", .malformed), ("US123456789", .unknownCountry),
        ("", .unknownCountry), ("BE12345", .malformed), ("ROX", .malformed), ("CHE", .malformed), ("NO", .malformed),
        ("IEééééééé", .malformed),
    ])
    func `a wrong number says what is wrong`(text: String, fault: VATNumber.Fault) {
        #expect(throws: fault) { try VATNumber(text) }
    }
}
