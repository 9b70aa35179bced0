import CZlib

/// Unpacks one entry, chunk by chunk; holds its size and checksum against what comes out.
public final class ZipEntryReader {
    private static let chunkBytes = 64 << 10

    private let archive: ZipArchive
    private let entry: ZipArchive.Entry
    private var stream = z_stream()
    private var place: Int
    private var produced = 0
    private var sum: UInt
    private var isAtEnd = false

    /// Begins with the first byte.
    public init(_ entry: ZipArchive.Entry, of archive: ZipArchive) throws(ZipError) {
        (self.entry, self.archive) = (entry, archive)
        place = entry.packed.lowerBound
        sum = UInt(crc32(0, nil, 0))
        guard entry.isDeflated else { return }
        let began = inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard began == Z_OK else { throw .broken("it cannot be unpacked") }
    }

    deinit {
        if entry.isDeflated { inflateEnd(&stream) }
    }

    /// The next bytes; `nil` at the end.
    public func next() throws(ZipError) -> [UInt8]? {
        if isAtEnd { return nil }
        let chunk = entry.isDeflated ? try inflateChunk() : storedChunk()
        produced += chunk.count
        guard produced <= entry.size else { throw .broken("\(entry.name) is larger than it says") }
        sum = UInt(crc32(uLong(sum), chunk, uInt(chunk.count)))
        guard isAtEnd else { return chunk }
        guard produced == entry.size, UInt32(truncatingIfNeeded: sum) == entry.checksum else {
            throw .broken("\(entry.name) is damaged")
        }
        return chunk.isEmpty ? nil : chunk
    }

    private func storedChunk() -> [UInt8] {
        let end = min(place + Self.chunkBytes, entry.packed.upperBound)
        defer { place = end }
        isAtEnd = end == entry.packed.upperBound
        return Array(archive.bytes[place..<end])
    }

    private func inflateChunk() throws(ZipError) -> [UInt8] {
        var status = Z_OK
        let chunk = [UInt8](unsafeUninitializedCapacity: Self.chunkBytes) { output, count in
            archive.bytes.withUnsafeBufferPointer { input in
                let rest = UnsafeBufferPointer(rebasing: input[place..<entry.packed.upperBound])
                stream.next_in = UnsafeMutablePointer(mutating: rest.baseAddress)
                stream.avail_in = uInt(rest.count)
                stream.next_out = output.baseAddress
                stream.avail_out = uInt(output.count)
                status = inflate(&stream, Z_NO_FLUSH)
                place = entry.packed.upperBound - Int(stream.avail_in)
            }
            count = output.count - Int(stream.avail_out)
        }
        guard status == Z_OK || status == Z_STREAM_END else { throw .broken("\(entry.name) is damaged") }
        isAtEnd = status == Z_STREAM_END
        if chunk.isEmpty, !isAtEnd { throw .broken("\(entry.name) ends too early") }
        return chunk
    }
}
