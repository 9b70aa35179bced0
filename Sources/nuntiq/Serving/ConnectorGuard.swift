import CConfine
import Glibc

/// This executable as the guard of a connector's run; no command for people, so the parser never sees it.
enum ConnectorGuard {
    /// Its word among the arguments.
    static let name = "connector-guard"

    /// The exit status of the guard; `nil` where the arguments ask for something else.
    static func run(_ arguments: [String]) -> Int32? {
        guard arguments.dropFirst().first == name else { return nil }
        var rest: [UnsafeMutablePointer<CChar>?] = arguments.dropFirst(2).map { strdup($0) }
        rest.append(nil)
        return confine_guard(Int32(rest.count - 1), rest)
    }

    /// Ends without running what a command would at its end.
    static func end(_ status: Int32) -> Never { _exit(status) }

    /// Closes this process to others of its user: its memory and environment hold what opens everything.
    static func hide() { confine_hide() }
}
