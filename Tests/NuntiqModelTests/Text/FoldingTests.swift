import Foundation
import NuntiqModel
import NuntiqTesting
import Testing

struct FoldingTests {
    @Test(
        .proves("model/text-folding"),
        arguments: [
            ("ACME-001", "acme-001"), ("STRASSE", "straße"), ("ΣΊΣΥΦΟΣ", "σίσυφος"), ("Ａ", "ａ"), ("ﬁ", "FI"),
            ("e\u{301}", "É"), ("A\u{30A}", "\u{212B}"), ("Ω", "\u{2126}"), ("ŉ", "\u{2BC}N"), ("K", "\u{212A}"),
        ])
    func `texts that differ in case alone fold alike`(left: String, right: String) {
        #expect(folded(left) == folded(right))
        #expect(Array(folded(left).utf8) == Array(folded(right).utf8))
    }

    @Test func `texts that differ otherwise stay apart`() {
        #expect(folded("a b") != folded("ab"))
        #expect(folded("o") != folded("ö"))
        #expect(folded("0") != folded("O"))
    }

    /// Each character with its full case folding, by Unicode.
    private func caseFolding() throws -> [(character: String, folding: String)] {
        try facts("CaseFolding.txt").flatMap { $0.split(separator: " ") }.compactMap { entry in
            let sides = entry.split(separator: "=").map { side in
                String(
                    String.UnicodeScalarView(
                        side.split(separator: "+").compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) }
                    )
                )
            }
            return sides.count == 2 ? (sides[0], sides[1]) : nil
        }
    }

    @Test func `every character folds as Unicode's case folding says`() throws {
        let table = try caseFolding()
        #expect(table.count > 1_500)
        for (character, folding) in table {
            #expect(folded(character) == folded(folding), "\(character) → \(folding)")
        }
    }

    @Test func `nothing else becomes equal, but the dotless i`() throws {
        let unicode = Dictionary(
            uniqueKeysWithValues: try caseFolding().compactMap { entry in
                entry.character.unicodeScalars.first.map { ($0, entry.folding) }
            }
        )
        // Unicode folds Cherokee to its capitals, we to its small letters; the table knows nothing after Unicode 14.
        let others = (UInt32(0x80)...0x10FFFF).lazy.compactMap(Unicode.Scalar.init).filter {
            $0.properties.changesWhenCaseMapped && unicode[$0] == nil && !(0x13A0...0x13F5).contains($0.value)
                && $0.properties.age.map { $0 <= (14, 0) } == true
        }
        let merged = others.filter { scalar in
            let character = String(scalar).precomposedStringWithCanonicalMapping
            return folded(character) != character.unicodeScalars.map { unicode[$0] ?? String($0) }.joined()
        }
        #expect(Array(merged) == ["ı"])
    }

    @Test func `folding twice changes nothing`() {
        withChance(times: 500) { random in
            let scalars = (0..<Int.random(in: 0...12, using: &random)).compactMap { _ in
                Unicode.Scalar(UInt32.random(in: 0...0x2FFFF, using: &random))
            }
            let text = String(String.UnicodeScalarView(scalars))
            #expect(folded(folded(text)) == folded(text), "\(random)")
            #expect(folded(text) == folded(text.decomposedStringWithCanonicalMapping), "\(random)")
        }
    }

    @Test func `white space at either end is cut before comparing`() {
        #expect(trimmedFolded(" \t AP@Acme.example\u{A0}\n") == "ap@acme.example")
        #expect(trimmed("  ").isEmpty)
        #expect(trimmed("a b") == "a b")
    }
}
