public import NuntiqModel

/// What an error's answer says beside the members that every error has.
///
/// An error that conforms adds members (`regenerate_url`, `safe_new_key`) or says when to try again.
public protocol ErrorBody: UserFacingError {
    /// More members of the body, in order.
    var members: JSONObject { get }

    /// The value of `Retry-After`; `nil` for none.
    var retryAfterSeconds: Int? { get }
}

extension ErrorBody {
    /// No more members.
    public var members: JSONObject { [:] }
    /// No `Retry-After`.
    public var retryAfterSeconds: Int? { nil }
}
