internal import NuntiqModel
internal import NuntiqStore
internal import Synchronization

/// The field names of templates that were used lately; a version of a template never changes.
final class TemplateCache: Sendable {
    private struct Key: Hashable {
        let tenant: TenantID
        let template: Int64
        let version: Int64
    }

    /// Emptied when it holds more.
    private static let entriesMax = 1_000

    private let entries = Mutex<[Key: TemplateNames]>([:])

    /// The names of the template's version, where they were used lately.
    func names(_ tenant: TenantID, _ template: Int64, version: Int64) -> TemplateNames? {
        entries.withLock { $0[Key(tenant: tenant, template: template, version: version)] }
    }

    /// The names of the template's version, read in `tx` when nobody has lately.
    func names(_ tenant: TenantID, _ template: Int64, version: Int64, in tx: any Transaction) throws -> TemplateNames {
        if let names = names(tenant, template, version: version) { return names }
        let stored = try TemplateRepository(tx).find(tenant, template, version: version)
        let names = TemplateNames(stored?.fields ?? .standard)
        entries.withLock { entries in
            if entries.count >= Self.entriesMax { entries.removeAll() }
            entries[Key(tenant: tenant, template: template, version: version)] = names
        }
        return names
    }
}
