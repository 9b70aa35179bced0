import NuntiqCore
import NuntiqServer
import NuntiqStore

/// The use cases about who may call, on an opened installation.
struct Accounts: Sendable {
    let settings: Settings
    let installation: Installation

    var tenants: Tenants {
        Tenants(
            database: installation.database, environment: installation.environment,
            receivingDomain: settings.receivingDomain)
    }

    var inboxes: Inboxes { Inboxes(database: installation.database) }

    var partners: Partners { Partners(database: installation.database) }

    var doctor: Doctor { Doctor(database: installation.database, blobs: installation.blobs) }

    var invoices: Invoices { Invoices(database: installation.database) }

    var keys: Keys {
        Keys(
            database: installation.database, environment: installation.environment, secrets: installation.secrets)
    }

    var users: Users {
        Users(database: installation.database, environment: installation.environment, secrets: installation.secrets)
    }

    var portal: PortalAddress { PortalAddress(scheme: settings.api.scheme, domain: settings.portalDomain) }

    var supplierAccess: SupplierAccess {
        SupplierAccess(
            database: installation.database, environment: installation.environment, secrets: installation.secrets)
    }

    var connectors: Connectors {
        Connectors(
            database: installation.database, environment: installation.environment, secrets: installation.secrets)
    }

    var jobs: ConnectorJobs {
        ConnectorJobs(
            database: installation.database, environment: installation.environment, secrets: installation.secrets)
    }

    var apiUsers: ApiUsers {
        ApiUsers(
            database: installation.database, environment: installation.environment, secrets: installation.secrets)
    }
}

extension InstallationOptions {
    /// Opens the installation, its schema brought up to date, for as long as `body` runs.
    ///
    /// `flags` are the command's own.
    func withAccounts<Value>(
        _ flags: [SettingName: String] = [:], _ body: (Accounts) async throws -> Value
    ) async throws -> Value {
        let settings = try settings(flags)
        let installation = try await Installation.open(settings)
        do {
            let value = try await body(Accounts(settings: settings, installation: installation))
            try await installation.close()
            return value
        } catch {
            try? await installation.close()  // the first error is the one to tell
            throw error
        }
    }
}
