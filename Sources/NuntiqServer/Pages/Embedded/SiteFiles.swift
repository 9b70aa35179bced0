/// The files of Assets/site, by name; made by Scripts/embed-assets.
enum SiteFiles {
    static let all: [String: String] = [
        "connectors.js": connectorsJs,
        "house.css": houseCss,
        "icon.svg": iconSvg,
        "icons.svg": iconsSvg,
        "invoices.css": invoicesCss,
        "invoices.js": invoicesJs,
        "portal.css": portalCss,
        "portal.js": portalJs,
        "site.js": siteJs,
        "supplier.js": supplierJs,
    ]
}
