internal import Glibc

/// Calls of the operating system, with errors thrown and interruptions repeated.
enum SystemCall {
    /// Runs a call that gives a count or -1.
    static func bytes(_ call: () -> Int) throws -> Int {
        while true {
            let result = call()
            if result >= 0 { return result }
            if errno != EINTR { throw BlobError.unavailable(reason: String(cString: strerror(errno))) }
        }
    }

    /// Runs a call that gives a descriptor, zero or -1.
    @discardableResult
    static func run(_ call: () -> CInt) throws -> CInt {
        CInt(try bytes { Int(call()) })
    }

    /// Runs a call that gives -1 also when there is no such file: then `nil`.
    static func ifFound(_ call: () -> CInt) throws -> CInt? {
        while true {
            let result = call()
            if result >= 0 { return result }
            if errno == ENOENT { return nil }
            if errno != EINTR { throw BlobError.unavailable(reason: String(cString: strerror(errno))) }
        }
    }
}
