import NuntiqCore

extension App {
    /// What a tenant's host has beside ``productRoutes``: the rooms of its portal.
    public var portalRoutes: [Route] {
        StartRoutes(portal: portal).routes
            + WorkListRoutes(portal: portal, workList: workList, integration: integration).routes
            + InvoicePageRoutes(
                portal: portal, workList: workList, integration: integration,
                invoices: Invoices(database: database), blobs: installation.blobs
            ).routes
            + SavedViewRoutes(portal: portal).routes
            + WorkVersionRoutes(portal: portal).routes
            + PartnerRoom(portal: portal, app: self).routes
            + ConnectorRoom(portal: portal, app: self).routes
            + SettingsRoutes(portal: portal, app: self).routes
    }

    /// What every host has for people: the door, their own account, light or dark.
    var doorRoutes: [Route] {
        SignInRoutes(portal: portal, signIn: signIn).routes
            + PasswordRoutes(portal: portal, passwords: passwords, reset: passwordReset).routes
            + AccountRoutes(portal: portal, passwords: passwords).routes
            + ThemeRoutes(pages: pages, scope: .session).routes
            + AdminRoutes(portal: portal, app: self).routes
            + ComponentRoutes(pages: pages).routes
    }

    /// What all rooms of the portals share.
    var portal: Portal { Portal(self) }
}
