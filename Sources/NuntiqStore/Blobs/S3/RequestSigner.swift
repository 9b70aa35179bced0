internal import Crypto
internal import Glibc
internal import NuntiqModel

/// Signs requests as AWS Signature Version 4 asks.
/// - Source: "Authenticating Requests (AWS Signature Version 4)", Amazon S3 API Reference.
struct RequestSigner: Sendable {
    /// A request before it is signed; the names of headers are in lower case.
    struct Request: Sendable {
        var method: String
        /// Not yet percent-encoded.
        var path: String
        var query: [(name: String, value: String)] = []
        var headers: [String: String]
        /// The SHA-256 of the body in hexadecimal.
        var payloadHash: String
    }

    let credentials: S3Credentials
    let region: String
    var service = "s3"

    /// The headers to send: the request's own, the time and the signature.
    func headers(for request: Request, at now: Instant) -> [String: String] {
        let time = Self.basicTime(now)
        var headers = request.headers
        headers["x-amz-date"] = time
        headers["x-amz-content-sha256"] = request.payloadHash
        if let token = credentials.sessionToken { headers["x-amz-security-token"] = token }
        let signed = headers.keys.sorted().joined(separator: ";")
        let scope = "\(time.prefix(8))/\(region)/\(service)/aws4_request"
        let canonical = [
            request.method, percentEncoded(request.path, keeping: "/"), Self.canonicalQuery(request.query),
            headers.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)\n" }.joined(), signed, request.payloadHash,
        ].joined(separator: "\n")
        let toSign = ["AWS4-HMAC-SHA256", time, scope, hexadecimal(SHA256.hash(data: Array(canonical.utf8)))]
        let signature = hexadecimal(mac(signingKey(time.prefix(8)), toSign.joined(separator: "\n")))
        headers["authorization"] =
            "AWS4-HMAC-SHA256 Credential=\(credentials.keyID)/\(scope), SignedHeaders=\(signed), Signature=\(signature)"
        return headers
    }

    /// The query in the form that is signed and sent.
    static func canonicalQuery(_ query: [(name: String, value: String)]) -> String {
        query.map { (percentEncoded($0.name), percentEncoded($0.value)) }
            .sorted { $0 < $1 }
            .map { "\($0)=\($1)" }
            .joined(separator: "&")
    }

    private func signingKey(_ day: Substring) -> [UInt8] {
        [String(day), region, service, "aws4_request"].reduce(Array("AWS4\(credentials.secret)".utf8), mac)
    }

    private func mac(_ key: [UInt8], _ text: String) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: SymmetricKey(data: key)))
    }

    private static func basicTime(_ now: Instant) -> String {
        var seconds = time_t(now.microseconds / 1_000_000)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        var text = [CChar](repeating: 0, count: 17)
        strftime(&text, text.count, "%Y%m%dT%H%M%SZ", &parts)
        return String(decoding: text.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}

/// `text` with every byte but letters, digits, `-._~` and those in `kept` as `%XX`.
func percentEncoded(_ text: String, keeping kept: String = "") -> String {
    let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~\(kept)".utf8)
    return text.utf8.map { plain.contains($0) ? String(UnicodeScalar($0)) : "%" + hexadecimal([$0]).uppercased() }
        .joined()
}
