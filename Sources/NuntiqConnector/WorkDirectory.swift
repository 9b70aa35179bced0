import Glibc
import NuntiqModel
import Synchronization

/// The folder of one run, made at its first use; nothing written through it leaves it.
public final class WorkDirectory: Sendable {
    /// A name longer than this is cut, its ending kept.
    static let nameBytesMax = 150

    private let root: String
    private let name: String
    private let made = Mutex(false)

    init(root: String, name: String) {
        self.root = root
        self.name = name
    }

    /// Its absolute path; the folder is there after this.
    public var path: String {
        get throws {
            try made.withLock { made in
                if !made {
                    try Self.make(root)
                    try Self.make("\(root)/\(name)")
                    made = true
                }
            }
            return "\(root)/\(name)"
        }
    }

    /// Writes a new file and answers its path; a second one of the same name gets a number.
    public func write(_ bytes: [UInt8], named name: String) throws -> String {
        let folder = try path
        let clean = Self.cleaned(name)
        for number in 1...10_000 {
            let path = "\(folder)/\(number == 1 ? clean : Self.numbered(clean, number))"
            let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
            if file < 0, errno == EEXIST { continue }
            guard file >= 0 else { throw WorkDirectoryError.unwritable(path: path, reason: Self.reason) }
            defer { close(file) }
            try Self.write(bytes, to: file, path)
            return path
        }
        throw WorkDirectoryError.unwritable(path: "\(folder)/\(clean)", reason: "ten thousand files have this name")
    }

    /// Refuses a name that leads elsewhere.
    func check(_ name: String) throws {
        guard !name.isEmpty, !name.contains("/"), !name.contains("\\"), name != ".", name != "..",
            !name.utf8.contains(0)
        else { throw WorkDirectoryError.leaves(name: name) }
    }

    /// The last part of a name from outside, without control characters, at most 150 bytes.
    static func cleaned(_ name: String) -> String {
        let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        let visible = String(String.UnicodeScalarView(last.unicodeScalars.filter { $0.value >= 32 && $0.value != 127 }))
        guard !visible.isEmpty, visible != ".", visible != ".." else { return "file" }
        let (stem, ending) = parts(visible)
        var short = stem
        while short.utf8.count + ending.utf8.count > nameBytesMax, !short.isEmpty { short.removeLast() }
        return short.isEmpty ? "file" : short + ending
    }

    private static func numbered(_ name: String, _ number: Int) -> String {
        let (stem, ending) = parts(name)
        return "\(stem)-\(number)\(ending)"
    }

    private static func parts(_ name: String) -> (stem: String, ending: String) {
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex, name[dot...].utf8.count <= 16
        else { return (name, "") }
        return (String(name[..<dot]), String(name[dot...]))
    }

    private static func make(_ path: String) throws {
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
            throw WorkDirectoryError.unwritable(path: path, reason: reason)
        }
    }

    private static func write(_ bytes: [UInt8], to file: Int32, _ path: String) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            guard count > 0 else { throw WorkDirectoryError.unwritable(path: path, reason: reason) }
            rest = rest.dropFirst(count)
        }
    }

    private static var reason: String { String(cString: strerror(errno)) }
}

/// Why a file was not written.
public enum WorkDirectoryError: Error, Sendable, Hashable {
    /// The name leads out of the folder.
    case leaves(name: String)
    /// The system said no.
    case unwritable(path: String, reason: String)
}
