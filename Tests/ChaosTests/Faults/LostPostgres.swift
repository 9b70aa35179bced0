import NuntiqTesting

extension ChaosFault {
    /// Every process of PostgreSQL is killed, and it comes back when callers have been told.
    static let killedPostgres = ChaosFault(
        name: "PostgreSQL killed", databases: [.postgres], soonDone: [.postgres], times: (long: 10, short: 1)
    ) { house, _ in
        async let told: Void = house.ledger.refusals(more: 5)
        try await house.ground.postgres?.kill()
        await told
        try await house.ground.postgres?.restart()
    }

    /// Every connection of the house to PostgreSQL is cut at once.
    static let cutConnections = ChaosFault(
        name: "connections to PostgreSQL cut", databases: [.postgres], soonDone: [.postgres],
        times: (long: 30, short: 3)
    ) { house, _ in
        try await house.ground.postgres?.execute(
            """
            DO $$ BEGIN
                PERFORM pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'nuntiq';
            END $$
            """)
    }

    /// A backend holds what it has locked, and says nothing more, until PostgreSQL ends it.
    ///
    /// It locks the order of messages, and every invoice and all work that nobody uses at that moment, as a node does
    /// that is stopped in the middle of a transaction.
    static let idleTransaction = ChaosFault(
        name: "backend idle in a transaction", databases: [.postgres], soonDone: [.postgres]
    ) { house, _ in
        try await house.ground.postgres?.idleInTransaction(
            after: [
                "SELECT 1 FROM chain FOR UPDATE", "SELECT 1 FROM invoice_state FOR UPDATE SKIP LOCKED",
                "SELECT 1 FROM work FOR UPDATE SKIP LOCKED",
            ])
    }
}
