import NuntiqConnector
import NuntiqModel
import NuntiqTesting
import Testing

@Suite
struct ConnectorDeltaRunTests {
    struct Broken: Error {}

    @Test(arguments: TestDatabase.allCases)
    func `a run goes on where the last one that counted ended`(database: TestDatabase) async throws {
        try await withConnector(on: database) { context, _ in
            try await context.deltaRun("erp", "suppliers", cursorType: .number) { run in
                #expect(run.lowerBound == nil)
                await run.setNewCursor("100")
                await run.count(3)
                await run.setMetadata(["file": "a.csv"])
            }
            await #expect(throws: Broken.self) {
                try await context.deltaRun("erp", "suppliers", cursorType: .number) { run in
                    await run.setNewCursor("200")
                    throw Broken()
                }
            }
            try await context.deltaRun("erp", "suppliers", cursorType: .number, overlap: .number(10)) { run in
                #expect(run.lowerBound == "90" && run.committedCursor == "100")
                await run.setNewCursor(nil)
            }
            await #expect(throws: DeltaError.cursorNotSet(stream: "suppliers")) {
                try await context.deltaRun("erp", "suppliers", cursorType: .number) { _ in }
            }
        }
    }

    @Test func `a run that another is too young for does not begin, and what it throws is masked`() async throws {
        let clock = TestClock()
        var environment = ConnectorEnvironment.live
        environment.now = { clock.now }
        try await withConnector(on: .sqlite, clock: clock, environment: environment) { context, _ in
            try await context.deltaRun("erp", "orders", cursorType: .token) { run in
                await #expect(throws: DeltaError.busy(stream: "orders")) {
                    try await context.deltaRun("erp", "orders", cursorType: .token) { _ in }
                }
                await run.setNewCursor("a")
            }
            await #expect(throws: ArgumentError.self) {
                try await context.deltaRun("erp", "orders", cursorType: .token) { _ in
                    throw ArgumentError.unusable(name: "password", reason: "topsecret is wrong")
                }
            }
            let state = try await context.api.get("/v1/delta/streams/erp/orders")
            #expect(state["committed_cursor_value"] == "a")
            let summary = state["error_summary"]?.string ?? state["last_error"]?.string ?? "\(state)"
            #expect(summary.contains("***") && !summary.contains("topsecret"), "\(state)")
        }
    }
}
