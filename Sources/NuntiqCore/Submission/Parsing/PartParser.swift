internal import NuntiqModel

/// Reads the arrays of an invoice: lines, taxes, charges, discounts, addresses.
struct PartParser {
    let names: FieldNames

    /// The lines; keys of the template, or kept as unknown.
    func lines(_ json: JSONValue?, at path: JSONPath, into report: inout ParsingReport) -> [InvoiceLine] {
        objects(json, at: path, into: &report).map { object, place in
            line(object, at: place, into: &report)
        }
    }

    private func line(_ object: JSONObject, at path: JSONPath, into report: inout ParsingReport) -> InvoiceLine {
        var line = LineFields(capacity: object.count)
        for member in object.members {
            guard let entry = names[member.key] else {
                report.keep(path.appending(member.key), member.value)
                continue
            }
            switch ValueParser.read(member.value, as: entry.field) {
            case .absent: break
            case .fault(let message): report.fault(path.appending(member.key), message)
            case .value(let value):
                if !line.takes(value, as: entry) {
                    report.fault(path.appending(member.key), "This was given twice with different values.")
                }
            }
        }
        return InvoiceLine(fields: line.fields)
    }

    private static let taxNames = PartNames(
        texts: ["tax_name"], amounts: ["tax_rate", "tax_base_amount", "tax_amount"])
    private static let chargeNames = PartNames(texts: ["charge_name"], amounts: ["charge_amount"])
    private static let discountNames = PartNames(
        texts: ["discount_name"], amounts: ["discount_rate", "discount_amount"])
    private static let addressNames = PartNames(
        texts: ["address_type", "address_name", "street", "city", "state", "postal_code", "country"], amounts: [],
        words: ["address_type": InvoiceAddress.Kind.allCases.map(\.rawValue)])

    static func taxes(_ json: JSONValue?, at path: JSONPath, into report: inout ParsingReport) -> [InvoiceTax] {
        read(json, at: path, into: &report, taxNames).map { part in
            InvoiceTax(
                taxName: part["tax_name"]?.text, taxRate: part["tax_rate"]?.amount,
                taxBaseAmount: part["tax_base_amount"]?.amount, taxAmount: part["tax_amount"]?.amount)
        }
    }

    static func charges(_ json: JSONValue?, at path: JSONPath, into report: inout ParsingReport) -> [InvoiceCharge] {
        read(json, at: path, into: &report, chargeNames)
            .map { InvoiceCharge(chargeName: $0["charge_name"]?.text, chargeAmount: $0["charge_amount"]?.amount) }
    }

    static func discounts(
        _ json: JSONValue?, at path: JSONPath, into report: inout ParsingReport
    ) -> [InvoiceDiscount] {
        read(json, at: path, into: &report, discountNames).map { part in
            InvoiceDiscount(
                discountName: part["discount_name"]?.text, discountRate: part["discount_rate"]?.amount,
                discountAmount: part["discount_amount"]?.amount)
        }
    }

    static func addresses(
        _ json: JSONValue?, at path: JSONPath, into report: inout ParsingReport
    ) -> [InvoiceAddress] {
        read(json, at: path, into: &report, addressNames).map { part in
            var address = InvoiceAddress()
            address.addressType = part["address_type"]?.text.flatMap(InvoiceAddress.Kind.init)
            address.addressName = part["address_name"]?.text
            address.street = part["street"]?.text
            address.city = part["city"]?.text
            address.state = part["state"]?.text
            address.postalCode = part["postal_code"]?.text
            address.country = part["country"]?.text
            return address
        }
    }
}

extension PartParser {
    /// The objects of an array with their paths; what is none is a fault.
    private func objects(
        _ json: JSONValue?, at path: JSONPath, into report: inout ParsingReport
    ) -> [(JSONObject, JSONPath)] {
        Self.objects(json, at: path, into: &report)
    }

    fileprivate static func objects(
        _ json: JSONValue?, at path: JSONPath, into report: inout ParsingReport
    ) -> [(JSONObject, JSONPath)] {
        guard let json, !json.isNull else { return [] }
        guard let elements = json.array else {
            report.fault(path, "Expected an array of objects, found \(json.kindName).")
            return []
        }
        guard elements.count <= SubmissionLimits.linesMax else {
            report.fault(path, "At most \(SubmissionLimits.linesMax) are taken, found \(elements.count).")
            return []
        }
        var objects: [(JSONObject, JSONPath)] = []
        for (index, element) in elements.enumerated() {
            let place = path.appending(index)
            if let object = element.object {
                objects.append((object, place))
            } else {
                report.fault(place, "Expected an object, found \(element.kindName).")
            }
        }
        return objects
    }

    /// The values of each object by their names on the wire.
    fileprivate static func read(
        _ json: JSONValue?, at path: JSONPath, into report: inout ParsingReport, _ names: PartNames
    ) -> [[String: FieldValue]] {
        objects(json, at: path, into: &report).map { object, place in
            var part: [String: FieldValue] = [:]
            for member in object.members {
                guard let entry = names[member.key] else {
                    report.keep(place.appending(member.key), member.value)
                    continue
                }
                switch entry.isAmount ? ValueParser.amount(member.value) : ValueParser.text(member.value) {
                case .absent: break
                case .fault(let message): report.fault(place.appending(member.key), message)
                case .value(let value):
                    if let words = entry.words, !words.contains(value.text ?? "") {
                        let message = "Expected one of \(words.joined(separator: ", "))."
                        report.fault(place.appending(member.key), message)
                    } else if let first = part[entry.name], first != value {
                        report.fault(place.appending(member.key), "This was given twice with different values.")
                    }
                    part[entry.name] = part[entry.name] ?? value
                }
            }
            return part
        }
    }
}
