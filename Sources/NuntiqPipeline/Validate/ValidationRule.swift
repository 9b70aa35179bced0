public import NuntiqModel

/// One check: an id that never changes, a severity, and a function over the facts of an invoice.
public struct ValidationRule: Sendable {
    /// Its stable id, in capitals.
    public let id: String
    /// What a finding means, unless it says otherwise.
    public let severity: ValidationSeverity
    /// Whether its findings say something to the supplier, and not of the customer's own house.
    let isForSupplier: Bool
    private let check: @Sendable (InvoiceFacts) throws(AmountError) -> [Finding]

    /// What a check found.
    struct Finding {
        let message: String
        let fields: [String]
        let hint: String
        var severity: ValidationSeverity?

        /// The same, as grave as this.
        func with(_ severity: ValidationSeverity) -> Finding {
            Finding(message: message, fields: fields, hint: hint, severity: severity)
        }
    }

    /// So many findings of one rule are told; the last one says how many more there are.
    static let findingsMax = 20

    init(
        _ id: String, _ severity: ValidationSeverity, isForSupplier: Bool = true,
        _ check: @escaping @Sendable (InvoiceFacts) throws(AmountError) -> [Finding]
    ) {
        (self.id, self.severity, self.isForSupplier, self.check) = (id, severity, isForSupplier, check)
    }

    /// What the rule finds.
    func issues(in facts: InvoiceFacts) -> [ValidationIssue] {
        do {
            let findings = try check(facts)
            var told = findings.prefix(Self.findingsMax).map(issue)
            if findings.count > told.count, let last = told.popLast() {
                told.append(last.adding("There are \(findings.count - Self.findingsMax) more of this kind."))
            }
            return told
        } catch {
            return [
                ValidationIssue(
                    rule: id, severity: .error, message: "The amounts have too many digits to be checked.", fields: [],
                    hint: "Round the amounts to the minor units of the currency.")
            ]
        }
    }

    private func issue(_ finding: Finding) -> ValidationIssue {
        ValidationIssue(
            rule: id, severity: finding.severity ?? severity, message: finding.message, fields: finding.fields,
            hint: finding.hint)
    }
}

extension ValidationIssue {
    fileprivate func adding(_ sentence: String) -> ValidationIssue {
        ValidationIssue(rule: rule, severity: severity, message: "\(message) \(sentence)", fields: fields, hint: hint)
    }
}

extension ValidationRule {
    /// The rules whose findings say something of the customer's own house.
    static let idsOfTheHouse = Set(builtIn.filter { !$0.isForSupplier }.map(\.id))

    /// Every built-in rule, in the order in which people fix things.
    static let builtIn: [ValidationRule] = [
        .mandatoryFields, .choices,
        .currencyCode, .countryCodes,
        .supplierOfPartner, .suppliersLoaded, .supplierKnown, .supplierActive, .supplierBlocked, .supplierVATID,
        .buyerVATID, .iban, .bic,
        .invoiceDateInFuture, .invoiceDateTooOld, .dueBeforeIssue, .servicePeriod, .precedingDate,
        .lineNetMissing, .lineNet, .lineTax, .net, .tax, .taxOfRate, .taxBases, .gross, .payable, .decimals,
        .taxedExemption, .standardRate, .reverseCharge, .exemptionReason,
        .negativeTotal, .creditNoteSign, .precedingInvoice,
    ]
}
