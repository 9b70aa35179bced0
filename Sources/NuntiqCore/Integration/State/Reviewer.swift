/// A person at an invoice under review, with what its role permits.
public struct Reviewer: Sendable, Hashable {
    /// What a role may permit in a review.
    public enum Right: String, Sendable, Hashable, CaseIterable {
        /// To let an invoice pass in spite of errors.
        case override
        /// To approve.
        case approve
    }

    /// The person as events tell it.
    public let actor: Actor
    /// What its role permits.
    public let rights: Set<Right>

    /// Makes a reviewer; API users never count, whatever they may do.
    public init?(_ actor: Actor, rights: Set<Right>) {
        guard actor.type == "USER" else { return nil }
        self.actor = actor
        self.rights = rights
    }
}
