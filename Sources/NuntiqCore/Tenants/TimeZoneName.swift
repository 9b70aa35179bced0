import Foundation

/// Names of the IANA time zone database.
enum TimeZoneName {
    /// Whether the name stands in the time zone database, such as `Europe/Amsterdam` or `UTC`.
    ///
    /// Abbreviations (`CET`) and offsets (`GMT+2`) are no names of a zone: they do not follow its law.
    static func isKnown(_ name: String) -> Bool {
        if name == "UTC" { return true }
        return name.contains("/") && TimeZone(identifier: name) != nil
    }
}
