import Foundation
public import NuntiqModel

/// What a run is told from outside: a JSON object on standard input or in a file.
///
/// `{api_url, customer_number, job_token or api_key, secrets, config, job_params}`; the address and the key may come by
/// `NUNTIQ_API_URL` and `NUNTIQ_API_KEY` instead. `api_timeout_seconds` is how long an answer is waited for.
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
    /// How long an answer of the API is waited for.
    public let apiTimeout: Duration
    /// Where the folders of runs are: `connector_run/` of the system's temporary folder for a run of a server, which
    /// has a job token; else `temp_work/` here.
    public var workFolder: String
    /// Whether the run's folder stays after the run; a server's is wiped.
    public let isWorkFolderKept: Bool

    /// Where a local Nuntiq listens.
    private static let localAPI = "http://localhost:8080/api"
    private static let apiTimeout = Duration.seconds(90)
    private static let apiSecondsMax = 3_600.0

    /// Reads settings.
    ///
    /// - Throws: ``ArgumentError`` naming what is missing.
    public init(_ json: JSONValue) throws(ArgumentError) {
        guard json.object != nil else { throw .unusable(name: "settings", reason: "must be a JSON object") }
        let url = json["api_url"]?.string ?? Self.variable("NUNTIQ_API_URL") ?? Self.localAPI
        let credential: Credential
        if let token = json["job_token"]?.string {
            credential = .jobToken(token)
        } else if let key = json["api_key"]?.string ?? Self.variable("NUNTIQ_API_KEY") {
            credential = .apiKey(key)
        } else {
            throw .unusable(name: "api_key", reason: "is missing: give it, a job_token, or NUNTIQ_API_KEY")
        }
        apiURL = url
        apiTimeout = try Self.timeout(json["api_timeout_seconds"])
        customerNumber = json["customer_number"]?.string ?? json["customer_number"]?.number?.text ?? ""
        self.credential = credential
        switch credential {
        case .jobToken:
            workFolder = "\(Self.variable("TMPDIR") ?? "/tmp")/connector_run"
            isWorkFolderKept = false
        case .apiKey:
            workFolder = "\(FileManager.default.currentDirectoryPath)/temp_work"
            isWorkFolderKept = true
        }
        secrets = json["secrets"]?.object ?? [:]
        config = json["config"]?.object ?? [:]
        jobParams = json["job_params"]?.object ?? [:]
        if let folder = json["work_dir"]?.string { workFolder = folder }  // the server's, for this run alone
    }

    private static func timeout(_ value: JSONValue?) throws(ArgumentError) -> Duration {
        guard let value else { return apiTimeout }
        guard let seconds = value.number.flatMap({ Double($0.text) }), seconds > 0, seconds <= apiSecondsMax else {
            throw .unusable(name: "api_timeout_seconds", reason: "must be a number of seconds, 3600 at most")
        }
        return .seconds(seconds)
    }

    private static func variable(_ name: String) -> String? {
        ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    var mask: SecretMask {
        switch credential {
        case .jobToken(let text), .apiKey(let text): SecretMask(secrets, [text])
        }
    }
}
