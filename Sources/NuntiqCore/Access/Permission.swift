/// What a caller may do, named as on the wire.
public enum Permission: String, Sendable, Hashable, CaseIterable {
    /// Reads invoices, attachments and lifecycle messages.
    case readDocs = "READ_DOCS"
    /// Reads master data, payments and users.
    case readData = "READ_DATA"
    /// Writes master data and payments.
    case postData = "POST_DATA"
    /// Writes users.
    case postUser = "POST_USER"
    /// Reads internal notes of lifecycle messages.
    case lifecycleReadInternal = "LIFECYCLE_READ_INTERNAL"
    /// Submits invoices by the partner API.
    case submitSupplierInvoice = "SUBMIT_SUPPLIER_INVOICE"
    /// Reads delta streams.
    case deltaRead = "DELTA_READ"
    /// Begins, completes and fails delta streams.
    case deltaWrite = "DELTA_WRITE"
    /// Sets a delta stream's cursor in either direction; no job token has it.
    case deltaReset = "DELTA_RESET"
    /// Imports, uploads, reprocesses, holds, releases, rejects and cancels invoices.
    case postDocs = "POST_DOCS"
    /// Claims, acknowledges and reports results, with leases and intents, and reads what it holds.
    case integrateInvoices = "INTEGRATE_INVOICES"
    /// Writes lifecycle messages.
    case lifecycleWrite = "LIFECYCLE_WRITE"
}
