import NuntiqCore
import NuntiqPipeline

extension App {
    /// What suppliers' systems call, and the import that shares its intake.
    var partnerRoutes: [Route] {
        let dryRun = DryRun(database: database, submissions: submissions)
        let invoices = SupplierInvoices(database: database, integration: integration)
        return SubmissionRoutes(submissions: submissions, dryRun: dryRun).routes
            + SupplierInvoiceRoutes(invoices: invoices).routes
            + KeyRoutes(keys: keys, authentication: authentication, environment: environment).routes
    }
}
