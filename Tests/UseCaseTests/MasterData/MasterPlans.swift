import NuntiqModel
import NuntiqStore
import NuntiqTesting

@testable import NuntiqCore

/// What lists and upserts look up, run on a transaction that records how.
enum MasterPlans {
    static func run(_ tx: PlanRecorder, _ tenant: TenantID) throws {
        let kind = MasterKind.supplier
        guard let set = try MasterSetRepository(tx: tx, tenant: tenant).find(kind) else { return }
        func query(_ filter: JSONObject) throws -> MasterQuery {
            MasterQuery(
                tx: tx, tenant: tenant, kind: kind, collection: set.collection,
                filter: try MasterFilter(filter, of: kind.shape, noun: kind.noun))
        }
        _ = try query([:]).rows(offset: 2_000, limit: 10)
        _ = try query(["supplier_number": "S-7"]).rows(offset: 0, limit: 10)
        _ = try query(["supplier_number": "S-7", "supplier_type": "x"]).count()
        _ = try query(["supplier_number": "S-7"]).rows(after: "", limit: 10)
        let rows = MasterRowRepository(tx: tx, tenant: tenant, kind: kind)
        _ = try rows.find(["S-7\u{1F}"], in: set.collection)
        _ = try rows.values(["s-7"], ofSlot: 0, in: set.collection)
    }
}
