public import NuntiqModel

/// What a person asked for while a connector held the invoice; done when the lease ends without success.
public struct PendingAction: Sendable, Hashable {
    /// What will be done.
    public let action: HandlingAction
    /// Why, in the person's words.
    public let reason: String
    /// Who asked for it.
    public let by: Actor
    /// When it was asked for.
    public let at: Instant
    /// The content of an edit; empty for the others.
    public let edit: JSONObject
    /// The lifecycle message that asked for it, if one did; written when it is done.
    public internal(set) var remark: Remark?

    /// The status that it makes of `base`, or `nil` while it has to wait on: at 95 only a hold applies.
    func target(from base: Status) -> Status? {
        if base == .integrationInDoubt, action != .hold { return nil }
        return action.target
    }
}

/// What a person or rule may do to an invoice that waits for its integration.
public enum HandlingAction: String, Sendable, Hashable, CaseIterable {
    /// Nobody gets it until it is released.
    case hold
    /// It will not be paid; the supplier is told why.
    case reject
    /// It is void.
    case cancel
    /// Its content changes, so it needs a review.
    case edit

    /// The status it leads to.
    var target: Status {
        switch self {
        case .hold: .integrationOnHold
        case .reject: .rejected
        case .cancel: .integrationCancelled
        case .edit: .needsReview
        }
    }

    /// What it is in the table of transitions.
    var trigger: Trigger {
        switch self {
        case .hold: .hold
        case .reject: .reject
        case .cancel: .cancel
        case .edit: .edit
        }
    }
}

extension PendingAction {
    var json: JSONObject {
        JSONObject(present: [
            "action": .string(action.rawValue), "reason": .string(reason),
            "by": [
                "source": .string(by.source), "type": .string(by.type), "id": .string(by.id), "name": .string(by.name),
            ],
            "at": .number(JSONNumber(at.microseconds)), "edit": .object(edit),
            "remark": remark.map { .object($0.json) },
        ])
    }

    init?(json: JSONObject) {
        guard let action = json["action"]?.string.flatMap(HandlingAction.init), let reason = json["reason"]?.string,
            let by = json["by"]?.object, let at = json["at"]?.number?.int
        else { return nil }
        let actor = Actor(
            source: by["source"]?.string ?? "", type: by["type"]?.string ?? "", id: by["id"]?.string ?? "",
            name: by["name"]?.string ?? "")
        self.init(
            action: action, reason: reason, by: actor, at: Instant(microseconds: at),
            edit: json["edit"]?.object ?? JSONObject(), remark: json["remark"]?.object.flatMap(Remark.init))
    }
}
