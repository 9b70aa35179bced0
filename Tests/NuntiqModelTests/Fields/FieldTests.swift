import NuntiqModel
import NuntiqTesting
import Testing

@Suite
struct FieldTests {
    @Test(arguments: [
        ("currency", "currencyCode"), ("total_amount", "grossAmount"), ("supplier_vat_id", "supplierVatId"),
        ("po_number", "poNumber"), ("iban", "iban"), ("unit_of_measure", "unitOfMeasure"),
        ("service_period_start", "servicePeriodStart"),
    ])
    func `a wire name is the key of one field, and back`(name: String, key: String) {
        #expect(WireName.key(of: name) == key)
        #expect(WireName.name(of: key) == name)
        #expect(WireName.key(of: key) == key)
    }

    @Test
    func `odd names stay apart`() {
        #expect(WireName.key(of: "_private") == "_private")
        #expect(WireName.key(of: "a__b") != WireName.key(of: "a_b"))
        #expect(WireName.key(of: "ends_") == "ends_")
        #expect(WireName.key(of: "Ünï_cöde") == "Ünï_cöde".replacing("_c", with: "C"))
    }

    @Test
    func `every field of the standard template has a key of its own and a label for people`() {
        for fields in [FieldTemplate.standard.header, FieldTemplate.standard.lines] {
            #expect(Set(fields.map(\.key)).count == fields.count)
            #expect(Set(fields.map(\.label)).count == fields.count)
            for field in fields {
                #expect(WireName.key(of: WireName.name(of: field.key)) == field.key)
                #expect((field.type == .choice) == (field.choices != nil))
            }
        }
        #expect(FieldTemplate.standard.header.count == 36)
        #expect(FieldTemplate.standard.lines.count == 17)
    }

    @Test(.proves("model/template-default"))
    func `the standard template has the documented keys in their order`() {
        let header = """
            invoiceNumber invoiceDate dueDate documentType supplierNumber supplierName supplierVatId organizationCode \
            buyerName buyerVatId poNumber currencyCode netAmount taxAmount grossAmount paymentTerms iban bic \
            paymentReference buyerReference notes prepaidAmount roundingAmount payableAmount withholdingTaxAmount \
            precedingInvoiceNumber precedingInvoiceDate deliveryDate servicePeriodStart servicePeriodEnd payeeName \
            postingDate exchangeRate discountDate discountPercent taxExemptionReason
            """
        let lines = """
            lineNumber description productCode quantity unitOfMeasure unitPrice netAmount taxRate taxAmount poNumber \
            poLineNumber taxCategory discountAmount glAccount costCenter taxCode project
            """
        #expect(FieldTemplate.standard.header.map(\.key).joined(separator: " ") == header)
        #expect(FieldTemplate.standard.lines.map(\.key).joined(separator: " ") == lines)
    }

    @Test
    func `a template is written and read back`() throws {
        let json = try JSONCoder.encode(FieldTemplate.standard)
        #expect(try JSONCoder.decode(FieldTemplate.self, from: json) == .standard)
    }
}
