import NuntiqModel
import NuntiqStore

/// Something that must hold in a tenant's rows, whatever crashed.
struct Invariant: Sendable {
    /// A stable name for programs, such as `invoice_state`.
    let name: String
    /// What must hold, in one sentence.
    let statement: String
    /// How bad it is when it does not.
    let severity: DoctorFinding.Severity
    /// What to do then.
    let remedy: String
    /// Names what breaks it, at most as many as asked for.
    let breaches: @Sendable (any Transaction, TenantID, _ limit: Int) throws -> [String]

    /// An invariant whose statement selects one token per breach; its arguments are the tenant and the limit.
    static func rows(
        _ name: String, _ statement: String, severity: DoctorFinding.Severity = .fault, remedy: String, sql: String
    ) -> Invariant {
        Invariant(name: name, statement: statement, severity: severity, remedy: remedy) { tx, tenant, limit in
            try tx.query("\(sql) LIMIT ?", [tenant, limit]).map { try $0.token(0).description }
        }
    }
}
