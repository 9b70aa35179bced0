import Hummingbird
import NIOCore
import NuntiqCore
import NuntiqModel
import NuntiqServer

/// Routes that tests of the shell call, beside those of the product.
enum TestRoutes {
    static let all: [Route] = [
        .partner(.post, "/v1/partner/echo", needs: .submitSupplierInvoice, body: .json, summary: "Echoes JSON.") {
            request, _ in JSONAnswer(data: .object(try await request.jsonObject()))
        },
        .partner(
            .post, "/v1/partner/stream", needs: .submitSupplierInvoice, body: .jsonStream(bytesMax: 1_000_000),
            summary: "Counts bytes."
        ) { request, _ in
            var count: Int64 = 0
            for try await chunk in request.body { count += Int64(chunk.readableBytes) }
            return JSONAnswer(data: .number(JSONNumber(count)))
        },
        .partner(.get, "/v1/partner/keys-only", needs: nil, inGrace: false, summary: "For partners.") { _, context in
            JSONAnswer(data: .string(context.principal.name))
        },
        .customer(.get, "/v1/things/{thing}", needs: [.readDocs], summary: "Tells its name.") { _, context in
            JSONAnswer(["thing": .string(context.parameters["thing"])])
        },
        .customer(.delete, "/v1/things/{thing}", needs: [.postDocs, .integrateInvoices], summary: "Forgets it.") {
            _, _ in JSONAnswer([:])
        },
        .open(.get, "/defect", summary: "Fails by a defect of ours.") { _, _ -> JSONAnswer in
            throw Defect()
        },
    ]

    struct Defect: Error {
        let secret = "connection string"
    }
}
