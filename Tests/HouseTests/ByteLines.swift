import Foundation

/// A text as bytes, with its lines; a line becomes a string only when somebody looks at it.
///
/// Patterns are tried on the few lines that hold a word of theirs: in a debug build a pattern costs microseconds for
/// each line, a search for bytes nothing.
struct ByteLines: Sendable, RandomAccessCollection {
    let bytes: [UInt8]
    /// Where each line begins.
    private let starts: [Int]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        starts = [0] + Self.places(of: [UInt8(ascii: "\n")], in: bytes).map { $0 + 1 }
    }

    var startIndex: Int { 0 }
    var endIndex: Int { starts.count }

    subscript(line: Int) -> String {
        String(decoding: bytes[start(of: line)..<end(of: line)], as: UTF8.self)
    }

    /// The offset of a line's first byte.
    func start(of line: Int) -> Int { starts[line] }

    /// The offset behind a line's last byte.
    func end(of line: Int) -> Int {
        line + 1 < starts.count ? starts[line + 1] - 1 : bytes.count
    }

    /// The lines in which one of the words stands, in their order.
    func lines(holding words: [String]) -> [Int] {
        var lines: Set<Int> = []
        for word in words {
            for place in Self.places(of: Array(word.utf8), in: bytes) { lines.insert(line(of: place)) }
        }
        return lines.sorted()
    }

    /// The line that a byte stands in.
    private func line(of place: Int) -> Int {
        var (low, high) = (0, starts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= place { low = middle } else { high = middle }
        }
        return low
    }

    /// Where a word stands, by the search of the C library.
    static func places(of word: [UInt8], in bytes: [UInt8]) -> [Int] {
        bytes.withUnsafeBytes { text in
            guard let base = text.baseAddress, !word.isEmpty else { return [] }
            var places: [Int] = []
            var from = 0
            while from + word.count <= text.count,
                let found = memchr(base + from, Int32(word[0]), text.count - word.count + 1 - from)
            {
                let place = base.distance(to: UnsafeRawPointer(found))
                if memcmp(found, word, word.count) == 0 { places.append(place) }
                from = place + 1
            }
            return places
        }
    }
}

extension String {
    /// Whether one of the words stands in it.
    func holds(_ words: String...) -> Bool {
        let bytes = Array(utf8)
        return words.contains { !ByteLines.places(of: Array($0.utf8), in: bytes).isEmpty }
    }
}
