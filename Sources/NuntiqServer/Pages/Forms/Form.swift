import Hummingbird
import NIOCore

/// What a form sent: `application/x-www-form-urlencoded`, bounded in bytes and in values.
struct Form: Sendable {
    /// The largest body.
    static let bytesMax = 64 * 1024
    /// The most values.
    static let valuesMax = 1_000

    /// What sent nothing.
    static let empty = Form(values: [])

    private let values: [(name: String, value: String)]

    private init(values: [(name: String, value: String)]) {
        self.values = values
    }

    /// Takes a body apart; `nil` for one that no browser sends.
    init?(_ body: String) {
        let pairs = body.utf8.isEmpty ? [] : body.split(separator: "&")
        guard pairs.count <= Self.valuesMax else { return nil }
        var values: [(name: String, value: String)] = []
        for pair in pairs {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.decoded(parts[0]), let value = Self.decoded(parts.count > 1 ? parts[1] : "") else {
                return nil
            }
            values.append((name, value))
        }
        self.values = values
    }

    /// Reads the body of a request; its route bounds it.
    init(of request: Request) async throws {
        var body = ByteBuffer()
        for try await chunk in request.body { body.writeImmutableBuffer(chunk) }
        guard let text = String(validating: body.readableBytesView, as: UTF8.self), let form = Form(text) else {
            throw RequestError.malformedRequest
        }
        self = form
    }

    /// The first value of that name; empty where there is none.
    subscript(_ name: String) -> String {
        values.first { $0.name == name }?.value ?? ""
    }

    /// Whether there is such a value, as a check box has that is on.
    func has(_ name: String) -> Bool {
        values.contains { $0.name == name }
    }

    /// Every value of that name, in the order of the page.
    func all(_ name: String) -> [String] {
        values.filter { $0.name == name }.map(\.value)
    }

    private static func decoded(_ text: Substring) -> String? {
        guard let decoded = PercentEncoding.decode(text, plusIsSpace: true), !decoded.utf8.contains(0) else {
            return nil
        }
        return decoded
    }
}
