public import NuntiqModel

/// The OpenAPI document as tests use it: which operation a call is of, and whether an answer is one that it describes.
public struct Contract: Sendable {
    /// The document.
    public let document: JSONValue
    /// Every operation.
    public let operations: [Operation]

    /// A method at a path, with what the document says of it.
    public struct Operation: Sendable {
        /// In capitals.
        public let method: String
        /// Below the API root, with `{name}` for what varies.
        public let path: String
        /// The operation object.
        public let json: JSONValue

        /// Its name for people.
        public var name: String { "\(method) \(path)" }

        fileprivate func isAt(_ segments: [Substring]) -> Bool {
            let own = path.split(separator: "/")
            return own.count == segments.count && zip(own, segments).allSatisfy { $0.first == "{" || $0 == $1 }
        }

        fileprivate var literals: Int { path.split(separator: "/").count { $0.first != "{" } }
    }

    /// Reads a document.
    public init(_ document: JSONValue) {
        self.document = document
        operations = (document["paths"]?.object?.members ?? []).flatMap { path in
            (path.value.object?.members ?? []).map {
                Operation(method: $0.key.uppercased(), path: path.key, json: $0.value)
            }
        }
    }

    /// The operation that answers a call, or `nil` where the document says nothing of it.
    public func operation(_ method: String, _ path: String) -> Operation? {
        let plain = path.prefix { $0 != "?" }
        guard plain.hasPrefix("/api/") else { return nil }
        let segments = plain.dropFirst("/api/".count).split(separator: "/")
        return operations.filter { $0.method == method && $0.isAt(segments) }.max { $0.literals < $1.literals }
    }

    /// What is wrong with a value by a schema of the document.
    public func faults(of value: JSONValue, by schema: JSONValue, isStrict: Bool) -> [String] {
        var check = SchemaCheck(components: document["components"] ?? .null, isStrict: isStrict)
        check.check(value, schema)
        return check.faults
    }

    /// What contradicts the document in an answer to a call.
    func faults(of answer: TestAnswer, to operation: Operation) -> [String] {
        guard let described = response(operation, answer.status) else {
            return ["the document knows no answer \(answer.status): \(answer.text.prefix(300))"]
        }
        return headerFaults(answer, described) + bodyFaults(answer, described)
    }

    /// What the document says of answers of a status.
    private func response(_ operation: Operation, _ status: Int) -> JSONValue? {
        let response = operation.json["responses"]?[String(status)]
        guard let name = response?["$ref"]?.string?.split(separator: "/").last else { return response }
        return document["components"]?["responses"]?[String(name)]
    }

    private func bodyFaults(_ answer: TestAnswer, _ described: JSONValue) -> [String] {
        guard let content = described["content"]?.object else {
            return answer.bytes.isEmpty ? [] : ["the document knows no body of a \(answer.status)"]
        }
        guard content["*/*"] == nil else { return [] }
        let type = answer.header("Content-Type").map { String($0.prefix { $0 != ";" }) } ?? ""
        guard let media = content[type] else { return ["the document knows no \(type) of a \(answer.status)"] }
        guard type == "application/json", let schema = media["schema"] else { return [] }
        return faults(of: answer.json, by: schema, isStrict: true)
    }

    private func headerFaults(_ answer: TestAnswer, _ described: JSONValue) -> [String] {
        let known = described["headers"]?.object ?? [:]
        let missing = known.members.filter { $0.value["required"] == true && answer.header($0.key) == nil }
        let surplus = Self.told.filter { answer.header($0) != nil && known[$0] == nil }
        return missing.map { "the header \($0.key) is missing" }
            + surplus.map { "the document knows no header \($0) of a \(answer.status)" }
    }

    /// Headers that mean something to callers, so that an answer with one must be described with it.
    private static let told = [
        "Warning", "Idempotency-Key", "Idempotent-Replayed", "ETag", "Accept-Ranges", "Content-Range",
        "Content-Disposition", "Retry-After", "RateLimit", "RateLimit-Policy", "Location", "WWW-Authenticate",
    ]
}
