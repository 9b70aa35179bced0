import NuntiqCore
import NuntiqPipeline
import NuntiqStore
import ServiceLifecycle

/// What a node does beside answering requests.
struct Background {
    let app: App

    /// The services that every node runs; with a worker also those that work off what is due.
    var services: [any Service] {
        always + (app.configuration.hasWorker ? working : [])
    }

    /// What is stopped first, while the API still answers: runs of connectors, which say what they can before they end.
    var last: [any Service] {
        guard app.configuration.hasWorker, let runner = app.configuration.runner else { return [] }
        return [
            worker(
                .init(
                    concurrency: runner.runs, lease: .seconds(30), retries: patient,
                    kinds: .only([ConnectorJobs.workKind])))
        ]
    }

    /// By the kind of their work items.
    var handlers: [String: WorkHandler] {
        guard let runner = app.runner else { return ownHandlers }
        return ownHandlers.merging([ConnectorJobs.workKind: runner.handler]) { $1 }
    }

    private var ownHandlers: [String: WorkHandler] {
        [
            PipelineRun.kind: PipelineRun.handler,
            "lapse_sweep": sweep { _ = try await LapseSweep(database: app.database).run() },
            "claim_key_sweep": sweep { _ = try await ClaimKeySweep(database: app.database).run() },
            "rotation_replay_sweep": sweep { _ = try await RotationReplaySweep(database: app.database).run() },
            "lifecycle_key_sweep": sweep { try await LifecycleKeySweep(database: app.database).run() },
            "session_sweep": sweep { try await SessionSweep(database: app.database).run() },
            "upload_sweep": sweep { try await UploadSweep(database: app.database).run() },
            "job_sweep": sweep { try await JobSweep(database: app.database).run() },
            "blob_sweep": sweep {
                try await BlobRowSweep(database: app.database).run()
                _ = try await blobSweep.run()
            },
            CardFill.kind: CardFill(database: app.database).handler,
            PasswordReset.kind: app.passwordReset.handler,
            "master_sweep_all": sweep { try await MasterSweep(database: app.database).run() },
            MasterSweep.workKind: .outside { taken in
                try await MasterSweep(database: app.database).run(for: taken.item.tenant)
                return { _ in .done }
            },
            AwaitedSuppliers.workKind: .inTransaction(AwaitedSuppliers.work),
            "supplier_session_sweep": sweep { try await SupplierSessionSweep(database: app.database).run() },
            SupplierAccess.linkWork: app.supplierAccess.linkHandler,
            ReleaseRule.workKind: .inTransaction(ReleaseRule.work),
            "outbox_sweep": sweep {
                try await OutboxSweep(database: app.database, releasesHeld: app.mail.isServed).run()
            },
            KeyMaintenance.task: sweep { try await KeyMaintenance(database: app.database).run() },
            MailDelivery.workKind: mailDelivery.handler,
            MailDelivery.bulkWorkKind: mailDelivery.handler,
        ]
    }

    private var mailDelivery: MailDelivery {
        MailDelivery(database: app.database, secrets: app.installation.secrets, settings: app.mail)
    }

    /// Works off what is due, of every kind; for commands and tests.
    var worker: Worker { worker(.init()) }

    /// Mail has workers of its own: a mail server that hangs holds up nothing else, and ten thousand reminders no
    /// invitation.
    private var workers: [Worker] {
        let mail: Set<String> = [MailDelivery.workKind, MailDelivery.bulkWorkKind]
        return [
            worker(.init(kinds: .except(mail.union([ConnectorJobs.workKind])))),
            worker(.init(concurrency: 4, retries: patient, kinds: .only([MailDelivery.workKind]))),
            worker(.init(concurrency: 2, retries: patient, kinds: .only([MailDelivery.bulkWorkKind]))),
        ]
    }

    /// Who does the work knows itself when it is enough.
    private var patient: RetryPolicy { RetryPolicy(attemptsMax: 1_000) }

    private func worker(_ settings: Worker.Settings) -> Worker {
        Worker(
            database: app.database, environment: app.environment, logger: app.logger, handlers: handlers,
            settings: settings)
    }

    /// What happens again and again, once for all nodes.
    let periodic = [
        PeriodicTask(name: "lapse_sweep", interval: .seconds(10)),
        PeriodicTask(name: "claim_key_sweep", interval: .seconds(3_600)),
        PeriodicTask(name: "rotation_replay_sweep", interval: .seconds(600)),
        PeriodicTask(name: "lifecycle_key_sweep", interval: .seconds(3_600)),
        PeriodicTask(name: "session_sweep", interval: .seconds(3_600)),
        PeriodicTask(name: "upload_sweep", interval: .seconds(3_600)),
        PeriodicTask(name: "master_sweep_all", interval: .seconds(600)),
        PeriodicTask(name: "supplier_session_sweep", interval: .seconds(3_600)),
        PeriodicTask(name: "job_sweep", interval: .seconds(86_400)),
        PeriodicTask(name: "blob_sweep", interval: .seconds(86_400)),
        PeriodicTask(name: "outbox_sweep", interval: .seconds(600)),
        PeriodicTask(name: KeyMaintenance.task, interval: KeyMaintenance.interval),
    ]

    private var always: [any Service] {
        let (database, logger) = (app.database, app.logger)
        let usage = KeyUsageFlusher(usage: app.authentication.usage, logger: logger)
        let sequencer = Sequencer(database: database, logger: logger)
        guard let offset = app.installation.clockOffset else { return [usage, sequencer] }
        return [usage, sequencer, ClockOffsetWatch(offset, database: database, logger: logger)]
    }

    private var working: [any Service] {
        workers + [
            Periodic(database: app.database, logger: app.logger, tasks: periodic),
            ConnectorScheduler(
                schedule: ConnectorSchedule(database: app.database, environment: app.environment), logger: app.logger),
        ]
    }

    private var blobSweep: BlobSweep {
        BlobSweep(database: app.database, store: app.installation.blobs)
    }

    /// A task that may be done twice and has nothing to store at its end.
    private func sweep(_ body: @escaping @Sendable () async throws -> Void) -> WorkHandler {
        .outside { _ in
            try await body()
            return { _ in .done }
        }
    }
}
