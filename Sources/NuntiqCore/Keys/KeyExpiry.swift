public import NuntiqModel

/// How long a key of a partner account lives.
public enum KeyExpiry: Sendable, Hashable {
    /// A number of days of ``intervals`` from the moment of issue; kept for the next rotation.
    case days(Int)
    /// Until an instant; a rotation then needs a choice of its own or makes it a key without end.
    case at(Instant)
    /// Without end.
    case never

    /// The lengths on offer, in days.
    public static let intervals = [30, 90, 180, 365]
    /// What a key lives when nobody chose.
    public static let standard = KeyExpiry.days(90)

    /// The end of a key that begins at `start`; `nil` for one without end.
    public func end(from start: Instant) -> Instant? {
        switch self {
        case .days(let count): start + .seconds(86_400 * count)
        case .at(let instant): instant
        case .never: nil
        }
    }

    /// The length as stored, when one was chosen.
    public var intervalDays: Int? {
        switch self {
        case .days(let count): count
        case .at, .never: nil
        }
    }

    /// What is wrong with the choice of a key that begins at `start`; `nil` when it is fine.
    public func fault(from start: Instant) -> FieldFault? {
        switch self {
        case .days(let count):
            Self.intervals.contains(count)
                ? nil
                : FieldFault(field: "expires_interval_days", message: "\(count) is none of 30, 90, 180, 365, null.")
        case .at(let instant):
            instant > start ? nil : FieldFault(field: "expires_at", message: "The expiry must be in the future.")
        case .never: nil
        }
    }
}
