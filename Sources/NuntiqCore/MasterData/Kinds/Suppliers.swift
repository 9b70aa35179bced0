extension MasterKind {
    /// Suppliers with their locations.
    ///
    /// `organization_code` left out stands for the default organisation, which needs no row. Found by number whatever
    /// its case, as invoices spell it.
    public static let supplier = MasterKind(
        name: "supplier",
        noun: "supplier",
        shape: MasterShape(
            [
                .required("supplier_number", .code), .required("supplier_name"), .optional("organization_code", .code),
                .optional("supplier_id", .code), .optional("alternative_supplier_name"), .optional("supplier_type"),
                .truth("is_active", fallback: true), .truth("is_blocked", fallback: false),
            ] + MasterField.numbered("custom_field", 5),
            children: [location]),
        key: ["supplier_number", "organization_code"],
        slots: [
            .folded("supplier_number"), .folded("supplier_name"), .exact("organization_code"), .exact("supplier_id"),
        ],
        references: [MasterReference(field: "organization_code", kind: "organization", noun: "organisation")],
        deletion: .soft,
        activity: [
            MasterActivity(field: "is_active", wanted: true), MasterActivity(field: "is_blocked", wanted: false),
        ])

    private static let location = MasterChild(
        name: "supplier_location",
        shape: MasterShape(
            [
                .optional("location_code", .code), .optional("location_name"), .optional("organization_code", .code),
                .optional("site_purpose", .whole(-2_147_483_648...2_147_483_647)), .truth("is_active", fallback: true),
            ] + MasterField.numbered("custom_field", 5) + [
                .optional("default_currency_code", .text(limit: 3)), .optional("default_payment_term_code"),
                .optional("default_payment_method"), .optional("taxpayer_id"), .optional("duns_number"),
            ],
            children: [address, bankAccount]),
        identity: ["location_code", "organization_code"])

    private static let address = MasterChild(
        name: "supplier_address",
        shape: MasterShape(
            [
                .optional("street"), .optional("city"), .optional("state"), .optional("postal_code"),
                .optional("country_code"),
            ] + MasterField.numbered("custom_field", 3)),
        identity: ["street", "city", "postal_code", "country_code"], insertOnlyFlag: "SupplierAddressInsertOnly")

    private static let bankAccount = MasterChild(
        name: "supplier_bank_account",
        shape: MasterShape(
            [
                .optional("bank_name"), .optional("bank_branch"), .optional("bank_account_number"),
                .optional("bank_routing_number"), .optional("swift_code"),
                .optional("account_currency", .text(limit: 3)),
                .truth("is_primary", fallback: false),
            ] + MasterField.numbered("custom_field", 3)),
        identity: ["bank_account_number", "bank_routing_number"], insertOnlyFlag: "SupplierBankInsertOnly")
}
