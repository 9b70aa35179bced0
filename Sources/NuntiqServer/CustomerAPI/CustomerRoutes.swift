import NuntiqCore

extension App {
    /// The customer API, from claim to result and reading.
    var customerRoutes: [Route] {
        let invoices = Invoices(database: database)
        return ClaimRoutes(integration: integration).routes + IntegrationRoutes(integration: integration).routes
            + InvoiceRoutes(invoices: invoices).routes
    }
}
