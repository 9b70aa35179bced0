import Foundation
import Synchronization

/// Bounds how many tests hold folders, databases and servers at once, so that each finds the machine it needs.
///
/// A test that holds a place takes no second one, whatever it opens within.
enum TestPlaces {
    /// Whether the test goes before those that wait already.
    @TaskLocal static var isAhead = false
    @TaskLocal private static var isHeld = false
    private static let state = Mutex(State(free: max(8, 4 * ProcessInfo.processInfo.activeProcessorCount)))

    private struct State {
        var free: Int
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    /// Runs `body` when there is a place.
    static func hold<Value>(_ body: () async throws -> Value) async throws -> Value {
        guard !isHeld else { return try await body() }
        await take()
        defer { give() }
        return try await $isHeld.withValue(true) { try await body() }
    }

    private static func take() async {
        await withCheckedContinuation { waiter in
            let isFree = state.withLock { state in
                guard state.free > 0 else {
                    state.waiting.insert(waiter, at: isAhead ? 0 : state.waiting.endIndex)
                    return false
                }
                state.free -= 1
                return true
            }
            if isFree { waiter.resume() }
        }
    }

    /// Hands the place on to who is next.
    private static func give() {
        let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
            guard !state.waiting.isEmpty else {
                state.free += 1
                return nil
            }
            return state.waiting.removeFirst()
        }
        next?.resume()
    }
}
