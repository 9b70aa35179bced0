import NuntiqServer

/// Runs `body` with the port of a node of `app`, and stops the node when it ends.
func withRunningNode<Value: Sendable>(
    _ app: App, _ body: @escaping @Sendable (Int) async throws -> Value
) async throws -> Value {
    let (ports, told) = AsyncStream<Int>.makeStream()
    let node = Node(app) { told.yield($0) }
    return try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
            defer { told.finish() }
            try await node.run()
        }
        guard let port = await ports.first(where: { _ in true }) else {
            try await group.waitForAll()
            throw CancellationError()
        }
        do {
            let value = try await body(port)
            await node.stop()
            try await group.waitForAll()
            return value
        } catch {
            await node.stop()
            throw error
        }
    }
}
