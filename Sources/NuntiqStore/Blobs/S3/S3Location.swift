internal import Foundation

/// Where a bucket is and who may use it, read from `NUNTIQ_BLOB_URL`.
///
/// `s3://[key:secret@]bucket[/prefix][?endpoint=https://host[:port]&region=eu-central-1]`; without a user part the
/// credentials are `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and `AWS_SESSION_TOKEN`. The bucket stands in the path,
/// which every S3-compatible server understands.
public struct S3Location: Sendable, Hashable {
    /// The bucket.
    public let bucket: String
    /// Begins every key: empty, or ending in a slash.
    public let prefix: String
    /// `http` or `https`.
    public let scheme: String
    /// The server's name, with its port unless it is the scheme's own.
    public let authority: String
    /// The region that requests are signed for.
    public let region: String
    let credentials: S3Credentials

    /// Reads a URL; `variables` is the process's environment.
    /// - Throws: ``BlobError/misconfigured(_:)`` with one line for the operator; it never shows a secret.
    public init(url: String, variables: [String: String]) throws {
        guard let parts = URLComponents(string: url), parts.scheme == "s3", let bucket = parts.host, !bucket.isEmpty
        else { throw BlobError.misconfigured("The blob URL must look like s3://bucket/prefix?endpoint=…&region=….") }
        let options = Dictionary((parts.queryItems ?? []).map { ($0.name, $0.value ?? "") }) { $1 }
        if let unknown = options.keys.sorted().first(where: { !["endpoint", "region"].contains($0) }) {
            throw BlobError.misconfigured("The blob URL takes endpoint and region, not \(unknown).")
        }
        let region = options["region"] ?? variables["AWS_REGION"] ?? "us-east-1"
        let endpoint = options["endpoint"] ?? "https://s3.\(region).amazonaws.com"
        guard let server = URLComponents(string: endpoint), let scheme = server.scheme, let host = server.host,
            ["http", "https"].contains(scheme), !host.isEmpty, ["", "/"].contains(server.path)
        else { throw BlobError.misconfigured("The endpoint in the blob URL must look like https://host:port.") }
        let isDefaultPort = server.port == nil || server.port == (scheme == "https" ? 443 : 80)
        let path = parts.path.split(separator: "/").joined(separator: "/")
        self.bucket = bucket
        self.prefix = path.isEmpty ? "" : path + "/"
        self.scheme = scheme
        self.authority = isDefaultPort ? host : "\(host):\(server.port ?? 0)"
        self.region = region
        self.credentials = try S3Credentials(user: parts.user, password: parts.password, variables: variables)
    }
}

/// What signs a request.
struct S3Credentials: Sendable, Hashable {
    let keyID: String
    let secret: String
    let sessionToken: String?

    init(keyID: String, secret: String, sessionToken: String? = nil) {
        self.keyID = keyID
        self.secret = secret
        self.sessionToken = sessionToken
    }

    init(user: String?, password: String?, variables: [String: String]) throws {
        if let user, let password {
            self.init(keyID: user, secret: password)
        } else if let keyID = variables["AWS_ACCESS_KEY_ID"], let secret = variables["AWS_SECRET_ACCESS_KEY"] {
            self.init(keyID: keyID, secret: secret, sessionToken: variables["AWS_SESSION_TOKEN"])
        } else {
            throw BlobError.misconfigured("Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY for the bucket.")
        }
    }
}
