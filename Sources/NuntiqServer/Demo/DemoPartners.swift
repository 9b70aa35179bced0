import NuntiqCore
import NuntiqModel

/// Partner accounts beside the one that submits: some with keys, some invited, as a customer has them.
struct DemoPartners: Sendable {
    private struct Account: Sendable {
        let name: String
        let emails: [String]
        let supplier: String
        var keys: [(label: String, expiry: KeyExpiry)] = []
    }

    let app: App
    let tenant: TenantID

    /// Makes those that are missing.
    func run() async throws {
        let partners = Partners(database: app.database)
        let known = Set(try await partners.list(tenant).map { folded($0.name) })
        for account in Self.accounts where !known.contains(folded(account.name)) {
            let wanted = NewPartner(name: account.name, emails: account.emails, suppliers: [account.supplier])
            let partner = try await partners.create(wanted, in: tenant, by: .system)
            for key in account.keys {
                _ = try await app.keys.issue(key.label, expiry: key.expiry, for: partner.id, in: tenant, by: .system)
            }
        }
    }

    private static let accounts = [
        Account(
            name: "Examplia Energie AG", emails: ["edi@examplia.example"], supplier: "S-014",
            keys: [("billing", .days(30))]),
        Account(
            name: "Foobar Packaging Inc.", emails: ["ap-systems@foobar.example", "it@foobar.example"],
            supplier: "S-021", keys: [("erp", .days(180)), ("backup", .days(365))]),
        Account(
            name: "Initech B.V.", emails: ["facturen@initech.example"], supplier: "S-027",
            keys: [("exact", .days(90))]),
        Account(name: "Lorem Papier N.V.", emails: ["boekhouding@lorem.example"], supplier: "S-033"),
        Account(
            name: "Mustermann & Söhne Industrietechnik GmbH & Co. KG", emails: ["rechnung@mustermann.example"],
            supplier: "S-041", keys: [("sap", .never)]),
        Account(name: "Placeholder Cleaning Services", emails: [], supplier: "S-052"),
        Account(
            name: "Widget Works Oy", emails: ["laskutus@widget.example"], supplier: "S-066",
            keys: [("netsuite", .days(90))]),
    ]
}
