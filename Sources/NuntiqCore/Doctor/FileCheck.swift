import NuntiqModel
import NuntiqStore

/// Holds the recorded files of all tenants against the file store.
struct FileCheck {
    let database: any Database
    let blobs: any BlobStore
    /// Whether every byte is read and hashed, not only the length looked up.
    let isDeep: Bool

    private static let pageSize = 500

    func run() async throws -> DoctorFinding {
        var finding = DoctorFinding(
            name: "files", statement: "Every recorded file is in the file store, whole.", severity: .fault,
            remedy: "Copy the file from a backup to the same place; its name is its SHA-256.")
        var cursor: (TenantID, BlobHash)?
        while true {
            let after = cursor
            let page = try await database.read { try BlobRows.list($0, after: after, limit: Self.pageSize) }
            for (tenant, file) in page {
                let fault = try await blobs.fault(of: file, tenant, isDeep: isDeep)
                guard let fault, try await isNamed(file, tenant) else { continue }
                finding.add(["tenant \(tenant.rawValue): \(file.hash) \(fault)"])
            }
            guard page.count == Self.pageSize, let last = page.last else { return finding }
            cursor = (last.tenant, last.file.hash)
        }
    }

    /// A sweep may have taken file and row away since the page was read.
    private func isNamed(_ file: BlobReference, _ tenant: TenantID) async throws -> Bool {
        try await database.read { try BlobRows.exists($0, tenant, file.hash) }
    }
}
