import NuntiqCore

extension App {
    /// The customer API, from claim to result and reading.
    var customerRoutes: [Route] {
        let invoices = Invoices(database: database)
        return ClaimRoutes(integration: integration).routes
            + IntegrationRoutes(integration: integration).routes
            + BatchRoutes(integration: integration).routes
            + LeaseRoutes(integration: integration).routes
            + HandlingRoutes(integration: integration).routes
            + InvoiceRoutes(invoices: invoices).routes
            + AttachmentRoutes(invoices: invoices, blobs: installation.blobs).routes
            + UploadRoutes(
                uploads: Uploads(database: database, environment: environment, blobs: installation.blobs)
            ).routes
            + SourceDocumentRoutes(
                documents: SourceDocuments(database: database, environment: environment, blobs: installation.blobs)
            ).routes
            + LifecycleRoutes(messages: LifecycleMessages(database: database)).routes
            + MasterDataRoutes(
                masterData: MasterData(database: database, environment: environment),
                tables: DataTables(database: database)
            ).routes
            + PaymentRoutes(payments: Payments(database: database, environment: environment)).routes
            + UserRoutes(users: userUpload).routes
            + JobRoutes(jobs: jobs).routes
            + DeltaRoutes(streams: DeltaStreams(database: database, environment: environment)).routes
    }
}
