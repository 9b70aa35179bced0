import Glibc

/// How many files and sockets the process may have open at once.
///
/// Where none is left everything fails, and libdispatch, which looks into a file for each of its threads every second,
/// ends the process. So connections get what is left beside a reserve, and who comes later waits until one is closed.
enum OpenFiles {
    /// A quarter, for the database, files, mail and calls of ours, but no more than they ever need.
    private static let reserveMax = 256

    /// Lets the process have as many as it is granted at most.
    /// - Returns: How many connections that is enough for; at least 16.
    static func raised() -> Int {
        let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        var limit = rlimit()
        guard getrlimit(resource, &limit) == 0 else { return connections(of: 1_024) }
        var raised = limit
        raised.rlim_cur = raised.rlim_max
        let granted = setrlimit(resource, &raised) == 0 ? raised.rlim_cur : limit.rlim_cur
        return connections(of: Int(clamping: granted))
    }

    /// The part of so many that connections may have.
    static func connections(of limit: Int) -> Int {
        max(16, limit - min(reserveMax, limit / 4))
    }
}
