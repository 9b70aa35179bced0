import HTTPTypes
import NuntiqModel
import NuntiqTesting
import Testing

@testable import NuntiqServer

/// Whose word is taken about where a call came from.
@Suite
struct ClientAddressTests {
    /// A connection's address, `X-Forwarded-For`, and whom that makes the caller behind 10.0.0.0/8 and ::1.
    @Test(
        .proves("operations/forwarded-for"),
        arguments: [
            ("203.0.113.9", "198.51.100.1", "203.0.113.9"), ("10.1.2.3", "", "10.1.2.3"),
            ("10.1.2.3", "198.51.100.1", "198.51.100.1"), ("::ffff:10.1.2.3", "198.51.100.1", "198.51.100.1"),
            ("10.1.2.3", "1.2.3.4, 198.51.100.1, 10.9.9.9", "198.51.100.1"), ("::1", "2001:db8::7", "2001:db8::7"),
            ("10.1.2.3", "1.2.3.4, nonsense", "10.1.2.3"), ("10.1.2.3", "10.4.4.4, 10.5.5.5", "10.4.4.4"),
            ("10.1.2.3", "198.51.100.1:4711", "198.51.100.1"), ("10.1.2.3", "[2001:db8::7]:443", "2001:db8::7"),
            ("11.1.2.3", "198.51.100.1", "11.1.2.3"), ("", "198.51.100.1", ""),
        ])
    func `the last address that is no proxy of ours is the caller's`(peer: String, named: String, caller: String)
        throws
    {
        let proxies = try #require(TrustedProxies("10.0.0.0/8, ::1"))
        var headers = HTTPFields()
        if !named.isEmpty { headers[.xForwardedFor] = named }
        #expect(proxies.caller(of: headers, from: peer) == caller)
        #expect(TrustedProxies.none.caller(of: headers, from: peer) == peer)
    }

    @Test(arguments: ["", "10.0.0.0/33", "localhost", "10.0.0.1,,::1", "10.0.0/8", "::1/129", "10.0.0.0/-1"])
    func `what is no address is no proxy`(text: String) {
        #expect(TrustedProxies(text) == nil)
    }

    @Test(arguments: [nil, "127.0.0.1/32"])
    func `a node sees the address behind a trusted proxy alone`(trusted: String?) async throws {
        let place = Route.open(.get, "/where", summary: "Tells the caller's address.") { _, call in
            JSONAnswer(data: .string(call.address))
        }
        try await withNuntiq(
            on: .sqlite, routes: [place],
            configure: { $0.trustedProxies = trusted.flatMap(TrustedProxies.init) ?? .none }
        ) { nuntiq in
            let answer = try await nuntiq.stranger.get("/where", headers: ["X-Forwarded-For": "203.0.113.7"])
            #expect(answer["data"] == .string(trusted == nil ? "127.0.0.1" : "203.0.113.7"), "\(answer.text)")
        }
    }
}
