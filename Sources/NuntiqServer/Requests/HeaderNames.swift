import HTTPTypes

extension HTTPField.Name {
    /// Ties an answer, its log lines and a caller's report together.
    static let requestID = known("X-Request-Id")
    /// A partner's or an API user's key.
    static let apiKey = known("X-API-Key")
    /// The tenant that a job token is of.
    static let customerNumber = known("X-Customer-Number")
    /// What, with its key, lets the key be replaced.
    static let rotationSecret = known("X-Rotation-Secret")
    /// The lease that a connector speaks for.
    static let leaseToken = known("X-Lease-Token")
    /// The key under which a call may be repeated.
    static let idempotencyKey = known("Idempotency-Key")
    /// Whether the answer is that of an earlier call with the same key.
    static let idempotentReplayed = known("Idempotent-Replayed")
    /// What was accepted, but perhaps not as meant.
    static let warning = known("Warning")
    /// A trace that the call is part of.
    static let traceParent = known("traceparent")
    /// Where a request was made, as browsers say it.
    static let secFetchSite = known("Sec-Fetch-Site")
    /// What a browser wants an answer for: `empty` for a script of the page.
    static let secFetchDest = known("Sec-Fetch-Dest")
    /// Where a browser goes on by itself.
    static let refresh = known("Refresh")
    /// Set by proxies.
    static let forwarded = known("Forwarded")
    /// Set by proxies.
    static let xForwardedFor = known("X-Forwarded-For")
    /// Set by proxies.
    static let xRealIP = known("X-Real-IP")
    /// What remains of a rate limit.
    static let rateLimit = known("RateLimit")
    /// The rate limit itself.
    static let rateLimitPolicy = known("RateLimit-Policy")
    /// How much of the address a followed link tells.
    static let referrerPolicy = known("Referrer-Policy")

    /// A name written in the source.
    private static func known(_ text: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(text) else { preconditionFailure("\(text) is no header name") }
        return name
    }
}
