import CoreMetrics
import Synchronization

/// One name with one set of labels.
final class PrometheusSeries: CounterHandler, MeterHandler, RecorderHandler, TimerHandler, Sendable {
    enum Kind: String, Sendable {
        case counter, gauge, summary, histogram
    }

    private struct Values {
        var value = 0.0
        var count = 0
        var buckets: [Int] = []
    }

    /// Upper bounds in seconds.
    static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

    let kind: Kind
    private let values: Mutex<Values>

    init(_ kind: Kind) {
        self.kind = kind
        values = Mutex(Values(buckets: kind == .histogram ? Array(repeating: 0, count: Self.bounds.count) : []))
    }

    func increment(by amount: Int64) { values.withLock { $0.value += Double(amount) } }
    func increment(by amount: Double) { values.withLock { $0.value += amount } }
    func decrement(by amount: Double) { values.withLock { $0.value -= amount } }
    func reset() { values.withLock { $0.value = 0 } }
    func set(_ value: Int64) { set(Double(value)) }
    func set(_ value: Double) { values.withLock { $0.value = value } }
    func record(_ value: Int64) { record(Double(value)) }

    func record(_ value: Double) {
        guard kind != .gauge else { return set(value) }
        values.withLock { values in
            values.value += value
            values.count += 1
            guard let bucket = Self.bounds.firstIndex(where: { value <= $0 }), !values.buckets.isEmpty else { return }
            values.buckets[bucket] += 1
        }
    }

    func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1e9) }

    /// Appends the series' lines.
    func render(name: String, labels: String, into out: inout String) {
        let values = values.withLock { $0 }
        let braces = labels.isEmpty ? "" : "{\(labels)}"
        switch kind {
        case .counter, .gauge:
            out += "\(name)\(braces) \(values.value)\n"
        case .histogram:
            renderBuckets(values, name: name, labels: labels, into: &out)
            fallthrough
        case .summary:
            out += "\(name)_sum\(braces) \(values.value)\n\(name)_count\(braces) \(values.count)\n"
        }
    }

    private func renderBuckets(_ values: Values, name: String, labels: String, into out: inout String) {
        let prefix = labels.isEmpty ? "" : labels + ","
        var total = 0
        for (bound, count) in zip(Self.bounds, values.buckets) {
            total += count
            out += "\(name)_bucket{\(prefix)le=\"\(bound)\"} \(total)\n"
        }
        out += "\(name)_bucket{\(prefix)le=\"+Inf\"} \(values.count)\n"
    }
}
