import Foundation
import NuntiqConnector
import NuntiqModel
import Synchronization

/// Runs a connector that pushes to the fake ERP, and sends itself a signal at one step of its push loop.
///
/// `killer-worker CONFIG [SIGNAL STEP]`: a step is a call to Nuntiq about to be sent or just answered, a look at the
/// clock, and each moment of a call to the ERP. The count is written to standard error.
@main
struct KillerWorker {
    static func main() async throws {
        let arguments = CommandLine.arguments
        let settings = try JobSettings(JSONValue.parse(Array(try Data(contentsOf: URL(filePath: arguments[1])))))
        if arguments.count > 3 {
            Interruption.plan(arguments[2] == "SIGSTOP" ? SIGSTOP : SIGKILL, at: Int(arguments[3]) ?? 0)
        }
        var environment = ConnectorEnvironment.live
        environment.observe = { _ in Interruption.step() }
        environment.monotonic = {
            Interruption.step()
            return ContinuousClock.now
        }
        var status: Int32 = 0
        do {
            let counts = try await JobContext.withContext(settings, name: "push", environment: environment) {
                try await PushConnector().run($0)
            }
            print(JSONValue.object(counts).serialized())
        } catch {
            status = 1
        }
        FileHandle.standardError.write(Data("lines: \(Interruption.steps)\n".utf8))
        exit(status)
    }
}

/// Counts steps, and interrupts the process at one of them.
enum Interruption {
    private static let counted = Atomic(0)
    private static let planned = Mutex((signal: SIGKILL, step: 0))

    static var steps: Int { counted.load(ordering: .relaxed) }

    static func plan(_ signal: Int32, at step: Int) {
        planned.withLock { $0 = (signal, step) }
    }

    static func step() {
        let count = counted.add(1, ordering: .relaxed).newValue
        let plan = planned.withLock { $0 }
        if count == plan.step { kill(getpid(), plan.signal) }
    }
}
