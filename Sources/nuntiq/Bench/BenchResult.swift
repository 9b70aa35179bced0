import Foundation
import NuntiqModel

/// One line of the table: ours beside its peer of the same run.
struct BenchResult: Sendable {
    let what: String
    let ours: Double
    /// What ours is compared with; `nil` when this program has no peer for it.
    let peer: Double?
    let unit: String
    /// The contract's bar; `nil` when there is none, or none that can be tried from inside.
    let bar: BenchBar?

    var ratio: Double? { peer.map { ours / $0 } }

    var holds: Bool? {
        switch bar {
        case .ratioAtLeast(let least): ratio.map { $0 >= least }
        case .ratioAtMost(let most): ratio.map { $0 <= most }
        case .oursAtMost(let most): ours <= most
        case nil: nil
        }
    }

    var json: JSONValue {
        .object([
            "what": .string(what), "ours": number(ours), "peer": number(peer), "unit": .string(unit),
            "ratio": number(ratio), "bar": number(bar?.value), "holds": holds.map(JSONValue.bool) ?? .null,
        ])
    }

    static func table(_ results: [BenchResult]) -> String {
        Table(
            headings: ["WHAT", "OURS", "PEER", "UNIT", "RATIO", "BAR", "HOLDS"],
            rows: results.map { result in
                [
                    result.what, text(result.ours), text(result.peer), result.unit, text(result.ratio),
                    text(result.bar?.value), result.holds.map { $0 ? "yes" : "no" } ?? "",
                ]
            },
            none: "Nothing was measured."
        ).text()
    }

    private func number(_ value: Double?) -> JSONValue {
        value.flatMap { JSONNumber(Self.text($0)) }.map(JSONValue.number) ?? .null
    }

    private static func text(_ value: Double?) -> String {
        value.map { String(format: $0 < 100 ? "%.2f" : "%.0f", $0) } ?? ""
    }
}

/// What the contract asks of a figure.
enum BenchBar: Sendable {
    /// Of ours divided by the peer's.
    case ratioAtLeast(Double)
    /// Of ours divided by the peer's.
    case ratioAtMost(Double)
    /// Of ours alone.
    case oursAtMost(Double)

    var value: Double {
        switch self {
        case .ratioAtLeast(let value), .ratioAtMost(let value), .oursAtMost(let value): value
        }
    }
}

/// What the figures were taken on.
struct BenchMachine: Sendable {
    let cores: Int
    let build: String
    let database: String

    static func current(database: String) -> BenchMachine {
        #if DEBUG
            let build = "debug"
        #else
            let build = "release"
        #endif
        return BenchMachine(cores: ProcessInfo.processInfo.activeProcessorCount, build: build, database: database)
    }

    var json: JSONValue {
        .object([
            "cores": .number(JSONNumber(Int64(cores))), "build": .string(build), "database": .string(database),
        ])
    }

    var text: String { "\(cores) cores, \(build) build, \(database); clients on the same cores" }
}
