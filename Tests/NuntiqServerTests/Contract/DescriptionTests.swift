import HTTPTypes
import NuntiqModel
import NuntiqTesting
import Testing

@testable import NuntiqServer

/// The list of routes and their descriptions, held together without a call.
@Suite
struct DescriptionTests {
    private func withRoutes(_ body: @escaping @Sendable ([Route], Contract) async throws -> Void) async throws {
        try await withNuntiq(on: .sqlite) { nuntiq in
            try await body(
                nuntiq.app.productRoutes.filter { !$0.isAbsolute }, try await ContractWatch.shared.contract())
        }
    }

    @Test(.proves("customer/openapi-covers-routes"))
    func `every route of both APIs is described`() async throws {
        try await withRoutes { routes, contract in
            for route in routes where route.description == nil {
                Issue.record(
                    """
                    \(route.method) \(route.path) has no description. Write one beside its handler and hang it on with \
                    `.described(…)`; docs/architecture.md, "Describe a route", tells how.
                    """)
            }
            let described = routes.map { "\($0.method.rawValue) \($0.path)" }
            #expect(contract.operations.map(\.name).sorted() == described.sorted())
        }
    }

    @Test func `every operation has a name of its own, words and a known place`() async throws {
        try await withRoutes { routes, _ in
            let ids = routes.compactMap { $0.description?.id }
            #expect(Set(ids).count == ids.count)
            for route in routes {
                let description = try #require(route.description)
                #expect(!route.summary.isEmpty && !description.words.isEmpty, "\(description.id)")
                for name in route.pathNames where Parameter.ofPaths[name] == nil {
                    Issue.record("{\(name)} of \(route.path) has no words: add it to Parameter.ofPaths.")
                }
            }
        }
    }

    @Test func `a body is described where one is taken, and nowhere else`() async throws {
        try await withRoutes { routes, _ in
            for route in routes {
                let description = try #require(route.description)
                #expect((description.body != nil) == (route.body.mediaType != nil), "\(description.id)")
                let isMultipart = route.body.mediaType == "multipart/form-data"
                #expect(description.body?.isMultipart ?? false == isMultipart, "\(description.id)")
            }
        }
    }

    @Test func `every code that is described has a status and a line of words`() async throws {
        try await withRoutes { routes, _ in
            let described = routes.flatMap { route in RouteErrors(route).byStatus.flatMap(\.codes) }
            for code in Set(described + RouteErrors.ofNoRoute) {
                #expect(ErrorStatus.statuses[code] != nil, "\(code) has no row in ErrorStatus")
                #expect(!ErrorCatalogue.words(code).isEmpty, "\(code) has no line in ErrorCatalogue")
            }
        }
    }

    @Test func `examples are what their schemas say`() async throws {
        try await withRoutes { _, contract in
            for operation in contract.operations {
                let body = operation.json["requestBody"]?["content"]?.object?.members.first?.value
                let answers = (operation.json["responses"]?.object?.members ?? []).flatMap {
                    $0.value["content"]?.object?.members.map(\.value) ?? []
                }
                for content in [body].compactMap(\.self) + answers {
                    guard let example = content["example"], let schema = content["schema"] else { continue }
                    let faults = contract.faults(of: example, by: schema, isStrict: true)
                    #expect(faults.isEmpty, "an example of \(operation.name)")
                }
            }
        }
    }
}
