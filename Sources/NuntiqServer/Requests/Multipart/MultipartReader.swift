import Glibc
import NuntiqModel

/// Cuts a `multipart/form-data` body that comes in pieces into its parts (RFC 7578, RFC 2046).
///
/// It holds one piece and the head of one part. What stands after the last boundary counts for nothing.
struct MultipartReader {
    /// What was read, in order.
    enum Event: Sendable, Hashable {
        case begin(MultipartPart)
        case data([UInt8])
        case end
    }

    /// The most parts, where nothing else is said.
    static let partsMax = 10
    /// The longest head of a part, in bytes; what stands before the first boundary has the same bound.
    static let headBytesMax = 8 << 10

    private enum Place {
        case preamble
        case afterBoundary
        case head
        case body
        case epilogue
    }

    /// The line break that belongs to a boundary, and the boundary.
    private let delimiter: [UInt8]
    private let partsMax: Int
    private var place = Place.preamble
    /// The first boundary has no line break before it, so one is lent.
    private var pending: [UInt8] = [13, 10]
    private var dropped = 0
    private var parts = 0

    /// Reads a body whose `Content-Type` names the boundary.
    init(contentType: String?, partsMax: Int = Self.partsMax) throws(MultipartError) {
        let boundary = contentType.map { DispositionParameters($0)["boundary"] ?? "" } ?? ""
        let isPlain = boundary.utf8.allSatisfy { (0x20...0x7E).contains($0) }
        guard (1...70).contains(boundary.utf8.count), isPlain else { throw .boundaryMissing }
        self.partsMax = partsMax
        delimiter = Array("\r\n--\(boundary)".utf8)
    }

    /// Takes the next bytes of the body.
    mutating func feed(_ bytes: UnsafeRawBufferPointer) throws(MultipartError) -> [Event] {
        var events: [Event] = []
        pending.append(contentsOf: bytes)
        var start = 0
        while let next = try step(from: start, into: &events) { start = next }
        let kept = keptBytes(from: start)
        if place == .body, pending.count - kept > start {
            events.append(.data(Array(pending[start..<(pending.count - kept)])))
        }
        if place == .preamble { try count(dropped: pending.count - kept - start) }
        pending.removeFirst(pending.count - kept)
        return events
    }

    /// Ends the body.
    func finish() throws(MultipartError) {
        guard place == .epilogue else { throw .malformed("it ends before its last boundary") }
    }

    /// Goes on from `start`; `nil` when more bytes are needed.
    private mutating func step(from start: Int, into events: inout [Event]) throws(MultipartError) -> Int? {
        switch place {
        case .preamble:
            guard let found = find(delimiter, from: start) else { return nil }
            place = .afterBoundary
            return found + delimiter.count
        case .afterBoundary:
            return try endOfBoundary(from: start)
        case .head:
            guard let found = find([13, 10, 13, 10], from: start) else {
                guard pending.count - start <= Self.headBytesMax else { throw .tooMuch("the head of a part") }
                return nil
            }
            events.append(.begin(try part(head: pending[min(start + 2, found)..<found])))
            place = .body
            return found + 4
        case .body:
            guard let found = find(delimiter, from: start) else { return nil }
            if found > start { events.append(.data(Array(pending[start..<found]))) }
            events.append(.end)
            place = .afterBoundary
            return found + delimiter.count
        case .epilogue:
            return nil
        }
    }

    /// After a boundary comes `--`, or a line break, which stays: it may end an empty head.
    private mutating func endOfBoundary(from start: Int) throws(MultipartError) -> Int? {
        let blank = pending[start...].prefix { $0 == 0x20 || $0 == 0x09 }.count
        let rest = pending[(start + blank)...].prefix(2)
        guard rest.count == 2 else {
            guard blank <= 256 else { throw .malformed("a boundary does not end") }
            return nil
        }
        if rest.elementsEqual([0x2D, 0x2D]), blank == 0 {
            place = .epilogue
        } else if rest.elementsEqual([13, 10]) {
            place = .head
        } else {
            throw .malformed("a boundary is followed by something else")
        }
        return start + blank
    }

    private mutating func part(head: ArraySlice<UInt8>) throws(MultipartError) -> MultipartPart {
        parts += 1
        guard parts <= partsMax else { throw .tooMuch("more than \(partsMax) parts") }
        return try MultipartPart(head: head)
    }

    private mutating func count(dropped bytes: Int) throws(MultipartError) {
        dropped += bytes
        guard dropped <= Self.headBytesMax else { throw .malformed("it does not begin with its boundary") }
    }

    /// How many bytes from `start` on must wait for more: a part of a boundary, or of a head.
    private func keptBytes(from start: Int) -> Int {
        let rest = pending.count - start
        switch place {
        case .preamble, .body: return min(rest, delimiter.count - 1)
        case .afterBoundary, .head: return rest
        case .epilogue: return 0
        }
    }

    /// Where `needle` stands at `start` or later.
    private func find(_ needle: [UInt8], from start: Int) -> Int? {
        pending.withUnsafeBytes { bytes in
            needle.withUnsafeBytes { needle -> Int? in
                guard let base = bytes.baseAddress, let wanted = needle.baseAddress else { return nil }
                var place = start
                while bytes.count - place >= needle.count {
                    let room = bytes.count - place - needle.count + 1
                    guard let hit = memchr(base + place, Int32(needle[0]), room) else { return nil }
                    place = base.distance(to: UnsafeRawPointer(hit))
                    if memcmp(base + place, wanted, needle.count) == 0 { return place }
                    place += 1
                }
                return nil
            }
        }
    }
}
