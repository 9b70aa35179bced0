import HTTPTypes
import Hummingbird
import NuntiqCore
import NuntiqModel

/// - `POST /v1/organization`, `/supplier`, `/purchaseorder`, `/purchaseorderline`, `/receipt`: take rows in, or replace
///   the whole set, needs `POST_DATA`
/// - `GET` of the same: a page, needs `READ_DATA`
/// - `DELETE` of the same: what filters name, needs `POST_DATA`
///
/// `/v1/customerdatatable/{table}` likewise.
struct MasterDataRoutes: Sendable {
    let masterData: MasterData
    let tables: DataTables

    /// The longest body: a thousand rows of some kilobytes each.
    static let bodyBytesMax = 16 << 20

    private typealias KindOfCall = @Sendable (AuthenticatedContext) async throws -> MasterKind

    var routes: [Route] { MasterSurface.all.flatMap(routes) }

    private func routes(of surface: MasterSurface) -> [Route] {
        let kind: KindOfCall = { context in
            guard surface.isTable else { return surface.kind }
            return try await tables.kind(context.parameters["table"], in: context.tenant)
        }
        return [
            .customer(
                .post, surface.path, needs: [.postData], body: .jsonStream(bytesMax: Self.bodyBytesMax),
                summary: "Take in \(surface.plural).", use: { try await upsert($0, kind($1), by: $1) }
            ).described(.masterUpsert(surface)),
            .customer(
                .get, surface.path, needs: [.readData], summary: "List \(surface.plural).",
                use: { try await list($0, kind($1), by: $1) }
            ).described(.masterList(surface)),
            .customer(
                .delete, surface.path, needs: [.postData], body: .json, summary: "Delete \(surface.plural).",
                use: { try await delete($0, kind($1), by: $1) }
            ).described(.masterDelete(surface)),
        ]
    }

    func upsert(_ request: Request, _ kind: MasterKind, by context: AuthenticatedContext) async throws -> JSONAnswer {
        let body = try await request.json() ?? .null
        let rows = try MasterRequest(body, of: kind)
        let principal = context.principal
        return JSONAnswer(
            .object(
                try await masterData.upsert(
                    rows, of: kind, in: principal.tenant, by: principal.actor
                ).wire))
    }

    func list(_ request: Request, _ kind: MasterKind, by context: AuthenticatedContext) async throws -> JSONAnswer {
        var query = request.queryFields
        let page = MasterPage(&query)
        let values = query.masterFilter(kind.shape)
        try query.check()
        let list = try await masterData.list(
            try MasterFilter(values, of: kind.shape, noun: kind.noun), of: kind, page: page.number, limit: page.limit,
            in: context.tenant)
        return JSONAnswer(list.wire(page))
    }

    func delete(_ request: Request, _ kind: MasterKind, by context: AuthenticatedContext) async throws -> JSONAnswer {
        let filters = try MasterDeletionRequest(try await request.jsonObject(), of: kind)
        let principal = context.principal
        return JSONAnswer(
            .object(
                try await masterData.delete(
                    filters, of: kind, in: principal.tenant, by: principal.actor
                ).wire))
    }
}

/// Which page of a list, and how long pages are.
struct MasterPage: Sendable {
    let number: Int
    let limit: Int

    init(_ query: inout Fields) {
        number = Int(query.int("page", in: Self.numbers) ?? 1)
        limit = Int(query.int("limit", in: Self.limits) ?? 50)
    }

    static let numbers: ClosedRange<Int64> = 1...1_000_000
    static let limits = Int64(MasterData.pageLimits.lowerBound)...Int64(MasterData.pageLimits.upperBound)

    /// The parameters of every list.
    static let parameters: [Parameter] = [
        .optional("page", .whole("The page, from 1 on.", in: numbers, fallback: 1)),
        .optional("limit", .whole("So many rows at most.", in: limits, fallback: 50)),
    ]
}

extension MasterList {
    /// `{items, count, page}`.
    func wire(_ page: MasterPage) -> JSONValue {
        [
            "items": .array(items), "count": .number(JSONNumber(count)),
            "page": .number(JSONNumber(Int64(page.number))),
        ]
    }
}

extension Fields {
    /// The values of fields to filter by; a parameter that says nothing asks for nothing.
    mutating func masterFilter(_ shape: MasterShape) -> JSONObject {
        var values = JSONObject()
        for field in shape.fields { values[field.name] = masterValue(field) }
        return values
    }

    private mutating func masterValue(_ field: MasterField) -> JSONValue? {
        switch field.type {
        case .whole(let range): int(field.name, in: range).map { .number(JSONNumber($0)) }
        case .truth: bool(field.name).map(JSONValue.bool)
        case .code, .text, .decimal, .date, .moment, .word:
            text(field.name).flatMap { trimmed($0).isEmpty ? nil : .string($0) }
        }
    }
}
