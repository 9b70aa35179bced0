import NuntiqModel

extension Schema {
    /// A token as callers may write it.
    static func token(_ words: String) -> Schema {
        .text(
            words + " A UUID, or the same in 26 characters of Crockford's base 32.", pattern: tokenPattern,
            example: "0196e2b0-7c1e-7b64-a1c3-2f6b1d0c9a55")
    }

    /// A token as we write it.
    static func uuid(_ words: String = "") -> Schema {
        .text(words, format: "uuid", example: "0196e2b0-7c1e-7b64-a1c3-2f6b1d0c9a55")
    }

    /// A moment, with an offset.
    static func instant(_ words: String = "") -> Schema {
        .text(words, format: "date-time", example: "2026-05-19T08:30:00.123456Z")
    }

    /// A number that the database gives.
    static func id(_ words: String = "") -> Schema {
        .whole(words, in: 1...Int64.max, example: 4711)
    }

    /// A status as its group.
    static func group(_ words: String) -> Schema {
        .word(StatusGroup.allCases.map(\.rawValue), words)
    }

    /// A status as its number.
    static func statusCode(_ words: String = "The status.") -> Schema {
        .whole(words, in: 10...100, example: 90)
    }

    /// A status in words.
    static let statusInfo = Schema.object(
        [
            .required("code", .whole("The number.", in: 10...100)),
            .required("key", .word(Status.allCases.map(\.key))),
            .required("label", .text("For people.")), .required("description", .text("What it means.")),
            .required("group", .group("The group, as claims and filters name it.")),
        ], "A status for people and programs.", named: "StatusInfo")

    private static let tokenPattern =
        "^([0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}|[0-7oOiIlL][0-9A-TV-Za-tv-z]{25})$"
}

extension [Member] {
    /// `ext_reference_1` to `5` of an invoice.
    static let references: [Member] = (1...5).map {
        .required("ext_reference_\($0)", .text($0 == 1 ? "A free reference, as it was sent." : "").orNull)
    }

    /// The same where those without a value may be left out.
    static let optionalReferences: [Member] = (1...5).map {
        .optional("ext_reference_\($0)", .text($0 == 1 ? "A free reference, as it was sent." : "").orNull)
    }
}
