import NuntiqStore
import Synchronization

/// A database that counts the writes that are asked of it.
final class WriteCounter: Database {
    private let base: any Database
    private let writes = Atomic(0)

    init(_ base: any Database) {
        self.base = base
    }

    var count: Int { writes.load(ordering: .sequentiallyConsistent) }

    var dialect: Dialect { base.dialect }
    var signals: SignalHub { base.signals }
    var writeDelay: Duration { base.writeDelay }

    func read<Value: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> Value) async throws -> Value {
        try await base.read(body)
    }

    func write<Value: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> Value) async throws -> Value {
        writes.add(1, ordering: .sequentiallyConsistent)
        return try await base.write(body)
    }

    func close() async {}
}
