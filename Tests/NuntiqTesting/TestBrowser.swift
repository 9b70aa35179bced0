import Foundation
import Synchronization

/// Somebody at a browser: keeps cookies, sends forms as the page gave them, follows no redirect by itself.
public final class TestBrowser: Sendable {
    private let client: TestClient
    private let cookies = Mutex<[String: String]>([:])

    /// A fresh browser that calls one host.
    public init(_ client: TestClient, at host: String = "acme.localhost") {
        self.client = client.showing(nil).at(host)
    }

    /// The cookies that it holds.
    public var jar: [String: String] { cookies.withLock { $0 } }

    /// Gives it a cookie, such as that of somebody else.
    public func hold(_ name: String, _ value: String) {
        cookies.withLock { $0[name] = value }
    }

    /// Opens a page.
    public func get(_ path: String, headers: [String: String] = [:]) async throws -> TestAnswer {
        try await send(.get, path, nil, headers)
    }

    /// Sends a form as the page at `page` has it: its hidden values and what is typed.
    public func submit(
        _ path: String, on page: String, _ typed: KeyValuePairs<String, String> = [:]
    ) async throws -> TestAnswer {
        let shown = try await get(page)
        let csrf = shown.text.firstMatch(of: /name="csrf" value="([0-9a-f]*)"/).map { String($0.1) } ?? ""
        return try await post(path, [("csrf", csrf)] + typed.map { ($0.key, $0.value) })
    }

    /// Sends values as a form.
    public func post(
        _ path: String, _ values: [(String, String)], headers: [String: String] = [:]
    ) async throws -> TestAnswer {
        let body = values.map { "\(Self.encoded($0.0))=\(Self.encoded($0.1))" }.joined(separator: "&")
        return try await send(.post, path, .text(body, contentType: "application/x-www-form-urlencoded"), headers)
    }

    private func send(
        _ method: TestClient.Method, _ path: String, _ body: Body?, _ headers: [String: String]
    ) async throws -> TestAnswer {
        var headers = headers
        headers["Accept"] = headers["Accept"] ?? "text/html"
        let line = jar.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "; ")
        if !line.isEmpty { headers["Cookie"] = line }
        let answer = try await client.call(method, path, body: body, headers: headers)
        keep(answer.headers("Set-Cookie"))
        return answer
    }

    private func keep(_ lines: [String]) {
        cookies.withLock { cookies in
            for line in lines {
                let pair = line.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
                let isOver = line.contains("Max-Age=0;")
                cookies[String(pair[0])] = isOver || pair.count < 2 ? nil : String(pair[1])
            }
        }
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}
