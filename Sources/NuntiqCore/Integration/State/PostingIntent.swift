public import NuntiqModel

/// What a connector is about to post, told before it posts, so that a crash leaves a doubt and not a second posting.
public struct PostingIntent: Sendable, Hashable {
    /// The reference under which the posting can be looked up in the ERP.
    public let erpReference: String
    /// The connector's hash of what it posts.
    public let payloadHash: String
    /// The time the push may take, cut to what is left of the lease.
    public let pushSeconds: Int64
    /// The time after which the ERP shows a posting.
    public let settleSeconds: Int64
    /// The moment at which the push has ended.
    public let pushDeadline: Instant

    /// The first moment at which a look-up in the ERP tells the truth.
    public var settledAt: Instant { pushDeadline + .seconds(settleSeconds) }
}

extension PostingIntent {
    var json: JSONObject {
        [
            "erp_reference": .string(erpReference), "payload_hash": .string(payloadHash),
            "push_seconds": .number(JSONNumber(pushSeconds)), "settle_seconds": .number(JSONNumber(settleSeconds)),
            "push_deadline": .number(JSONNumber(pushDeadline.microseconds)),
        ]
    }

    init?(json: JSONObject) {
        guard let erpReference = json["erp_reference"]?.string, let payloadHash = json["payload_hash"]?.string,
            let pushSeconds = json["push_seconds"]?.number?.int,
            let settleSeconds = json["settle_seconds"]?.number?.int,
            let pushDeadline = json["push_deadline"]?.number?.int
        else { return nil }
        self.init(
            erpReference: erpReference, payloadHash: payloadHash, pushSeconds: pushSeconds,
            settleSeconds: settleSeconds, pushDeadline: Instant(microseconds: pushDeadline))
    }
}
