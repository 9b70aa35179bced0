import NuntiqModel

extension ValidationRule {
    /// The currency is one of ISO 4217.
    ///
    /// - Source: EN 16931-1, BR-CL-04.
    static let currencyCode = ValidationRule("CURRENCY_UNKNOWN", .error) { facts in
        guard let code = facts.text("currencyCode"), facts.currency == nil else { return [] }
        return [
            Finding(
                message: "“\(code)” is no currency of ISO 4217.", fields: ["currencyCode"],
                hint: "Use the three capital letters of ISO 4217, such as EUR.")
        ]
    }

    /// Every address names its country by ISO 3166-1; small letters are taken.
    ///
    /// - Source: EN 16931-1, BR-CL-14.
    static let countryCodes = ValidationRule("COUNTRY_UNKNOWN", .error) { facts in
        facts.content.addresses.enumerated().compactMap { index, address in
            guard let code = address.country.map(trimmed), !code.isEmpty, Country(code.uppercased()) == nil else {
                return nil
            }
            return Finding(
                message: "“\(code)” is no country code of ISO 3166-1.", fields: ["addresses[\(index)].country"],
                hint: "Use the two letters of ISO 3166-1, such as NL.")
        }
    }

    /// The bank account's check digits are right.
    static let iban = ValidationRule("IBAN_INVALID", .error) { facts in
        guard let text = facts.text("iban"), let fault = fault(in: { () throws(IBAN.Fault) in try IBAN(text) }) else {
            return []
        }
        let reason =
            switch fault {
            case .unknownCountry: "does not begin with a country that has IBANs"
            case .malformed: "has not the length and form of its country"
            case .wrongCheckDigits: "has wrong check digits"
            }
        return [
            Finding(
                message: "The IBAN “\(text)” \(reason).", fields: ["iban"], hint: "Compare it with the bank's letter.")
        ]
    }

    /// The bank's code has the form of ISO 9362 and names a country.
    static let bic = ValidationRule("BIC_INVALID", .warning) { facts in
        guard let text = facts.text("bic"), !isBIC(text.uppercased()) else { return [] }
        return [
            Finding(
                message: "“\(text)” is no BIC.", fields: ["bic"],
                hint: "A BIC has 8 or 11 letters and digits, such as ABNANL2A.")
        ]
    }

    private static func isBIC(_ text: String) -> Bool {
        let isPlain = text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
        return isPlain && [8, 11].contains(text.utf8.count) && Country(text.dropFirst(4).prefix(2)) != nil
    }

    /// The supplier's VAT id has the form and check digits of its country.
    static let supplierVATID = ValidationRule("SUPPLIER_VAT_ID_INVALID", .error) { facts in
        vatFindings("supplierVatId", in: facts)
    }

    /// The buyer's VAT id has the form and check digits of its country.
    static let buyerVATID = ValidationRule("BUYER_VAT_ID_INVALID", .error) { facts in
        vatFindings("buyerVatId", in: facts)
    }

    /// Numbers of countries whose rules are not known are let through.
    private static func vatFindings(_ key: String, in facts: InvoiceFacts) -> [Finding] {
        guard let text = facts.text(key), let fault = fault(in: { () throws(VATNumber.Fault) in try VATNumber(text) })
        else { return [] }
        let reason: String
        switch fault {
        case .unknownCountry: return []
        case .malformed: reason = "has not the length and form of its country"
        case .wrongCheckDigits: reason = "has wrong check digits"
        }
        return [
            Finding(
                message: "\(facts.label(key)) “\(text)” \(reason).", fields: [key],
                hint: "Write it as registered, with the country's prefix, such as NL004495445B01.")
        ]
    }

    /// What a check throws, `nil` when it passes.
    private static func fault<Value, Fault: Error>(in check: () throws(Fault) -> Value) -> Fault? {
        do throws(Fault) {
            _ = try check()
            return nil
        } catch {
            return error
        }
    }
}
