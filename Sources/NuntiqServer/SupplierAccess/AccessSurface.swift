import NuntiqCore

extension App {
    /// How suppliers get in by themselves: API and pages, on a tenant's host and on any other.
    var accessRoutes: [Route] {
        let desk = accessDesk
        let letterheads = Letterheads(database: database)
        let walk = AccessPages(
            desk: desk, pages: pages, letterheads: letterheads, environment: environment, api: configuration.api)
        let invoices = SupplierInvoices(database: database, integration: integration)
        return AccessRoutes(desk: desk).routes
            + PreferenceRoutes(preferences: emailPreferences, limiter: desk.limiter).routes
            + walk.routes
            + PreferencePages(
                preferences: emailPreferences, pages: pages, letterheads: letterheads,
                partners: Partners(database: database), limiter: desk.limiter, environment: environment
            ).routes
            + SupplierInvoicePages(desk: desk, walk: walk, invoices: invoices, letterheads: letterheads).routes
    }
}
