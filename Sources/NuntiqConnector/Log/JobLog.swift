import NuntiqModel
import Synchronization

/// The structured log of a run on its way to Nuntiq, in batches; a full buffer loses the oldest and says so.
final class JobLog: Sendable {
    static let charactersMax = 8_000
    private static let entriesMax = 10_000
    private static let batch = 100
    private static let pace = Duration.seconds(1)
    private static let callTime = Duration.seconds(10)

    private struct State {
        var isAttached = false
        var entries: ArraySlice<JSONObject> = []
        var lost = 0
    }

    private let state = Mutex(State())

    /// Begins to keep what is put.
    func attach() { state.withLock { $0.isAttached = true } }

    /// Takes an entry, where somebody wants it.
    func put(_ entry: @autoclosure () -> JSONObject) {
        guard state.withLock({ $0.isAttached }) else { return }
        let entry = entry()
        state.withLock { state in
            state.entries.append(entry)
            guard state.entries.count > Self.entriesMax else { return }
            state.entries.removeFirst()
            state.lost += 1
        }
    }

    /// Sends until its task is cancelled.
    func run(_ api: APIClient) async {
        while (try? await api.environment.sleep(Self.pace)) != nil {  // ends when cancelled
            await send(api)
        }
    }

    /// Sends what there is.
    func send(_ api: APIClient) async {
        while let batch = take() {
            do {
                _ = try await api.repeatable("/v1/job/log", .array(batch), rule: .once, within: Self.callTime)
            } catch {
                return  // those are lost; a log never fails a run, and the next second tries again
            }
        }
    }

    private func take() -> [JSONValue]? {
        state.withLock { state in
            guard var first = state.entries.first else { return nil }
            if state.lost > 0 {
                first["message"] = .string(
                    "(\(state.lost) earlier entries were lost) \(first["message"]?.string ?? "")")
                state.lost = 0
            }
            let rest = state.entries.dropFirst().prefix(Self.batch - 1).map { JSONValue.object($0) }
            state.entries = state.entries.dropFirst(Self.batch)
            return [.object(first)] + rest
        }
    }
}
