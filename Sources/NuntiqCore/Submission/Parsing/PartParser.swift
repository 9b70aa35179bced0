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
        var fields: [(position: Int, field: Field)] = []
        for member in object.members {
            guard let entry = names[member.key] else {
                report.keep(path.appending(member.key), member.value)
                continue
            }
            switch ValueParser.read(member.value, as: entry.field) {
            case .absent: break
            case .fault(let message): report.fault(path.appending(member.key), message)
            case .value(let value):
                let first = fields.first { $0.field.key == entry.field.key }?.field
                if let first, first.value != value {
                    report.fault(path.appending(member.key), "This was given twice with different values.")
                } else if first == nil {
                    fields.append((entry.position, Field(entry.field.key, value, source: .submitted)))
                }
            }
        }
        return InvoiceLine(fields: fields.sorted { $0.position < $1.position }.map(\.field))
    }

    static func taxes(_ json: JSONValue?, at path: JSONPath, into report: inout ParsingReport) -> [InvoiceTax] {
        read(
            json, at: path, into: &report, texts: ["tax_name"], amounts: ["tax_rate", "tax_base_amount", "tax_amount"]
        )
        .map { part in
            InvoiceTax(
                taxName: part["tax_name"]?.text, taxRate: part["tax_rate"]?.amount,
                taxBaseAmount: part["tax_base_amount"]?.amount, taxAmount: part["tax_amount"]?.amount)
        }
    }

    static func charges(_ json: JSONValue?, at path: JSONPath, into report: inout ParsingReport) -> [InvoiceCharge] {
        read(json, at: path, into: &report, texts: ["charge_name"], amounts: ["charge_amount"])
            .map { InvoiceCharge(chargeName: $0["charge_name"]?.text, chargeAmount: $0["charge_amount"]?.amount) }
    }

    static func discounts(
        _ json: JSONValue?, at path: JSONPath, into report: inout ParsingReport
    ) -> [InvoiceDiscount] {
        read(json, at: path, into: &report, texts: ["discount_name"], amounts: ["discount_rate", "discount_amount"])
            .map { part in
                InvoiceDiscount(
                    discountName: part["discount_name"]?.text, discountRate: part["discount_rate"]?.amount,
                    discountAmount: part["discount_amount"]?.amount)
            }
    }

    static func addresses(
        _ json: JSONValue?, at path: JSONPath, into report: inout ParsingReport
    ) -> [InvoiceAddress] {
        let texts = ["address_type", "address_name", "street", "city", "state", "postal_code", "country"]
        let words = ["address_type": InvoiceAddress.Kind.allCases.map(\.rawValue)]
        return read(json, at: path, into: &report, texts: texts, amounts: [], words: words).map { part in
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

    /// The values of each object by their names on the wire; the camelCase keys are taken too.
    ///
    /// A text that `words` names is one of those.
    fileprivate static func read(
        _ json: JSONValue?, at path: JSONPath, into report: inout ParsingReport, texts: [String], amounts: [String],
        words: [String: [String]] = [:]
    ) -> [[String: FieldValue]] {
        objects(json, at: path, into: &report).map { object, place in
            var part: [String: FieldValue] = [:]
            for member in object.members {
                let name = (texts + amounts).first { $0 == member.key || WireName.key(of: $0) == member.key }
                guard let name else {
                    report.keep(place.appending(member.key), member.value)
                    continue
                }
                let outcome = amounts.contains(name) ? ValueParser.amount(member.value) : ValueParser.text(member.value)
                switch outcome {
                case .absent: break
                case .fault(let message): report.fault(place.appending(member.key), message)
                case .value(let value):
                    if let words = words[name], !words.contains(value.text ?? "") {
                        let message = "Expected one of \(words.joined(separator: ", "))."
                        report.fault(place.appending(member.key), message)
                    } else if let first = part[name], first != value {
                        report.fault(place.appending(member.key), "This was given twice with different values.")
                    }
                    part[name] = part[name] ?? value
                }
            }
            return part
        }
    }
}
