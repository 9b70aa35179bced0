import ArgumentParser
import NuntiqModel
import NuntiqServer
import NuntiqStore

/// `nuntiq bench`.
struct BenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "Measure this build on this machine, on a throw-away installation.",
        discussion: """
            Read the ratios: each is taken within one run, against a peer in the same process. A debug build says
            nothing. Clients and server share the machine's cores.

            Example: nuntiq bench submit claim
            Example: nuntiq bench submit --database-url postgres://localhost/empty --json
            """
    )
    @Argument(help: "What to measure; without a choice all.") var what: [Bench] = Bench.allCases
    @Option(help: "Seconds of each measurement.") var seconds = 5
    @Option(help: "Connections that submit at once.") var connections = 64
    @Option(help: "Invoices that wait when claims begin.") var invoices = 5_000
    @Option(help: "Invoices that wait when claims are slowest.") var pending = 50_000
    @Option(help: "Tenants beside the one that claims.") var tenants = 1_000
    @Option(help: "Rotations of a key under load.") var rotations = 1_000
    @Option(help: "Invoices of the tenant whose portal is measured.") var listed = 100_000
    @Option(help: "Lifecycle messages when polls are slowest.") var messages = 200_000
    @Option(
        name: .customLong("database-url"), help: ArgumentHelp("An empty PostgreSQL database.", valueName: "url"))
    var databaseURL: String?
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard seconds > 0, (1...512).contains(connections), (100...1_000_000).contains(invoices),
            (20_000...10_000_000).contains(messages), (1_000...10_000_000).contains(listed),
            (10_000...10_000_000).contains(pending), (1...10_000).contains(tenants), (1...100_000).contains(rotations)
        else {
            throw ValidationError(
                """
                seconds from 1, connections 1 to 512, invoices 100 to 1000000, messages 20000 to 10000000, listed from \
                1000, pending 10000 to 10000000, tenants 1 to 10000, rotations 1 to 100000.
                """
            )
        }
    }

    func run() async throws {
        let plan = BenchPlan(
            duration: .seconds(seconds), connections: connections, invoices: invoices, messages: messages,
            listed: listed, pending: pending, tenants: tenants, rotations: rotations)
        let results = try await withBenchNode(databaseURL: databaseURL) { node in
            var results: [BenchResult] = []
            for bench in what {
                output.note("Measuring \(bench.rawValue) …")
                results += try await bench.run(plan, on: node)
            }
            return results
        }
        let machine = BenchMachine.current(database: databaseURL == nil ? "SQLite" : "PostgreSQL")
        output.report(["benches": .array(results.map(\.json)), "machine": machine.json]) {
            BenchResult.table(results) + "\n" + machine.text
        }
    }
}

/// What can be measured.
enum Bench: String, CaseIterable, ExpressibleByArgument {
    case submit
    case overload
    case claim
    case latency
    case connector
    case poll
    case rotate
    case portal
    case start

    func run(_ plan: BenchPlan, on node: BenchNode) async throws -> [BenchResult] {
        switch self {
        case .submit:
            try await SubmitBench(node: node, plan: plan).run() + AttachmentBench(node: node, plan: plan).run()
        case .overload: try await OverloadBench(node: node, plan: plan).run()
        case .claim: try await ClaimBench(node: node, plan: plan).run()
        case .latency: try await ClaimLatencyBench(node: node, plan: plan).run()
        case .connector: try await ConnectorBench(node: node, plan: plan).run()
        case .poll: try await PollBench(node: node, plan: plan).run()
        case .rotate: try await RotateBench(node: node, plan: plan).run()
        case .portal: try await PortalBench(node: node, plan: plan).run()
        case .start: try StartBench(clock: node.app.environment.monotonic).run()
        }
    }
}

/// How much is measured.
struct BenchPlan: Sendable {
    let duration: Duration
    let connections: Int
    let invoices: Int
    let messages: Int
    let listed: Int
    let pending: Int
    let tenants: Int
    let rotations: Int
}
