import NuntiqModel
import NuntiqTesting
import ServiceLifecycle
import Testing

@testable import NuntiqStore

struct WorkerServiceTests {
    @Test(arguments: TestDatabase.allCases)
    func `a commit wakes the worker`(kind: TestDatabase) async throws {
        try await WorkBench.run(on: kind) { bench in
            let (ran, report) = AsyncStream.makeStream(of: Int64.self)
            let worker = bench.worker([
                "mail": .outside { work in
                    { _ in
                        report.yield(work.id)
                        return .done
                    }
                }
            ])
            try await RunningService(worker).run {
                var ids = ran.makeAsyncIterator()
                for _ in 0..<5 {
                    try await bench.enqueue("mail")
                    #expect(await ids.next() != nil)
                }
            }
            #expect(try await bench.itemCount() == 0)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a graceful stop finishes what runs`(kind: TestDatabase) async throws {
        try await WorkBench.run(on: kind) { bench in
            let (started, reportStart) = AsyncStream.makeStream(of: Void.self)
            let (stopping, reportStop) = AsyncStream.makeStream(of: Void.self)
            let (gate, openGate) = AsyncStream.makeStream(of: Void.self)
            let worker = bench.worker([
                "mail": .outside { work in
                    reportStart.yield()
                    await withGracefulShutdownHandler {
                        for await _ in gate { break }
                    } onGracefulShutdown: {
                        reportStop.yield()
                    }
                    return { tx in
                        try WorkBench.leaveTrace("\(work.id)", in: tx)
                        return .done
                    }
                }
            ])
            let service = RunningService(worker)
            try await service.run {
                try await bench.enqueue("mail")
                for await _ in started { break }
                await service.stop()
                for await _ in stopping { break }
                openGate.finish()
            }
            #expect(try await bench.traces().count == 1)
            #expect(try await bench.itemCount() == 0)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a lease is renewed while an outside effect runs`(kind: TestDatabase) async throws {
        try await WorkBench.run(on: kind) { bench in
            try await bench.enqueue("mail")
            let worker = bench.worker(
                [
                    "mail": .outside { work in
                        while try await bench.dueAt() == work.leaseEnd { await Task.yield() }
                        return { tx in
                            try WorkBench.leaveTrace("sent", in: tx)
                            return .done
                        }
                    }
                ], lease: .milliseconds(30))
            #expect(try await worker.runDue() == 1)
            #expect(try await bench.traces() == ["sent"])
            #expect(try await bench.itemCount() == 0)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `an effect whose lease is lost is cancelled`(kind: TestDatabase) async throws {
        try await WorkBench.run(on: kind) { bench in
            try await bench.enqueue("mail")
            let work = try #require(try await bench.take().first)
            let (never, hold) = AsyncStream.makeStream(of: Void.self)
            let worker = WorkRunner(
                database: bench.database, environment: bench.clock.environment, logger: WorkBench.logger,
                handlers: [
                    "mail": .outside { _ in
                        try await bench.database.write { try $0.execute("UPDATE work SET due_at = due_at + 1") }
                        for await _ in never {}
                        try Task.checkCancellation()
                        return { _ in .done }
                    }
                ], retries: RetryPolicy(), lease: .milliseconds(30))
            await worker.run(work)
            hold.finish()
            #expect(try await bench.itemCount() == 1)
        }
    }
}

extension WorkBench {
    fileprivate func dueAt() async throws -> Instant? {
        try await database.read { try $0.query("SELECT due_at FROM work").first?.instant(0) }
    }
}
