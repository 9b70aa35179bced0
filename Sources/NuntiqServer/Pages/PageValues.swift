/// The values of a page as dictionaries: each is looked at once, however often its template names it.
///
/// The template library reads a struct by reflection, all of its values at each name; a list of fifty rows has
/// thousands of names. What is `nil` is left out, as the library does.
enum PageValues {
    static func of(_ page: some Page) -> [String: Any] {
        members(Mirror(reflecting: page))
    }

    private static func members(_ mirror: Mirror) -> [String: Any] {
        var members: [String: Any] = [:]
        for (label, value) in mirror.children {
            if let label, let value = plain(value) { members[label] = value }
        }
        return members
    }

    private static func plain(_ value: Any) -> Any? {
        if let text = value as? String { return text }  // most values are texts
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional: return mirror.children.first.flatMap { plain($0.value) }
        case .collection: return mirror.children.compactMap { plain($0.value) }
        case .struct where !(value is any CustomStringConvertible): return members(mirror)
        default: return value
        }
    }
}
