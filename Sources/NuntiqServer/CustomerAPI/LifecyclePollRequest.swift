import NuntiqCore
import NuntiqModel

/// The query of a delta poll.
struct LifecyclePollRequest {
    let since: Instant
    let timeZone: String
    let filter: LifecycleFilter
    /// The references as they were asked for.
    let references: [Int: String]
    let cursor: Instant?
    let limit: Int
    let wait: Duration
    let showsNotes: Bool

    /// Reads the query; what is required and missing has codes of its own.
    init(_ query: Fields, for principal: Principal) throws {
        var query = query
        showsNotes = try query.internalNotes(for: principal, unlessSaid: false)
        let clock = try query.required()
        timeZone = query.text("tz") ?? ""
        references = query.references()
        let tier = query.tier("tier")
        cursor = query.feedCursor()
        limit = Int(query.int("limit", in: 1...Int64(LifecycleMessages.pageLimits.upperBound)) ?? 100)
        wait = .seconds(query.int("wait", in: 0...LifecycleMessages.waitMax.components.seconds) ?? 0)
        let since = query.text("since").flatMap(clock.instant)
        if since == nil { query.fault("since", "Expected a time in ISO 8601, such as 2026-05-19T08:30:00.") }
        try query.check()
        self.since = since ?? Instant(microseconds: 0)
        filter = LifecycleFilter(references: references, tier: tier)
    }

    /// The answer on the wire.
    func answer(_ page: LifecyclePage) -> JSONValue {
        var filters = JSONObject()
        for (number, text) in references.sorted(by: { $0.key < $1.key }) {
            filters["ext_reference_\(number)"] = .string(text)
        }
        return [
            "since_utc": since.json, "tz": .string(timeZone), "filters": .object(filters),
            "tier": filter.tier.map { .number(JSONNumber(Int64($0.rawValue))) } ?? "all",
            "messages": .array(page.messages.map { $0.polled(withNotes: showsNotes) }),
            "next_cursor": page.next.map { .string(String($0.microseconds)) } ?? .null,
        ]
    }
}

/// What a delta poll cannot do without.
struct LifecyclePollError: UserFacingError, Hashable {
    /// One thing that is missing or wrong.
    enum Fault: Hashable {
        case sinceMissing
        case zoneMissing
        case zoneUnknown(String)
        case referenceMissing
    }

    /// At least one; the first gives its code.
    let faults: [Fault]

    var code: String {
        switch faults[0] {
        case .sinceMissing: "missing_since"
        case .zoneMissing: "missing_tz"
        case .zoneUnknown: "invalid_tz"
        case .referenceMissing: "missing_ext_reference"
        }
    }

    var message: String { details.map { "\($0.field): \($0.message)" }.joined(separator: " ") }

    var hint: String { "" }

    var details: [FieldFault] {
        faults.map { fault in
            switch fault {
            case .sinceMissing: FieldFault(field: "since", message: "This is required, such as 2026-05-19T08:30:00.")
            case .zoneMissing: FieldFault(field: "tz", message: "This is required, such as Europe/Amsterdam.")
            case .zoneUnknown(let name):
                FieldFault(field: "tz", message: "\(name) is no zone of the IANA time zone database.")
            case .referenceMissing:
                FieldFault(field: "ext_reference_1", message: "At least one of ext_reference_1 to 5 is required.")
            }
        }
    }
}

extension Fields {
    /// Throws what is missing, else gives the clocks of the zone.
    fileprivate mutating func required() throws -> WallClock {
        var faults: [LifecyclePollError.Fault] = []
        let zone = trimmed(text("tz", limit: 255) ?? "")
        let clock = WallClock(zone: zone)
        if trimmed(text("since", limit: 255) ?? "").isEmpty { faults.append(.sinceMissing) }
        if zone.isEmpty { faults.append(.zoneMissing) } else if clock == nil { faults.append(.zoneUnknown(zone)) }
        if references().isEmpty { faults.append(.referenceMissing) }
        guard let clock, faults.isEmpty else { throw LifecyclePollError(faults: faults) }
        return clock
    }

    /// The references that are asked for, by their number.
    fileprivate mutating func references() -> [Int: String] {
        var references: [Int: String] = [:]
        for number in 1...5 {
            let text = text("ext_reference_\(number)") ?? ""
            if !trimmed(text).isEmpty { references[number] = text }
        }
        return references
    }

    /// The place in the feed that an earlier answer named.
    fileprivate mutating func feedCursor() -> Instant? {
        guard let text = text("cursor"), !text.isEmpty else { return nil }
        guard let microseconds = Int64(text) else {
            fault("cursor", "Expected the next_cursor of an earlier answer, or nothing for the beginning.")
            return nil
        }
        return Instant(microseconds: microseconds)
    }
}
