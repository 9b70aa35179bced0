import NuntiqModel
public import NuntiqStore

/// Checks every invariant of an installation and says what to do about what is broken; changes nothing.
///
/// It may run beside a working server: each check of a tenant sees one snapshot.
public struct Doctor: Sendable {
    /// After so many breaches of one invariant in one tenant it looks no further.
    public static let breachesMax = 100

    private let database: any Database
    private let blobs: any BlobStore

    /// Examines a database and its file store.
    public init(database: any Database, blobs: any BlobStore) {
        self.database = database
        self.blobs = blobs
    }

    /// Runs every check; `progress` is told each one's name as it begins.
    ///
    /// `isDeep` reads every file and compares its hash; else only its length is looked up.
    public func examine(
        isDeep: Bool = false, progress: @Sendable (String) -> Void = { _ in }
    ) async throws -> DoctorReport {
        var findings = [try await databaseFile(progress)]
        let tenants = try await database.read { tx in
            try tx.query("SELECT id FROM tenant ORDER BY id").map { try $0.tenant(0) }
        }
        for invariant in Invariant.invoices + Invariant.tenants {
            progress(invariant.name)
            findings.append(try await finding(of: invariant, in: tenants))
        }
        progress("files")
        findings.append(try await FileCheck(database: database, blobs: blobs, isDeep: isDeep).run())
        return DoctorReport(findings: findings)
    }

    private func finding(of invariant: Invariant, in tenants: [TenantID]) async throws -> DoctorFinding {
        var finding = DoctorFinding(
            name: invariant.name, statement: invariant.statement, severity: invariant.severity,
            remedy: invariant.remedy)
        for tenant in tenants {
            let breaches = try await database.read { try invariant.breaches($0, tenant, Self.breachesMax) }
            finding.add(breaches.map { "tenant \(tenant.rawValue): \($0)" })
        }
        return finding
    }

    private func databaseFile(_ progress: (String) -> Void) async throws -> DoctorFinding {
        progress("database_file")
        var finding = DoctorFinding(
            name: "database_file", statement: "The database's own check finds its pages and indexes whole.",
            severity: .fault, remedy: "Restore the last backup; the disk or the memory is failing.")
        guard let selfCheck = database.dialect.selfCheck else { return finding }
        let lines = try await database.read { tx in try tx.query(selfCheck).map { try $0.text(0) } }
        finding.add(lines.filter { $0 != "ok" })
        return finding
    }
}
