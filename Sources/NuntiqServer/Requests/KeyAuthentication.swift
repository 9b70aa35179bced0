public import NuntiqCore

/// Finds out who calls by the key that a request shows.
public protocol KeyAuthentication: Sendable {
    /// The principal of a live key; throws what the caller is to be told otherwise.
    ///
    /// `address` is the caller's, recorded without a write per request.
    func principal(showing key: String, from address: String) async throws -> Principal
}
