extension MasterKind {
    /// One of the tenant's own twenty tables.
    ///
    /// A row without `source_record_id` is a new one each time, known by its `id` alone.
    public static func dataTable(_ number: Int) -> MasterKind {
        MasterKind(
            name: "data_table_\(number)",
            noun: "row of customer data table \(number)",
            shape: dataTableShape,
            key: ["source_record_id", "source_system"],
            isKeyOptional: true,
            slots: [
                .exact("text_field_1"), .exact("text_field_2"), .exact("text_field_3"), .exact("source_record_id"),
            ])
    }

    /// The tables that there are.
    public static let dataTableNumbers = 1...20

    private static let dataTableShape = MasterShape(
        [.optional("source_record_id", .code), .optional("source_system", .code)]
            + MasterField.numbered("text_field", 30, .text(limit: 1_000)).enumerated().map { index, field in
                var field = field
                field.alias = "field_\(index + 1)"
                return field
            }
            + MasterField.numbered("number_field", 10, .decimal) + MasterField.numbered("date_field", 10, .date))
}

extension MasterKind {
    /// The kind of that name in the database.
    static func named(_ name: String) -> MasterKind? {
        let plain: [MasterKind] = [.organization, .supplier, .purchaseOrder, .purchaseOrderLine, .receipt]
        if let kind = plain.first(where: { $0.name == name }) { return kind }
        guard name.hasPrefix("data_table_"), let number = Int(name.dropFirst("data_table_".count)) else { return nil }
        return dataTableNumbers.contains(number) ? dataTable(number) : nil
    }
}
