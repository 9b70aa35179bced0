extension MasterKind {
    /// Groups, units and business units.
    public static let organization = MasterKind(
        name: "organization",
        noun: "organisation",
        shape: MasterShape(
            [
                .required("code", .code), .required("name"),
                .required("organization_type", .whole(1...3)), .optional("parent_id", .code),
                .truth("active", fallback: true), .optional("active_from", .date), .optional("active_to", .date),
                .optional("default_currency", .text(limit: 3)),
            ] + MasterField.numbered("custom_field", 15),
            children: [
                MasterChild(
                    name: "identifiers",
                    shape: MasterShape([
                        .required("identifier_label"), .required("identifier_value"), .required("identifier_type"),
                    ]), identity: ["identifier_type", "identifier_label", "identifier_value"]),
                MasterChild(
                    name: "addresses",
                    shape: MasterShape(
                        [
                            .optional("name"), .required("street"), .required("city"), .required("country_code"),
                            .optional("state"), .optional("postal_code"),
                        ] + MasterField.numbered("custom_field", 5)),
                    identity: ["name", "street", "city", "postal_code", "country_code"]),
            ]),
        key: ["code"],
        slots: [.folded("name"), .exact("parent_id")],
        references: [MasterReference(field: "parent_id", kind: "organization", noun: "parent organisation")],
        deletion: .deactivated(field: "active", mark: "custom_field_15", value: "[DELETED]"),
        activity: [MasterActivity(field: "active", wanted: true)])
}
