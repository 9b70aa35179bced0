import NuntiqModel
import Testing

@Suite
struct InvoiceContentTests {
    static func sample() throws -> InvoiceContent {
        let amount = try #require(Amount("1234.50"))
        var content = InvoiceContent()
        content.header = [
            Field("invoiceNumber", .text("INV-1"), source: .submitted),
            Field(
                "invoiceDate", .date(try #require(CalendarDate("2026-05-19"))), source: .pdfText, confidence: 0.97,
                page: 2, box: FieldBox(left: 0.1, top: 0.2, width: 0.3, height: 0.05)),
            Field("grossAmount", .amount(amount), source: .rule), Field("urgent", .boolean(true), source: .person),
        ]
        content.lines = [InvoiceLine(fields: [Field("quantity", .amount(1), source: .submitted)]), InvoiceLine()]
        content.taxes = [InvoiceTax(taxName: "VAT", taxRate: 21, taxBaseAmount: amount, taxAmount: nil)]
        content.charges = [InvoiceCharge(chargeName: "Freight", chargeAmount: 5)]
        content.discounts = [InvoiceDiscount(discountName: "Early", discountRate: 2, discountAmount: 1)]
        var address = InvoiceAddress()
        address.addressType = .remitTo
        address.postalCode = "1011 AB"
        content.addresses = [address]
        content.unknown = ["invoice.colour": "red"]
        return content
    }

    @Test
    func `a content document is written and read back, with trailing zeros`() throws {
        let content = try Self.sample()
        let read = try InvoiceContent(text: content.text)
        #expect(read == content)
        #expect(read.header["grossAmount"]?.amount?.description == "1234.50")
        #expect(read.lines[0]["quantity"] == .amount(1))
        #expect(read.text == content.text)
    }

    @Test
    func `a field is as short as what is known of it`() throws {
        let content = try Self.sample()
        #expect(
            content.text.hasPrefix(
                #"{"v":1,"header":[["invoiceNumber","INV-1","submitted"],"#
                    + #"["invoiceDate",{"date":"2026-05-19"},"pdf_text",0.97,2,[0.1,0.2,0.3,0.05]],"#))
    }

    @Test
    func `a document of a newer program is refused`() {
        #expect(throws: JSONMismatch.self) { try InvoiceContent(text: #"{"v":2}"#) }
    }
}
