public import NuntiqModel

/// What a message of a client or person says, kept until its action is done.
public struct Remark: Sendable, Hashable {
    /// Its code.
    public let code: LifecycleCode
    /// When it happened, if it said so.
    public let occurredAt: Instant?
    /// Its notes and references.
    public let words: JSONObject

    init(_ message: NewLifecycleMessage) {
        (code, occurredAt, words) = (message.code, message.occurredAt, message.words)
    }
}

extension Remark {
    var json: JSONObject {
        JSONObject(present: [
            "code": .string(code.rawValue),
            "occurred_at": occurredAt.map { .number(JSONNumber($0.microseconds)) }, "words": .object(words),
        ])
    }

    init?(json: JSONObject) {
        guard let code = json["code"]?.string.flatMap(LifecycleCode.init), let words = json["words"]?.object else {
            return nil
        }
        self.code = code
        self.words = words
        occurredAt = json["occurred_at"]?.number?.int.map(Instant.init(microseconds:))
    }
}

extension StateChange {
    /// Lets the event at `index` or later that already is this message carry its words, or tells it by itself.
    mutating func say(_ remark: Remark, by actor: Actor, from index: Int) {
        guard let index = events[index...].lastIndex(where: { $0.codes.contains(remark.code) }) else {
            return events.append(
                StateEvent(
                    kind: "message", trigger: nil, codes: [remark.code], from: state.status, to: state.status,
                    at: remark.occurredAt ?? now, by: actor, payload: remark.words))
        }
        let event = events[index]
        var payload = event.payload
        (payload["note_internal"], payload["note_supplier"]) = (nil, nil)
        for word in remark.words.members { payload[word.key] = word.value }
        events[index] = StateEvent(
            kind: event.kind, trigger: event.trigger, codes: event.codes, from: event.from, to: event.to,
            at: remark.occurredAt ?? event.at, by: actor, payload: payload)
    }
}
