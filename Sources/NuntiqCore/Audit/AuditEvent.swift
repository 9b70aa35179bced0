import NuntiqModel
import NuntiqStore

extension Transaction {
    /// Appends an audit entry about something that is no invoice, dated now.
    func audit(
        _ kind: String, of subject: [UInt8], in tenant: TenantID, by actor: Actor, _ facts: JSONValue
    ) throws {
        try append(
            EventRecord(
                tenant: tenant, subject: subject, kind: kind, source: actor.source, actorType: actor.type,
                actorID: actor.id, actorName: actor.name, occurredAt: now, payload: facts.serialized()))
    }
}

extension Int64 {
    /// The eight bytes under which events and the key directory name a thing with a number.
    var subject: [UInt8] {
        withUnsafeBytes(of: bigEndian) { Array($0) }
    }

    /// The number that ``subject`` was made of.
    init?(subject: [UInt8]) {
        guard subject.count == 8 else { return nil }
        self = subject.reduce(0) { $0 << 8 | Int64($1) }
    }
}
