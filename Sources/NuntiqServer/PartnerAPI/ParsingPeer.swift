import HTTPTypes
import NuntiqCore
import NuntiqModel

/// What a submission is measured against: the same gates and the same parser, and then only an answer.
public enum ParsingPeer {
    /// Where it stands below the API root; only a bench adds it to a node.
    public static let path = "/v1/bench/parse"

    /// The route for ``App/moreRoutes``.
    public static let route = Route.partner(
        .post, path, needs: .submitSupplierInvoice, body: .jsonStream(bytesMax: SubmissionLimits.bodyBytesMax),
        summary: "Parse JSON, for comparison."
    ) { request, _ in
        let body = try await request.jsonObject(limits: JSONLimits(totalBytes: 1 << 20))
        return JSONAnswer(data: .object(["members": .number(JSONNumber(Int64(body.members.count)))]))
    }
}
