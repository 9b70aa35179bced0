public import NuntiqModel

/// Why master data were not taken, found or deleted.
public enum MasterDataError: UserFacingError, Hashable {
    /// Rows are at fault; all of them are listed.
    case invalid([FieldFault])
    /// A replacement would remove more than half of the rows.
    case wouldShrink(from: Int64, removing: Int64)
    /// A part belongs to a replacement that did not begin, or was dropped.
    case loadUnknown(String)
    /// A part came before or after its turn.
    case partOutOfOrder(expected: Int64, found: Int64)
    /// Nothing that was to be deleted is there.
    case nothingMatched(String)
    /// The tenant has no table of that name.
    case tableUnknown(String)

    /// The stable machine code.
    public var code: String {
        switch self {
        case .invalid: "validation_failed"
        case .wouldShrink: "load_would_shrink"
        case .loadUnknown: "load_unknown"
        case .partOutOfOrder: "load_part_out_of_order"
        case .nothingMatched: "nothing_matched"
        case .tableUnknown: "data_table_not_found"
        }
    }

    /// What is wrong, and where.
    public var message: String {
        switch self {
        case .invalid(let faults):
            faults.count == 1
                ? "1 value is at fault: \(Self.summary(of: faults))"
                : "\(faults.count) values are at fault: \(Self.summary(of: faults))"
        case .wouldShrink(let rows, let removing): "This would remove \(removing) of \(rows) rows."
        case .loadUnknown(let name): "There is no load \(name) that waits for a part."
        case .partOutOfOrder(let expected, let found): "Part \(expected) is expected, this is part \(found)."
        case .nothingMatched(let noun): "No \(noun) matches."
        case .tableUnknown(let name): "There is no customer data table \(name)."
        }
    }

    /// What to do about it.
    public var hint: String {
        switch self {
        case .invalid: "Nothing was stored; correct them and send again."
        case .wouldShrink: "Set allow_shrink if that is meant; nothing was changed."
        case .loadUnknown: "Begin again with part 1: what waits for more than an hour is dropped."
        case .partOutOfOrder: "Send the parts one after the other; the last one may be sent again as it was."
        case .nothingMatched: "Check the filters; deleted rows are not found again."
        case .tableUnknown: "Tables are called customer_data_table_1 to 20, or by the name given to them."
        }
    }

    /// The values at fault, at most a thousand.
    public var details: [FieldFault] {
        guard case .invalid(let faults) = self else { return [] }
        return Array(faults.prefix(MasterReader.faultsMax))
    }

    private static func summary(of faults: [FieldFault]) -> String {
        let named = faults.prefix(5).map { $0.field.isEmpty ? "the body" : $0.field }.joined(separator: ", ")
        return named + (faults.count > 5 ? ", …" : ".")
    }
}
