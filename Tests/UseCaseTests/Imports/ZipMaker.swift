/// Archives for tests, entries stored as they are.
enum ZipMaker {
    static func archive(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
        var bytes: [UInt8] = []
        var directory: [UInt8] = []
        for (name, content) in files {
            let start = bytes.count
            let sum = Checksum.of(content)
            let common =
                little(0x14, 2) + little(0, 8) + little(sum, 4) + little(content.count, 4)
                + little(content.count, 4) + little(name.utf8.count, 2) + little(0, 2)
            bytes += little(0x0403_4B50, 4) + common + Array(name.utf8) + content
            directory +=
                little(0x0201_4B50, 4) + little(0x14, 2) + common + little(0, 10) + little(start, 4)
                + Array(name.utf8)
        }
        let end =
            little(0x0605_4B50, 4) + little(0, 4) + little(files.count, 2) + little(files.count, 2)
            + little(directory.count, 4) + little(bytes.count, 4) + little(0, 2)
        return bytes + directory + end
    }

    /// Says that its one entry is far larger than it is.
    static func bomb() -> [UInt8] {
        var bytes = archive([("a.pdf", Array("%PDF-1.4".utf8))])
        let directory = bytes.count - 22 - 46 - 5
        bytes.replaceSubrange(directory + 24..<directory + 28, with: little(40 << 20, 4))
        return bytes
    }

    /// A document in so many archives within each other: `x1.zip` in `x2.zip` in ….
    static func nested(_ depth: Int) -> [UInt8] {
        (1..<depth).reduce(archive([("a.pdf", Array("%PDF-1.4".utf8))])) { archive([("x\($1).zip", $0)]) }
    }

    /// Two entries of the same bytes.
    static func shared() -> [UInt8] {
        var bytes = archive([("a.pdf", Array("%PDF-1.4".utf8)), ("b.pdf", Array("%PDF-1.4".utf8))])
        let second = bytes.count - 22 - 51
        bytes.replaceSubrange(second + 42..<second + 46, with: little(0, 4))
        return bytes
    }

    /// A document whose bytes are not those that were packed.
    static func damaged() -> [UInt8] {
        var bytes = archive([("a.pdf", Array("%PDF-1.4".utf8))])
        bytes[30 + 5 + 7] = 0x35
        return bytes
    }

    /// A deflated document of 929 bytes called `../../etc/passwd.pdf`; made by Python's zipfile.
    static let deflated = """
        UEsDBBQAAAAIAAAAs1yhh7vHKAAAAKEDAAAUAAAALi4vLi4vZXRjL3Bhc3N3ZC5wZGZTDXBx0zXUM+HKz0tVyMkEEvlpCokKKfnJ\
        pbmpeSWjwqPCo8IDKQwAUEsBAhQDFAAAAAgAAACzXKGHu8coAAAAoQMAABQAAAAAAAAAAAAAAIABAAAAAC4uLy4uL2V0Yy9wYXNz\
        d2QucGRmUEsFBgAAAAABAAEAQgAAAFoAAAAAAA==
        """

    /// A deflated document of 200 KB of nothing; made by Python's zipfile.
    static let deflatedBomb = """
        UEsDBBQAAAAIAAAAs1wd43v74gAAAEkNAwAIAAAAYm9tYi5wZGbtwbEJACAMALDO/aOjBcETxNn/r/EG9yR19xmzVwYAAAAAAAAA\
        AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
        AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
        AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA8O0BUEsBAhQDFAAAAAgAAACzXB3je/viAAAASQ0DAAgAAAAAAAAA\
        AAAAAIABAAAAAGJvbWIucGRmUEsFBgAAAAABAAEANgAAAAgBAAAAAA==
        """

    static func little(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: number >> (8 * $0)) : 0 }
    }
}

/// CRC-32 as ZIP uses it.
private enum Checksum {
    static func of(_ bytes: [UInt8]) -> Int {
        var sum = ~UInt32(0)
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
        }
        return Int(~sum)
    }
}
