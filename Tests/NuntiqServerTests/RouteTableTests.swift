import HTTPTypes
import NuntiqCore
import NuntiqModel
import Testing

@testable import NuntiqServer

@Suite
struct RouteTableTests {
    private let table = RouteTable(
        [
            route(.get, "/v1/invoices/{token}"), route(.post, "/v1/invoices/claim"),
            route(.post, "/v1/invoices/{token}/lease"), route(.delete, "/v1/invoices/{token}/lease"),
        ],
        apiRoot: "/api")

    @Test func `a literal wins over a name`() {
        #expect(find(.post, "/api/v1/invoices/claim") == "/v1/invoices/claim")
        #expect(find(.get, "/api/v1/invoices/4711") == "/v1/invoices/{token} token=4711")
    }

    @Test func `HEAD finds GET, and only GET`() {
        #expect(find(.head, "/api/v1/invoices/1") == "/v1/invoices/{token} token=1")
        #expect(find(.head, "/api/v1/invoices/claim") == "POST OPTIONS")
    }

    @Test func `another method tells all that are possible`() {
        #expect(find(.put, "/api/v1/invoices/1/lease") == "POST DELETE OPTIONS")
        #expect(find(.post, "/api/v1/invoices/1") == "GET HEAD OPTIONS")
    }

    @Test(arguments: ["/", "/api", "/api/v1", "/v1/invoices/1", "/api/v1/invoices/1/2", "/API/v1/invoices/1"])
    func `other paths lead nowhere`(path: String) {
        #expect(find(.get, path) == "nothing")
    }

    @Test func `values are percent-decoded, and a broken escape is empty`() {
        #expect(find(.get, "/api/v1/invoices/a%2Fb%20c+d") == "/v1/invoices/{token} token=a/b c+d")
        #expect(find(.get, "/api/v1/invoices/a%2") == "/v1/invoices/{token} token=")
        #expect(find(.get, "/api/v1/invoices/%FF") == "/v1/invoices/{token} token=")
    }

    private func find(_ method: HTTPRequest.Method, _ path: String) -> String {
        switch table.find(method, path[...]) {
        case .nothing: "nothing"
        case .otherMethods(let allowed): allowed.map(\.rawValue).joined(separator: " ")
        case .route(let route, let parameters):
            route.path.contains("{") ? "\(route.path) token=\(parameters["token"])" : route.path
        }
    }

    private static func route(_ method: HTTPRequest.Method, _ path: String) -> Route {
        .customer(method, path, needs: [.readDocs], summary: "") { _, _ in JSONAnswer(.null) }
    }
}
