internal import NuntiqModel

/// Turns a received body into a typed submission, or lists every fault there is.
struct SubmissionParser {
    private static let topLevelKeys: Set<String> = [
        "invoice", "receiving_inbox", "external_identifier", "attachments", "workflow",
    ]

    let names: TemplateNames
    let channel: SubmissionChannel
    /// The caller's uploads that the body names.
    var uploads: [Token: Upload] = [:]

    /// The submission.
    ///
    /// - Throws: ``SubmissionError/invalid(_:)`` with all faults.
    func parse(_ received: ReceivedSubmission) throws(SubmissionError) -> Submission {
        var report = ParsingReport()
        routing(received.body, into: &report)
        let workflow = workflow(received.body, into: &report)
        let (content, references) = invoice(received.body, into: &report)
        let attachments = AttachmentParser(contents: received.contents, uploads: channel.takesUploads ? uploads : nil)
            .read(received.body["attachments"], into: &report)
        for member in received.body.members where !Self.topLevelKeys.contains(member.key) {
            report.keep(JSONPath([.key(member.key)]), member.value)
        }
        let faults = report.allFaults
        guard faults.isEmpty else { throw .invalid(faults) }
        var derived = DerivedValues(of: content).content
        derived.unknown = report.unknownKeys
        return Submission(
            content: derived, workflow: workflow, references: references, attachments: attachments,
            warnings: report.allWarnings)
    }

    private func routing(_ body: JSONObject, into report: inout ParsingReport) {
        for key in ["receiving_inbox", "external_identifier"] {
            if let value = body[key], !value.isNull, value.string == nil {
                report.fault(JSONPath([.key(key)]), "Expected a text, found \(value.kindName).")
            }
        }
    }

    private func workflow(_ body: JSONObject, into report: inout ParsingReport) -> Workflow {
        if let workflow = channel.workflow(of: body) { return workflow }
        let words = Workflow.allCases.map(\.rawValue).joined(separator: " or ")
        report.fault(JSONPath([.key("workflow")]), "Expected \(words).")
        return .fullEnrichment
    }

    private func invoice(_ body: JSONObject, into report: inout ParsingReport) -> (InvoiceContent, [String]) {
        let path = JSONPath([.key("invoice")])
        guard let invoice = body["invoice"]?.object else {
            let found = body["invoice"].map { "Expected an object, found \($0.kindName)." }
            report.fault(path, found ?? "This field is required.")
            return (InvoiceContent(), [])
        }
        var header = HeaderParser(names: names.header)
        header.read(invoice, at: path, isInvoice: true, into: &report)
        if let grouped = invoice["header"], !grouped.isNull {
            let place = path.appending("header")
            if let object = grouped.object {
                header.read(object, at: place, isInvoice: false, into: &report)
            } else {
                report.fault(place, "Expected an object, found \(grouped.kindName).")
            }
        }
        var content = parts(of: invoice, at: path, into: &report)
        content.header = header.fields
        let place = invoice["header"]?.object == nil ? path : path.appending("header")
        require(content, at: place, into: &report)
        return (content, header.referenceTexts)
    }

    private func parts(
        of invoice: JSONObject, at path: JSONPath, into report: inout ParsingReport
    ) -> InvoiceContent {
        func place(_ key: String) -> JSONPath { path.appending(key) }
        var content = InvoiceContent()
        content.lines = PartParser(names: names.lines).lines(invoice["lines"], at: place("lines"), into: &report)
        content.taxes = PartParser.taxes(invoice["taxes"], at: place("taxes"), into: &report)
        content.charges = PartParser.charges(invoice["charges"], at: place("charges"), into: &report)
        content.discounts = PartParser.discounts(invoice["discounts"], at: place("discounts"), into: &report)
        content.addresses = PartParser.addresses(invoice["addresses"], at: place("addresses"), into: &report)
        return content
    }

    /// `invoice_number`, `invoice_date`, `currency`, and `total_amount` or a line; a faulty value is not missing too.
    private func require(_ content: InvoiceContent, at path: JSONPath, into report: inout ParsingReport) {
        let faulty = Set(report.faults.map(\.field))
        func isFaulty(_ key: String) -> Bool {
            let names = [key, WireName.name(of: key), WireName.snakeName(of: key)]
            return names.contains { faulty.contains("invoice.\($0)") || faulty.contains("invoice.header.\($0)") }
        }
        for key in ["invoiceNumber", "invoiceDate", "currencyCode"]
        where content.header[key] == nil && !isFaulty(key) {
            report.fault(path.appending(WireName.name(of: key)), "This field is required.")
        }
        let hasLines = !content.lines.isEmpty || faulty.contains { $0.hasPrefix("invoice.lines") }
        if content.header["grossAmount"] == nil, !hasLines, !isFaulty("grossAmount") {
            report.fault(path.appending("total_amount"), "This field is required when there are no lines.")
        }
    }
}
