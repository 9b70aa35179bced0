import NuntiqCore
import NuntiqModel

extension StateChange {
    /// What a call that changed a status is answered with, statuses as groups.
    var wire: JSONObject {
        [
            "ok": true, "previous_status": .string(previousStatus.group.rawValue),
            "new_status": .string(newStatus.group.rawValue), "invoice_token": state.token.json,
            "status_changed": .bool(statusChanged),
        ]
    }

    /// The same with the codes behind the groups.
    func wire(debug: Bool) -> JSONObject {
        var answer = wire
        guard debug else { return answer }
        answer["previous_status_code"] = .number(JSONNumber(Int64(previousStatus.rawValue)))
        answer["new_status_code"] = .number(JSONNumber(Int64(newStatus.rawValue)))
        answer["previous_status_info"] = previousStatus.info
        answer["new_status_info"] = newStatus.info
        return answer
    }
}

extension Acknowledgement {
    /// What an acknowledge is answered with.
    var wire: JSONObject {
        var answer = change.wire
        answer["invoice_token"] = nil
        answer["invoice_id"] = .number(JSONNumber(invoiceID))
        if change.isRepeat { answer["idempotent"] = true }
        return answer
    }
}

extension Status {
    /// The status for people and programs: `{code, key, label, description, group}`.
    var info: JSONValue {
        [
            "code": .number(JSONNumber(Int64(rawValue))), "key": .string(key), "label": .string(label),
            "description": .string(summary), "group": .string(group.rawValue),
        ]
    }
}

extension PostingIntent {
    /// The intent on the wire.
    var wire: JSONValue {
        [
            "erp_reference": .string(erpReference), "payload_hash": .string(payloadHash),
            "push_deadline": pushDeadline.json, "push_seconds": .number(JSONNumber(pushSeconds)),
            "settle_seconds": .number(JSONNumber(settleSeconds)),
        ]
    }
}

extension PendingAction {
    /// The action on the wire.
    var wire: JSONValue {
        [
            "action": .string(action.rawValue), "reason": .string(reason), "requested_by": .string(by.name),
            "requested_at": at.json,
        ]
    }
}
