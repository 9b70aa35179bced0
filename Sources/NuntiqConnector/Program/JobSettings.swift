public import NuntiqModel

/// What a run is told from outside: a JSON object on standard input or in a file.
///
/// `{api_url, customer_number, job_token or api_key, secrets, config, job_params}`
public struct JobSettings: Sendable, Hashable {
    /// Where the API is, such as `http://localhost:8080/api`.
    public let apiURL: String
    /// The tenant.
    public let customerNumber: String
    /// Who calls.
    public let credential: Credential
    /// Never logged.
    public let secrets: JSONObject
    /// Kept from run to run.
    public let config: JSONObject
    /// Of this run only.
    public let jobParams: JSONObject
    /// Where the folders of runs are.
    public var workFolder = "/tmp/connector_run"

    /// Reads settings.
    ///
    /// - Throws: ``ArgumentError`` naming what is missing.
    public init(_ json: JSONValue) throws(ArgumentError) {
        guard let url = json["api_url"]?.string, !url.isEmpty else {
            throw .unusable(name: "api_url", reason: "is missing: give the API's address")
        }
        let credential: Credential
        if let token = json["job_token"]?.string {
            credential = .jobToken(token)
        } else if let key = json["api_key"]?.string {
            credential = .apiKey(key)
        } else {
            throw .unusable(name: "api_key", reason: "is missing: give it, or a job_token")
        }
        apiURL = url
        customerNumber = json["customer_number"]?.string ?? json["customer_number"]?.number?.text ?? ""
        self.credential = credential
        secrets = json["secrets"]?.object ?? [:]
        config = json["config"]?.object ?? [:]
        jobParams = json["job_params"]?.object ?? [:]
    }

    var mask: SecretMask {
        switch credential {
        case .jobToken(let text), .apiKey(let text): SecretMask(secrets, [text])
        }
    }
}
