import NuntiqModel
import Testing

@testable import NuntiqStore

struct ChainHashTests {
    private let event = EventRecord(
        tenant: TenantID(rawValue: 1), subject: [1, 2, 3], kind: "message", code: "RECEIVED", actorID: "17",
        actorName: "Ann", occurredAt: Instant(microseconds: 1_000), fromStatus: 20, toStatus: 30,
        references: ["a", "", "b", "", ""], payload: #"{"note":"hello"}"#)

    @Test func `the hash is the documented one, for ever`() {
        #expect(
            hexadecimal(hash(of: event)) == "9a212977570ef3398ccf7ef97dca0a90271559a45e38fcd275abf4cf08c04633")
    }

    @Test func `whatever is changed changes the hash`() {
        let changes: [(inout EventRecord) -> Void] = [
            { $0.tenant = TenantID(rawValue: 2) }, { $0.subject = [1, 2] }, { $0.kind = "claimed" }, { $0.code = "" },
            { $0.source = "MANUAL_USER" }, { $0.actorType = "USER" }, { $0.actorID = "18" }, { $0.actorName = "" },
            { $0.occurredAt = Instant(microseconds: 1_001) }, { $0.fromStatus = 15 }, { $0.toStatus = 40 },
            { $0.references = ["", "a", "b", "", ""] }, { $0.payload = "{}" },
            { ($0.kind, $0.code) = ("messageR", "ECEIVED") },
        ]
        let hashes = changes.map { change in
            var other = event
            change(&other)
            return hash(of: other)
        }
        #expect(Set(hashes + [hash(of: event)]).count == changes.count + 1)
        #expect(hash(of: event) != ChainHash.head(after: ChainHash.start, event: event, id: 6, recordedAt: time))
        #expect(hash(of: event) != ChainHash.head(after: hash(of: event), event: event, id: 5, recordedAt: time))
    }

    @Test func `an erased event keeps its hash, also when erased twice`() {
        let erased = ChainHash.erased(event)
        #expect(erased.actorName.isEmpty)
        #expect(!erased.payload.contains("hello"))
        #expect(hash(of: erased) == hash(of: event))
        #expect(ChainHash.erased(erased) == erased)
    }

    private let time = Instant(microseconds: 2_000)

    private func hash(of event: EventRecord) -> [UInt8] {
        ChainHash.head(after: ChainHash.start, event: event, id: 5, recordedAt: time)
    }
}
