import NuntiqCore
import NuntiqModel

extension RouteDescription {
    static func masterUpsert(_ surface: MasterSurface) -> RouteDescription {
        RouteDescription(
            id: "upsert\(surface.name)",
            section: .masterData,
            words: """
                Takes one row, an array of rows, or `{data: […]}`, at most 1 000: all or none, every fault named \
                by row \
                and field. \(surface.words)

                What is absent from a row stays as it was, `null` takes it away; a list within a row takes the place \
                of the list. With `full_load` the rows take the place of the whole set at once; a larger set comes in \
                parts under one `load_id`, `part` 1, 2, 3, … one after the other, and takes the place of the old one \
                with the part that says `last`. What waits for an hour is dropped. A set that would lose more than \
                half of its rows needs `allow_shrink`.
                """,
            body: BodyDescription(.masterBody(surface), example: ["data": [surface.example]]),
            answers: [
                .json("What it changed.", .masterAnswer, example: ["inserted": 1, "updated": 0, "unchanged": 0])
            ],
            errors: ["load_would_shrink", "load_unknown", "load_part_out_of_order"] + surface.tableErrors)
    }

    static func masterList(_ surface: MasterSurface) -> RouteDescription {
        let fields = surface.kind.shape.fields
        return RouteDescription(
            id: "list\(surface.name)",
            section: .masterData,
            words: """
                Rows in the order of their keys, without deleted ones. Each field filters; several filters all hold. \
                At most \(MasterFilter.termsMax) filters are taken at once.
                """,
            query: MasterPage.parameters + fields.map(\.parameter),
            answers: [
                .json(
                    "A page.",
                    .object([
                        .required("items", .list(of: .masterRow(surface))),
                        .required("count", .whole("So many match in all.")), .required("page", .whole("The page.")),
                    ]), example: ["items": [], "count": 0, "page": 1])
            ],
            errors: surface.tableErrors)
    }

    static func masterDelete(_ surface: MasterSurface) -> RouteDescription {
        var members: [Member] = [
            .required(
                "parameters",
                .list(
                    of: .map(of: .anything(), "Fields with the values they must have; all of them hold."),
                    "What any of them names goes.", counts: 1...MasterDeletionRequest.entriesMax))
        ]
        var example: JSONObject = ["parameters": [surface.filter]]
        if surface.kind.takesActions {
            let actions = MasterDeletionRequest.Action.allCases.map(\.rawValue)
            members.append(.optional("action", .word(actions, "What happens to them.", fallback: "delete")))
            example["action"] = "delete"
        }
        return RouteDescription(
            id: "delete\(surface.name)",
            section: .masterData,
            words: "Deletes what filters name, all or none. \(surface.deletion)",
            body: BodyDescription(.object(members), example: .object(example)),
            answers: [
                .json(
                    "How many there were.",
                    .object([
                        .required("ok", .constant(true)), .required("deleted", .whole("So many rows.")),
                        .optional("cascaded", .map(of: .whole(), "So many rows of other kinds went with them.")),
                    ]), example: ["ok": true, "deleted": 1])
            ],
            errors: (surface.kind.deletionMustMatch ? ["nothing_matched"] : []) + surface.tableErrors)
    }
}

extension MasterSurface {
    fileprivate var tableErrors: [String] { isTable ? ["data_table_not_found"] : [] }
}

extension Schema {
    /// `{data: […], …}`, an array of rows, or one row.
    fileprivate static func masterBody(_ surface: MasterSurface) -> Schema {
        let row = masterInput(surface)
        let flags = surface.kind.flags.map { Member.optional($0, .truth("Add, and change nothing that is there.")) }
        let wrapper = Schema.object(
            [
                .required("data", .list(of: row, counts: 0...MasterRequest.rowsMax)),
                .optional("full_load", .truth("The rows take the place of the whole set.", fallback: false)),
                .optional("load_id", .text("Names a replacement that comes in parts.", counts: 1...100)),
                .optional("part", .whole("Which part it is.", in: 1...1_000_000)),
                .optional("last", .truth("The replacement is whole with this part.", fallback: false)),
                .optional("allow_shrink", .truth("More than half of the rows may go.", fallback: false)),
            ] + flags)
        return .either([wrapper, .list(of: row, counts: 1...MasterRequest.rowsMax), row])
    }

    /// A row as it is sent.
    fileprivate static func masterInput(_ surface: MasterSurface) -> Schema {
        let flags = surface.kind.flags.map { Member.optional($0, .truth()) }
        return .object(surface.kind.shape.sentMembers + flags, named: "\(surface.name)Input")
    }

    /// A row as it is shown.
    fileprivate static func masterRow(_ surface: MasterSurface) -> Schema {
        let id: [Member] = surface.kind.isKeyOptional ? [.required("id", .uuid("The row's own name."))] : []
        let times: [Member] = [
            .required("created_at", .instant("When it came in first.")),
            .required("updated_at", .instant("When it changed last.")),
        ]
        return .object(id + surface.kind.shape.shownMembers + times, named: surface.name)
    }

    fileprivate static let masterAnswer = Schema.object(
        [
            .required("inserted", .whole("Rows that were not there.")),
            .required("updated", .whole("Rows that said something else.")),
            .required("unchanged", .whole("Rows that said the same.")),
            .optional("staged", .whole("Rows of a replacement that wait for its last part.")),
            .optional("removed", .whole("Rows that went with a replacement.")),
            .optional("warnings", .list(of: .text(), "Fields that are not known here.")),
        ], named: "MasterDataAnswer")
}

extension MasterShape {
    /// The members of a row as it is sent.
    var sentMembers: [Member] {
        let own = fields.flatMap { field in
            let names = [field.name] + (field.alias.map { [$0] } ?? [])
            return names.map { Member(name: $0, schema: field.sentSchema, isRequired: field.isRequired) }
        }
        let lists = children.map { child in
            Member.optional(
                child.name, .list(of: .object(child.shape.sentMembers), counts: 0...MasterChild.rowsMax))
        }
        return own + lists
    }

    /// The members of a row as it is shown.
    var shownMembers: [Member] {
        let own = fields.map { field in
            Member(
                name: field.name, schema: field.isRequired ? field.shownSchema : field.shownSchema.orNull,
                isRequired: !field.isNumbered)
        }
        return own + children.map { .required($0.name, .list(of: .object($0.shape.shownMembers))) }
    }
}

extension MasterField {
    /// The value as callers send it.
    var sentSchema: Schema {
        let least = isRequired ? 1 : 0
        return switch type {
        case .code: .text(counts: least...MasterType.codeCharactersMax)
        case .text(let limit): .text(counts: least...limit)
        case .whole(let range): .whole(in: range)
        case .decimal: .decimal()
        case .truth: .truth(fallback: fallback.map { $0 == "true" })
        case .date: .text(format: "date", example: "2026-05-19")
        case .moment: .text("With an offset; a bare day is its beginning in UTC.", example: "2026-05-19T08:30:00Z")
        case .word(let words): .word(words)
        }
    }

    /// The value as it is shown.
    var shownSchema: Schema {
        switch type {
        case .code, .text: .text()
        case .whole(let range): .whole(in: range)
        case .decimal: .number()
        case .truth: .truth()
        case .date: .text(format: "date", example: "2026-05-19")
        case .moment: .instant()
        case .word(let words): .word(words)
        }
    }

    /// The filter of a list.
    var parameter: Parameter {
        let schema: Schema =
            switch type {
            case .whole(let range): .whole("Exactly this number.", in: range)
            case .truth: .truth("Whether it is so.")
            case .code, .text, .decimal, .date, .moment, .word:
                .text("Exactly this value.", counts: 0...Fields.queryTextMax)
            }
        return .optional(name, schema)
    }
}
