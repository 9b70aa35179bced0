import Foundation
import NuntiqModel
import NuntiqTesting
import Testing

@testable import NuntiqPipeline

/// Every built-in rule against its table.
@Suite(
    .proves(
        "pipeline/validate-mandatory", "pipeline/validate-sums", "pipeline/validate-tax-rate",
        "pipeline/validate-codes", "pipeline/validate-dates", "pipeline/validate-checksums",
        "pipeline/validate-credit-note", "pipeline/validate-minor-units"))
struct RuleTests {
    @Test(arguments: RuleRow.all) func `a rule says what its row says`(row: RuleRow) throws {
        let found = SampleInvoice(row.change).issues.filter { $0.rule == row.rule }
        #expect(found.map(\.severity) == (row.severity.map { [$0] } ?? []), "\(found)")
        #expect(found.first?.fields ?? [] == row.fields)
    }

    @Test func `every rule has a right and a wrong row, every row a rule`() {
        for rule in ValidationRule.builtIn.map(\.id) {
            let rows = RuleRow.all.filter { $0.rule == rule }
            #expect(rows.contains { $0.severity == nil }, "\(rule) has no right row")
            #expect(rows.contains { $0.severity != nil }, "\(rule) has no wrong row")
        }
        #expect(Set(RuleRow.all.map(\.rule)) == Set(ValidationRule.builtIn.map(\.id)))
    }

    @Test func `ids are unique and in capitals`() {
        let ids = ValidationRule.builtIn.map(\.id)
        #expect(Set(ids).count == ids.count)
        #expect(ids.allSatisfy { $0.allSatisfy { $0 == "_" || ("A"..."Z").contains($0) } })
    }

    @Test(.proves("pipeline/issue-shape"), arguments: RuleRow.all.filter { $0.severity != nil })
    func `an issue has id, severity, message, fields and a hint`(row: RuleRow) throws {
        for issue in SampleInvoice(row.change).issues {
            #expect(issue.message.hasSuffix(".") && issue.hint.hasSuffix("."))
            #expect(!issue.fields.isEmpty)
            #expect(!issue.message.contains("nil") && !issue.message.contains("[") && !issue.message.contains("  "))
            #expect(try ValidationIssue(json: issue.json) == issue)
        }
    }

    @Test func `a right invoice passes without a word`() {
        #expect(SampleInvoice().issues == [])
        guard case .advance = SampleInvoice().outcome else {
            Issue.record("it does not pass")
            return
        }
    }

    @Test(.proves("model/negative-total-issue"))
    func `the fix of a negative total is a credit note`() throws {
        let issue = try #require(
            SampleInvoice { $0.totals("-1", "0", "-1") }.issues.first { $0.rule == "NEGATIVE_TOTAL" })
        #expect(issue.severity == .error)
        #expect(issue.hint.contains("credit_note"))
    }

    @Test func `amounts too large to be added up are an error, not a crash`() {
        let huge = String(repeating: "9", count: 38)
        let issues = SampleInvoice {
            $0.totals(huge, huge, huge)
            $0.lines(["netAmount": huge, "quantity": huge, "unitPrice": huge], ["netAmount": huge])
        }.issues
        #expect(issues.contains { $0.rule == "GROSS_MISMATCH" && $0.message.contains("too many digits") })
    }

    @Test func `no invoice makes a rule stumble, and the same invoice always hears the same`() {
        withChance { random in
            let invoice = SampleInvoice.arbitrary(using: &random)
            let issues = invoice.issues
            #expect(issues == invoice.issues, "\(random)")
            #expect(issues.allSatisfy { !$0.message.isEmpty && !$0.hint.isEmpty }, "\(random)")
        }
    }

    @Test func `of many faults of a kind the first are told and the others counted`() {
        let issues = SampleInvoice { invoice in
            for _ in 0..<50 { invoice.line(["unitPrice": "1"]) }
        }.issues.filter { $0.rule == "LINE_NET_MISSING" }
        #expect(issues.count == ValidationRule.findingsMax)
        #expect(issues.last?.message.hasSuffix("There are 30 more of this kind.") == true)
    }

    @Test func `a label within a sentence keeps its capitals where they mean something`() {
        #expect("Due date".withinSentence == "due date")
        #expect("PO number".withinSentence == "PO number")
        #expect("IBAN".withinSentence == "IBAN")
        #expect("Supplier VAT ID".withinSentence == "supplier VAT ID")
    }

    @Test func `the page of rules lists each with its severity`() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let page = try String(contentsOf: root.appending(path: "docs/validation.md"), encoding: .utf8)
        for rule in ValidationRule.builtIn {
            #expect(page.contains("| `\(rule.id)` | \(rule.severity.rawValue) |"), "\(rule.id) is not listed")
        }
    }
}
