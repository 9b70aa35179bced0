import HTTPTypes
public import NuntiqCore
public import NuntiqModel

extension LifecycleMessage {
    /// The message beside one invoice: ids are UUIDs.
    func wire(withNotes: Bool) -> JSONValue {
        wire(id: uuid?.json ?? .null, invoiceID: invoice.json, withNotes: withNotes)
    }

    /// The message in the delta poll: ids are numbers.
    func polled(withNotes: Bool) -> JSONValue {
        wire(id: .number(JSONNumber(id)), invoiceID: .number(JSONNumber(invoiceID)), withNotes: withNotes)
    }

    private func wire(id: JSONValue, invoiceID: JSONValue, withNotes: Bool) -> JSONValue {
        func text(_ text: String?) -> JSONValue { text.map { $0.isEmpty ? .null : .string($0) } ?? .null }
        var object: JSONObject = ["id": id, "invoice_id": invoiceID, "invoice_token": invoice.json]
        for (index, reference) in references.enumerated() { object["ext_reference_\(index + 1)"] = text(reference) }
        object["code"] = .string(code.rawValue)
        object["source"] = .string(by.source)
        object["actor_type"] = .string(by.type)
        object["actor_id"] = text(by.id)
        object["actor_display_name"] = text(by.name)
        object["occurred_at"] = occurredAt.json
        object["recorded_at"] = recordedAt?.json ?? .null
        object["clarification_code"] = text(clarificationCode)
        if withNotes { object["note_internal"] = text(noteInternal) }
        object["note_supplier"] = text(noteSupplier)
        object["reference_type"] = text(referenceType)
        object["reference_value"] = text(referenceValue)
        return .object(object)
    }
}

extension PostedMessage {
    /// 201 with the message, without its internal note; 202 with what waits where a connector holds the invoice.
    var answer: JSONAnswer {
        let headers: HTTPFields = isReplay ? [.idempotentReplayed: "true"] : [:]
        switch outcome {
        case .written(let message):
            return JSONAnswer(message.wire(withNotes: false), status: .created, headers: headers)
        case .postponed(let postponed):
            return JSONAnswer(postponed.wire, status: .accepted, headers: headers)
        }
    }
}

extension PostponedMessage {
    fileprivate var wire: JSONValue {
        let group = JSONValue.string(status.group.rawValue)
        return [
            "ok": true, "previous_status": group, "new_status": group, "invoice_token": invoice.json,
            "status_changed": false, "pending_action": pendingAction?.wire ?? .null,
        ]
    }
}

extension LifecycleError: ErrorBody {
    /// The codes of a breach, or the tokens among which to choose.
    public var members: JSONObject {
        switch self {
        case .outOfOrder(let breach):
            [
                "code": .string(breach.code.rawValue), "conflicts_with": .string(breach.obstacle.code.rawValue),
                "may_follow": .array(breach.mayFollow.map { .string($0.rawValue) }),
            ]
        case .referenceAmbiguous(let tokens):
            ["invoice_tokens": .array(tokens.map(\.json))]
        case .invoiceNotFound, .referenceUnknown, .occurredTooFar, .clarificationMissing, .idempotencyKeyReused: [:]
        }
    }
}

extension LifecycleBreach.Obstacle {
    fileprivate var code: LifecycleCode {
        switch self {
        case .missing(let code), .present(let code): code
        }
    }
}
