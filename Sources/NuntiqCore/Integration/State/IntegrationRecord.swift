internal import NuntiqModel

/// What connectors reported about an invoice: the ERP's ids and words, or why it failed.
public struct IntegrationRecord: Sendable, Hashable {
    /// `external_id_1…3`: what the ERP calls the posting.
    public internal(set) var externalIDs: [String?] = [nil, nil, nil]
    /// `external_message_1…3`: what the ERP said.
    public internal(set) var externalMessages: [String?] = [nil, nil, nil]
    /// The stable code of the last failure.
    public internal(set) var failureCode: String?
    /// The words of the last failure.
    public internal(set) var failureMessage: String?
    /// Whether the last result went against the rules by `force_override`: only a person releases it.
    public internal(set) var overridden = false
    /// How often a rule released it since a person or a success.
    public internal(set) var ruleReleases: Int64 = 0

    /// Nothing reported yet.
    public init() {}
}

extension IntegrationRecord {
    var json: JSONObject {
        var object = JSONObject()
        for index in 0..<3 {
            object["external_id_\(index + 1)"] = externalIDs[index].map(JSONValue.string)
            object["external_message_\(index + 1)"] = externalMessages[index].map(JSONValue.string)
        }
        object["failure_code"] = failureCode.map(JSONValue.string)
        object["failure_message"] = failureMessage.map(JSONValue.string)
        if overridden { object["overridden"] = true }
        if ruleReleases > 0 { object["rule_releases"] = .number(JSONNumber(ruleReleases)) }
        return object
    }

    init(json: JSONObject) {
        for index in 0..<3 {
            externalIDs[index] = json["external_id_\(index + 1)"]?.string
            externalMessages[index] = json["external_message_\(index + 1)"]?.string
        }
        failureCode = json["failure_code"]?.string
        failureMessage = json["failure_message"]?.string
        overridden = json["overridden"]?.bool ?? false
        ruleReleases = json["rule_releases"]?.number?.int ?? 0
    }
}
