public import NuntiqMail
public import NuntiqModel
public import NuntiqStore

/// How a tenant presents itself in mail and on the pages of suppliers.
///
/// Kept in column `settings` of the tenant, as `{"branding": {"display_name", "colour", "contact_email"}}`; what is
/// missing there is the tenant's name and the house's colour.
public struct Letterhead: Sendable, Hashable {
    /// The tenant.
    public let tenant: TenantID
    /// The first label of its portal's host name.
    public let subdomain: String
    /// The name that suppliers read.
    public let name: String
    /// The colour of its monogram, of the rule above a mail and of its button.
    public let colour: BrandColour
    /// Where suppliers ask; `nil` where it says nothing.
    public let contact: String?
    /// The IANA name of its time zone.
    public let timezone: String

    /// Its clocks.
    public var time: LocalTime { LocalTime(zone: timezone) }

    /// The letterhead of a tenant; `nil` when there is no such tenant.
    public static func load(_ tenant: TenantID, in tx: any Transaction) throws -> Letterhead? {
        try tx.query("SELECT subdomain, name, timezone, settings FROM tenant WHERE id = ?", [tenant]).first.map { row in
            let branding = try row.document(3)?["branding"]
            let name = try row.text(1)
            return Letterhead(
                tenant: tenant, subdomain: try row.text(0),
                name: branding?["display_name"]?.string.flatMap { $0.isEmpty ? nil : $0 } ?? name,
                colour: branding?["colour"]?.string.flatMap(BrandColour.init) ?? .house,
                contact: branding?["contact_email"]?.string.flatMap(MailAddress.init)?.description,
                timezone: try row.text(2))
        }
    }
}
