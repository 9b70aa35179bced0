/// A ZIP archive in memory, read by its central directory: what it says of its entries, held against its bytes.
///
/// Stored and deflated entries only; none that is encrypted, a link, split over files or larger than 4 GB. Two entries
/// may not share bytes, so that a small archive cannot pretend to be many large ones.
public struct ZipArchive: Sendable {
    /// A file in the archive.
    public struct Entry: Sendable, Hashable {
        /// Its name, with its folders.
        public let name: String
        /// Its bytes, unpacked, by what the archive says.
        public let size: Int
        let packed: Range<Int>
        let isDeflated: Bool
        let checksum: UInt32
    }

    /// The files, in the order of the directory; folders are left out.
    public let entries: [Entry]
    let bytes: [UInt8]

    /// Reads the directory.
    ///
    /// - Throws: ``ZipError``; nothing has been unpacked then.
    public init(_ bytes: [UInt8], limits: ZipLimits = .standard) throws(ZipError) {
        self.bytes = bytes
        let directory = try ZipDirectory(bytes, limits: limits)
        entries = directory.entries
    }
}

/// The records of a central directory (APPNOTE 6.3.10, sections 4.3.12 and 4.3.16).
private struct ZipDirectory {
    private(set) var entries: [ZipArchive.Entry] = []
    private let bytes: [UInt8]
    private let limits: ZipLimits
    private var total = 0

    init(_ bytes: [UInt8], limits: ZipLimits) throws(ZipError) {
        (self.bytes, self.limits) = (bytes, limits)
        let end = try endRecord()
        let count = try number(at: end + 10, bytes: 2)
        guard try number(at: end + 4, bytes: 2) == 0, try number(at: end + 8, bytes: 2) == count else {
            throw .broken("it is split over files")
        }
        guard count <= limits.entries else { throw .tooMuch("more than \(limits.entries) entries") }
        var place = try number(at: end + 16, bytes: 4)
        for _ in 0..<count { place = try read(at: place) }
        try checkOverlaps()
    }

    /// The last record that says how long its own comment is, and is right.
    private func endRecord() throws(ZipError) -> Int {
        let first = max(0, bytes.count - 22 - 65_535)
        guard bytes.count >= 22 else { throw .broken("it is too short") }
        for place in stride(from: bytes.count - 22, through: first, by: -1) where bytes[place] == 0x50 {
            guard try number(at: place, bytes: 4) == 0x0605_4B50 else { continue }
            if place + 22 + (try number(at: place + 20, bytes: 2)) == bytes.count { return place }
        }
        throw .broken("its directory is missing")
    }

    /// Reads one record; answers where the next one begins.
    private mutating func read(at place: Int) throws(ZipError) -> Int {
        guard try number(at: place, bytes: 4) == 0x0201_4B50 else { throw .broken("a record of its directory is none") }
        let nameLength = try number(at: place + 28, bytes: 2)
        let next =
            place + 46 + nameLength + (try number(at: place + 30, bytes: 2))
            + (try number(at: place + 32, bytes: 2))
        let flags = try number(at: place + 8, bytes: 2)
        let method = try number(at: place + 10, bytes: 2)
        let size = try number(at: place + 24, bytes: 4)
        let packedSize = try number(at: place + 20, bytes: 4)
        let name = try name(at: place + 46, nameLength)
        if name.hasSuffix("/") { return next }
        guard flags & 1 == 0 else { throw .broken("\(name) is encrypted") }
        guard try number(at: place + 38, bytes: 4) >> 28 != 0xA else { throw .broken("\(name) is a link") }
        guard method == 0 || method == 8 else { throw .broken("\(name) is packed in an unknown way") }
        try count(name, size, packedSize)
        let local = try number(at: place + 42, bytes: 4)
        let packed = try data(of: name, at: local, packedSize)
        let checksum = UInt32(truncatingIfNeeded: try number(at: place + 16, bytes: 4))
        entries.append(
            ZipArchive.Entry(name: name, size: size, packed: packed, isDeflated: method == 8, checksum: checksum))
        return next
    }

    private mutating func count(_ name: String, _ size: Int, _ packed: Int) throws(ZipError) {
        guard size <= limits.entryBytes else { throw .tooMuch("\(name) is larger than \(limits.entryBytes >> 20) MiB") }
        guard size <= max(packed, 1) * limits.ratio else {
            throw .tooMuch("\(name) is more than \(limits.ratio) times its packed size")
        }
        total += size
        guard total <= limits.totalBytes else { throw .tooMuch("its files are too large together") }
    }

    private func data(of name: String, at local: Int, _ size: Int) throws(ZipError) -> Range<Int> {
        guard try number(at: local, bytes: 4) == 0x0403_4B50 else { throw .broken("\(name) is not where it should be") }
        let start = local + 30 + (try number(at: local + 26, bytes: 2)) + (try number(at: local + 28, bytes: 2))
        guard start + size <= bytes.count else { throw .broken("\(name) ends behind the archive") }
        return start..<start + size
    }

    private func checkOverlaps() throws(ZipError) {
        let ranges = entries.map(\.packed).sorted { $0.lowerBound < $1.lowerBound }
        for (one, next) in zip(ranges, ranges.dropFirst()) where one.upperBound > next.lowerBound {
            throw .broken("entries share their bytes")
        }
    }

    private func name(at place: Int, _ length: Int) throws(ZipError) -> String {
        guard place + length <= bytes.count else { throw .broken("a name ends behind the archive") }
        let raw = bytes[place..<place + length]
        return String(validating: raw, as: UTF8.self) ?? String(String.UnicodeScalarView(raw.map { UnicodeScalar($0) }))
    }

    /// A little-endian number.
    private func number(at place: Int, bytes count: Int) throws(ZipError) -> Int {
        guard place >= 0, place + count <= bytes.count else { throw .broken("it ends too early") }
        return (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
    }
}
