import Glibc

/// The five pipes between a node and a guard, and the start of the guard on them.
struct GuardPipes: ~Copyable {
    /// The node's ends.
    struct Ours: Sendable {
        let input: Int32
        let output: Int32
        let errors: Int32
        let hold: Int32
        let report: Int32
    }

    /// In the order of the guard's descriptors 0 to 4; each reads or writes its end.
    private var pairs: [(guards: Int32, ours: Int32)] = []
    private static let guardReads = [true, false, false, true, false]

    init() throws(RunnerError) {
        for isRead in Self.guardReads {
            var ends: [Int32] = [-1, -1]
            guard pipe(&ends) == 0 else {
                let error = RunnerError.now("A pipe")
                closeAll()
                throw error
            }
            _ = fcntl(ends[isRead ? 1 : 0], F_SETFD, FD_CLOEXEC)
            // Above the guard's own numbers, so that none is overwritten on the way.
            let moved = fcntl(ends[isRead ? 0 : 1], F_DUPFD_CLOEXEC, 16)
            close(ends[isRead ? 0 : 1])
            pairs.append((moved, ends[isRead ? 1 : 0]))
        }
    }

    /// Starts the guard; its process id.
    ///
    /// Foundation's `Process` would start it with signals blocked and with descriptors it does not know of.
    func start(_ order: GuardOrder) throws(RunnerError) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (number, pair) in pairs.enumerated() {
            posix_spawn_file_actions_adddup2(&actions, pair.guards, Int32(number))
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        var all = sigset_t()
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        var process = pid_t()
        let (arguments, environment) = (order.arguments.map { strdup($0) }, order.environment.map { strdup($0) })
        defer { (arguments + environment).forEach { free($0) } }
        let status = posix_spawn(
            &process, order.guardProgram, &actions, &attributes, arguments + [nil], environment + [nil])
        guard status == 0 else {
            throw .system(order.guardProgram, reason: String(cString: strerror(status)))
        }
        return process
    }

    /// Closes the guard's ends; the node's never wait.
    func keepOurs() -> Ours {
        for pair in pairs {
            close(pair.guards)
            _ = fcntl(pair.ours, F_SETFL, fcntl(pair.ours, F_GETFL) | O_NONBLOCK)
        }
        return Ours(
            input: pairs[0].ours, output: pairs[1].ours, errors: pairs[2].ours, hold: pairs[3].ours,
            report: pairs[4].ours)
    }

    func closeAll() {
        for pair in pairs {
            close(pair.guards)
            close(pair.ours)
        }
    }
}

/// Writes the connector's input and reads what it prints, until the guard is gone; on a thread that may wait.
struct GuardConversation: ~Copyable {
    private let ends: GuardPipes.Ours
    private let take: @Sendable (PrintedPiece) -> Duration
    private var rest: ArraySlice<UInt8>
    private var report: [UInt8] = []
    private var waits: [pollfd]
    private var buffer = [UInt8](repeating: 0, count: 65_536)

    private static let reportBytesMax = 65_536

    init(
        _ ends: GuardPipes.Ours, input: [UInt8], take: @escaping @Sendable (PrintedPiece) -> Duration
    ) {
        (self.ends, self.take, rest) = (ends, take, input[...])
        waits = [ends.input, ends.output, ends.errors, ends.report].enumerated().map { index, file in
            pollfd(fd: file, events: Int16(index == 0 ? POLLOUT : POLLIN), revents: 0)
        }
    }

    /// What the guard reported.
    mutating func untilEnd() -> GuardReport {
        while waits[1...].contains(where: { $0.fd >= 0 }) {
            guard poll(&waits, nfds_t(waits.count), -1) >= 0 || errno == EINTR else { break }
            if waits[0].fd >= 0, waits[0].revents != 0 { feed() }
            for index in 1...3 where waits[index].fd >= 0 && waits[index].revents != 0 { listen(index) }
        }
        for index in waits.indices { end(index) }
        return GuardReport(String(decoding: report, as: UTF8.self))
    }

    private mutating func feed() {
        let count = rest.withUnsafeBytes { write(waits[0].fd, $0.baseAddress, $0.count) }
        if count > 0 { rest = rest.dropFirst(count) }
        // A connector that is gone, or does not want it, says why by its end.
        if rest.isEmpty || count < 0 && errno != EAGAIN && errno != EINTR { end(0) }
    }

    private mutating func listen(_ index: Int) {
        let count = read(waits[index].fd, &buffer, buffer.count)
        guard count > 0 else {
            if count == 0 || errno != EAGAIN && errno != EINTR { end(index) }
            return
        }
        let piece = Array(buffer[..<count])
        switch index {
        case 1: pause(take(.output(piece)))
        case 2: pause(take(.errors(piece)))
        default: if report.count < Self.reportBytesMax { report += piece }
        }
    }

    private func pause(_ duration: Duration) {
        let microseconds = duration / .microseconds(1)
        if microseconds > 0 { usleep(UInt32(microseconds)) }
    }

    private mutating func end(_ index: Int) {
        if waits[index].fd >= 0 { close(waits[index].fd) }
        waits[index].fd = -1
    }
}
