public import CoreMetrics
import Synchronization

/// Keeps what is measured in this process and prints it in Prometheus' text format.
///
/// Given to `MetricsSystem` by the executable; the server's own series use it directly.
public final class PrometheusMetrics: MetricsFactory, Sendable {
    private struct Key: Hashable {
        let name: String
        let labels: String
    }

    /// Labels come from our own code, but a slip there must not fill the memory.
    static let seriesMax = 10_000

    private let series = Mutex<[Key: PrometheusSeries]>([:])

    /// Nothing measured yet.
    public init() {}

    /// A number that only grows.
    public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        make(label, dimensions, .counter)
    }

    /// A value that goes up and down.
    public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        make(label, dimensions, .gauge)
    }

    /// Sum and count of values, or the last of them.
    public func makeRecorder(
        label: String, dimensions: [(String, String)], aggregate: Bool
    ) -> any RecorderHandler {
        make(label, dimensions, aggregate ? .summary : .gauge)
    }

    /// Durations in seconds, in buckets.
    public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        make(label, dimensions, .histogram)
    }

    /// Counters stay: Prometheus takes one that is gone for a restart.
    public func destroyCounter(_ handler: any CounterHandler) {}
    /// Recorders stay.
    public func destroyRecorder(_ handler: any RecorderHandler) {}
    /// Timers stay.
    public func destroyTimer(_ handler: any TimerHandler) {}

    /// Everything in text format 0.0.4, sorted by name.
    public func render() -> String {
        let all = series.withLock { $0 }.sorted { ($0.key.name, $0.key.labels) < ($1.key.name, $1.key.labels) }
        var out = ""
        var last = ""
        for (key, one) in all {
            if key.name != last { out += "# TYPE \(key.name) \(one.kind.rawValue)\n" }
            last = key.name
            one.render(name: key.name, labels: key.labels, into: &out)
        }
        return out
    }

    private func make(_ label: String, _ dimensions: [(String, String)], _ kind: PrometheusSeries.Kind)
        -> PrometheusSeries
    {
        let labels = dimensions.map { "\(Self.word($0.0))=\"\(Self.escaped($0.1))\"" }.joined(separator: ",")
        let key = Key(name: Self.word(label), labels: labels)
        return series.withLock { series in
            if let known = series[key], known.kind == kind { return known }
            let made = PrometheusSeries(kind)
            if series.count < Self.seriesMax, series[key] == nil { series[key] = made }
            return made
        }
    }

    /// Names hold letters, digits and `_` only.
    private static func word(_ text: String) -> String {
        String(text.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }
}
