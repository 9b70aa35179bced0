import Glibc

/// Stands in for the standard library's `Mutex` in a build with the thread sanitizer, which sees locks of pthread, but
/// not those of the standard library, and would take all that they guard for raced over.
struct Mutex<Value>: @unchecked Sendable {
    private final class Box {
        var value: Value
        let lock: UnsafeMutablePointer<pthread_mutex_t>

        init(_ value: Value) {
            self.value = value
            lock = .allocate(capacity: 1)
            pthread_mutex_init(lock, nil)
        }

        deinit {
            pthread_mutex_destroy(lock)
            lock.deallocate()
        }
    }

    private let box: Box

    init(_ value: sending Value) {
        box = Box(value)
    }

    func withLock<Result, Failure: Error>(_ body: (inout Value) throws(Failure) -> Result) throws(Failure) -> Result {
        pthread_mutex_lock(box.lock)
        defer { pthread_mutex_unlock(box.lock) }
        return try body(&box.value)
    }
}
