import NuntiqCore
import NuntiqModel
import NuntiqTesting
import Testing

@Suite
struct SubmissionPropertyTests {
    @Test(arguments: (0..<6).map { $0 &* 0x9E37_79B9 &+ 11 })
    func `no body breaks the checks: it is taken, or its faults are named`(seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        var bodies: [JSONValue] = []
        for _ in 0..<80 { bodies.append(Self.example.damaged(using: &random)) }
        try await withDesk(on: .sqlite) { [bodies] desk in
            for body in bodies {
                do {
                    let checked = try await desk.check(body)
                    let content = checked.submission.content
                    #expect(try InvoiceContent(text: content.text) == content, "seed \(seed)")
                } catch SubmissionError.invalid(let faults) {
                    #expect(!faults.isEmpty, "seed \(seed)")
                }
            }
        }
    }

    static let example = JSONValue.submission(
        [
            "taxes": [["tax_name": "VAT", "tax_rate": 21, "tax_amount": "259.26"]],
            "charges": [["charge_name": "Freight", "charge_amount": 5]], "discounts": [["discount_amount": 5]],
            "addresses": [["address_type": "vendor", "city": "Delft"]], "header": ["notes": "Thank you"],
            "ext_reference_1": "A",
        ],
        [
            "receiving_inbox": "ap@acme.nuntiq-receiving.com", "external_identifier": "ACME-001",
            "attachments": [["type": "IMAGE", "filename": "a.pdf", "content": "JVBERi0xLjQK"]],
        ])
}

extension JSONValue {
    /// The value with about one part in twenty replaced by anything, nested no deeper than a body may be.
    fileprivate func damaged(depth: Int = 4, using random: inout SeededGenerator) -> JSONValue {
        if Int.random(in: 0..<20, using: &random) == 0 { return .arbitrary(depth: max(0, depth), using: &random) }
        switch self {
        case .null, .bool, .number, .string: return self
        case .array(let elements): return .array(elements.map { $0.damaged(depth: depth - 1, using: &random) })
        case .object(let object):
            var damaged = JSONObject()
            for member in object.members {
                damaged[member.key] = member.value.damaged(depth: depth - 1, using: &random)
            }
            return .object(damaged)
        }
    }
}
