/// The fields of a row, and the lists of rows within it.
public struct MasterShape: Sendable, Hashable {
    /// The fields in the order in which they are shown and stored.
    public let fields: [MasterField]
    /// The lists within a row.
    public let children: [MasterChild]
    private let places: [String: Int]

    init(_ fields: [MasterField], children: [MasterChild] = []) {
        self.fields = fields
        self.children = children
        let named = fields.enumerated().flatMap { place, field in
            ([field.name] + (field.alias.map { [$0] } ?? [])).map { ($0, place) }
        }
        places = Dictionary(named, uniquingKeysWith: { first, _ in first })
    }

    /// The field of a name or an alias.
    public func field(_ name: String) -> MasterField? {
        places[name].map { fields[$0] }
    }

    func child(_ name: String) -> MasterChild? {
        children.first { $0.name == name }
    }
}

/// A list of rows within a row.
///
/// One that is sent takes the place of the list; one that is not sent changes nothing.
public struct MasterChild: Sendable, Hashable {
    /// Its name on the wire.
    public let name: String
    /// What its rows are.
    public let shape: MasterShape
    /// The fields by which a row sent again is known to be the same.
    let identity: [String]
    /// The flag of a request under which rows are added, and those that are there are never changed.
    public var insertOnlyFlag: String?

    /// The most rows of a list.
    public static let rowsMax = 200
}
