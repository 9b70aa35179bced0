import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqStore
import NuntiqTesting
import Testing

/// Two at once: one wins, the other is told so.
@Suite
struct AccessRaceTests {
    @Test(.proves("access/one-claim-one-key"), arguments: TestDatabase.allCases)
    func `of many mints at once one brings a key`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let claim = JSONValue.string(try await nuntiq.provenClaim())
            let statuses = try await nuntiq.atOnce(8) { number in
                try await nuntiq.access("mint", ["claim_token": claim, "label": .string("key \(number)")]).status
            }
            #expect(statuses.sorted() == [201] + Array(repeating: 410, count: 7))
            #expect(try await nuntiq.app.keys.list(of: nuntiq.partner.id, in: nuntiq.tenant.id).count == 2)
        }
    }

    @Test(.proves("access/one-claim-one-key"), arguments: TestDatabase.allCases)
    func `of many right codes at once one brings a claim token`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let link = JSONValue.string(try await nuntiq.invited())
            _ = try await nuntiq.access("request-code", ["token": link])
            let code = JSONValue.string(try await nuntiq.code())
            let statuses = try await nuntiq.atOnce(8) { _ in
                try await nuntiq.access("validate", ["token": link, "code": code]).status
            }
            #expect(statuses.sorted() == [200] + Array(repeating: 410, count: 7))
        }
    }

    @Test(.proves("access/five-wrong-lock"), arguments: TestDatabase.allCases)
    func `guesses at once are all counted`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let link = JSONValue.string(try await nuntiq.invited())
            _ = try await nuntiq.access("request-code", ["token": link])
            let wrong = nuntiq.wrong(try await nuntiq.code())
            let statuses = try await nuntiq.atOnce(12) { _ in
                try await nuntiq.access("validate", ["token": link, "code": wrong]).status
            }
            #expect(statuses.sorted() == Array(repeating: 401, count: 4) + Array(repeating: 423, count: 8))
        }
    }

    @Test(.proves("access/five-codes"), arguments: TestDatabase.allCases)
    func `codes asked for at once are five`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let link = JSONValue.string(try await nuntiq.invited())
            let statuses = try await nuntiq.atOnce(9) { _ in
                try await nuntiq.access("request-code", ["token": link]).status
            }
            #expect(statuses.sorted() == Array(repeating: 200, count: 5) + Array(repeating: 429, count: 4))
            #expect(try await nuntiq.mails("partner_verification_code").count == 5)
        }
    }
}

extension TestNuntiq {
    /// Runs `body` so many times at once.
    func atOnce<Value: Sendable>(
        _ count: Int, _ body: @escaping @Sendable (Int) async throws -> Value
    ) async throws -> [Value] {
        try await withThrowingTaskGroup(of: Value.self) { group in
            for number in 0..<count { group.addTask { try await body(number) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }
}
