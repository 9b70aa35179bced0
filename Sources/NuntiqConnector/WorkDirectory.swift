import Foundation
import Glibc
import NuntiqModel
import Synchronization

/// The folder of one run, made at its first use; nothing written through it leaves it.
///
/// It is called `<entrypoint>_<YYYYMMDD-HHMMSS-fff>`, and only its owner reads it.
public final class WorkDirectory: Sendable {
    /// A name longer than this is cut, its ending kept.
    static let nameBytesMax = 150
    private static let attemptsMax: Int64 = 10_000

    private let root: String
    private let key: String
    private let isKept: Bool
    private let now: @Sendable () -> Instant
    private let made = Mutex<String?>(nil)

    init(root: String, key: String, isKept: Bool, now: @escaping @Sendable () -> Instant) {
        self.root = root
        self.key = Self.cleaned(key)
        self.isKept = isKept
        self.now = now
    }

    /// Its absolute path; the folder is there after this.
    public var path: String {
        get throws {
            try made.withLock { made in
                if let made { return made }
                let path = try make()
                made = path
                return path
            }
        }
    }

    /// The absolute path of a file of that name in the folder, for programs that write it themselves.
    ///
    /// - Throws: ``WorkDirectoryError/leaves(name:)`` for a name with parts, or one that is a link.
    public func path(of name: String) throws -> String {
        try check(name)
        let path = "\(try path)/\(name)"
        var found = stat()
        guard lstat(path, &found) != 0 || found.st_mode & S_IFMT != S_IFLNK else {
            throw WorkDirectoryError.leaves(name: name)
        }
        return path
    }

    /// Writes a new file and answers its path; a second one of the same name gets a number.
    public func write(_ bytes: [UInt8], named name: String) throws -> String {
        let folder = try path
        let clean = Self.cleaned(name)
        for number in 1...Int(Self.attemptsMax) {
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

    /// Removes the folder of a server's run; that of a local run is kept.
    func wipe() {
        guard !isKept, let path = made.withLock({ $0 }) else { return }
        try? FileManager.default.removeItem(atPath: path)  // what is left is in the way of nobody
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
        return cut(visible, "")
    }

    private static func numbered(_ name: String, _ number: Int) -> String { cut(name, "-\(number)") }

    /// The name with something before its ending, cut to what a name may have.
    private static func cut(_ name: String, _ beforeEnding: String) -> String {
        let (stem, ending) = parts(name)
        var short = stem
        while short.utf8.count + beforeEnding.utf8.count + ending.utf8.count > nameBytesMax, !short.isEmpty {
            short.removeLast()
        }
        return (short.isEmpty ? "file" : short) + beforeEnding + ending
    }

    private static func parts(_ name: String) -> (stem: String, ending: String) {
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex, name[dot...].utf8.count <= 16
        else { return (name, "") }
        return (String(name[..<dot]), String(name[dot...]))
    }

    private func make() throws(WorkDirectoryError) -> String {
        guard mkdir(root, 0o700) == 0 || errno == EEXIST else {
            throw .unwritable(path: root, reason: Self.reason)
        }
        if !isKept { try requireOwn() }
        let start = now()
        for attempt in 0..<Self.attemptsMax {
            let stamp = (start + .milliseconds(attempt)).description.filter(\.isNumber)
            let name = "\(key)_\(stamp.prefix(8))-\(stamp.dropFirst(8).prefix(6))-\(stamp.dropFirst(14).prefix(3))"
            if mkdir("\(root)/\(name)", 0o700) == 0 { return "\(root)/\(name)" }
            guard errno == EEXIST else { throw .unwritable(path: "\(root)/\(name)", reason: Self.reason) }
        }
        throw .unwritable(path: root, reason: "ten thousand runs have this moment")
    }

    /// Refuses a shared folder that another user made there before us, or that is a link to somewhere else.
    private func requireOwn() throws(WorkDirectoryError) {
        var found = stat()
        guard lstat(root, &found) == 0, found.st_mode & S_IFMT == S_IFDIR, found.st_uid == getuid() else {
            throw .unwritable(path: root, reason: "it is no folder of this user")
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
