import NuntiqTesting
import Testing

@testable import NuntiqServer

@Suite
struct MultipartReaderTests {
    private static let type = "multipart/form-data; boundary=b"

    /// Reads a text whose lines end in CRLF, in pieces of `size` bytes; data that follows data is joined.
    private func read(_ text: String, type: String = type, pieces size: Int = 1_000) throws -> [MultipartReader.Event] {
        var reader = try MultipartReader(contentType: type)
        let bytes = Array(text.replacing("\n", with: "\r\n").utf8)
        var events: [MultipartReader.Event] = []
        for start in stride(from: 0, to: bytes.count, by: size) {
            let piece = bytes[start..<min(start + size, bytes.count)]
            for event in try piece.withUnsafeBytes({ try reader.feed($0) }) {
                if case .data(let more) = event, case .data(let last)? = events.last {
                    events[events.count - 1] = .data(last + more)
                } else {
                    events.append(event)
                }
            }
        }
        try reader.finish()
        return events
    }

    private static let form = """
        a preamble
        --b
        Content-Disposition: form-data; name="note"

        --b is no boundary here, nor is -b
        --b \t
        content-type: application/pdf
        CONTENT-DISPOSITION: Form-Data; name=file; filename="a\\"b.pdf"; filename*=utf-8''M%C3%A4rz.pdf

        %PDF

        -
        --b
        Content-Disposition: form-data; name="empty"; filename="C:\\temp\\x.txt"


        --b--
        --b an epilogue
        """

    @Test func `parts are cut the same however the body is cut`() throws {
        let whole = try read(Self.form)
        #expect(
            whole == [
                .begin(.init(name: "note", fileName: nil, contentType: nil)),
                .data(Array("--b is no boundary here, nor is -b".utf8)), .end,
                .begin(.init(name: "file", fileName: "März.pdf", contentType: "application/pdf")),
                .data(Array("%PDF\r\n\r\n-".utf8)), .end,
                .begin(.init(name: "empty", fileName: "C:\\temp\\x.txt", contentType: nil)), .end,
            ])
        for size in 1...40 { #expect(try read(Self.form, pieces: size) == whole, "\(size)") }
    }

    @Test(arguments: [
        "multipart/form-data; boundary=\"b\"", "multipart/form-data;charset=utf-8;boundary=b",
        "multipart/form-data; BOUNDARY=b ; x=y",
    ])
    func `a boundary is found among the parameters`(type: String) throws {
        #expect(try read("--b\nContent-Disposition: form-data; name=a\n\n1\n--b--", type: type).count == 3)
    }

    @Test(arguments: [
        nil, "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"ä\"",
        "multipart/form-data; boundary=\(String(repeating: "b", count: 71))",
    ])
    func `without a boundary nothing is read`(type: String?) {
        #expect(throws: MultipartError.boundaryMissing) { try MultipartReader(contentType: type) }
    }

    private static let head = "--b\nContent-Disposition: form-data; name=a"

    @Test(arguments: [
        "", "--b", "no boundary at all", "\(head)", "\(head)\n\n1", "\(head)\n\n1\n--b", "--bb\n\n--b--",
        "--b\n\n1\n--b--", "--b\nno colon\n\n1\n--b--", "--b\nContent-Disposition: attachment\n\n1\n--b--",
        "\(head)\nContent-Transfer-Encoding: base64\n\n1\n--b--", "\(head)\n\n1\n--bx\n--b--",
        "--b\n\(String(repeating: "X: y\n", count: 17))Content-Disposition: form-data\n\n1\n--b--",
        "--b\nX: \(String(repeating: "y", count: 9_000))", String(repeating: "preamble ", count: 1_000),
        String(repeating: "\(head)\n\n1\n", count: 11), "--b\(String(repeating: " ", count: 300))",
    ])
    func `what does not keep to the form is refused, however it is cut`(text: String) {
        for size in [1, 7, 100_000] where text.utf8.count < 2_000 || size > 1 {
            #expect(throws: (any Error).self, "in pieces of \(size)") { try read(text, pieces: size) }
        }
    }

    @Test func `a head that is no UTF-8 is refused`() throws {
        var reader = try MultipartReader(contentType: Self.type)
        let bytes = Array("--b\r\nX: ".utf8) + [0xFF] + Array("\r\n\r\n".utf8)
        #expect(throws: MultipartError.self) { try bytes.withUnsafeBytes { try reader.feed($0) } }
    }

    private static let seeds = (0..<4).map { _ in UInt64.random(in: .min ... .max) }

    @Test(arguments: seeds)
    func `no bytes break it: they are a form, or refused as none`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let words = ["--b", "\r\n", "--", "Content-Disposition: form-data; name=a", ":", "b", "x", "\r", "\n"]
        for _ in 0..<500 {
            var reader = try MultipartReader(contentType: Self.type)
            let count = Int.random(in: 0..<40, using: &generator)
            do {
                for _ in 0..<count {
                    let word = words.randomElement(using: &generator) ?? ""
                    _ = try Array(word.utf8).withUnsafeBytes { try reader.feed($0) }
                }
                try reader.finish()
            } catch is MultipartError {}
        }
    }
}
