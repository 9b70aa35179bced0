import NuntiqModel
import NuntiqTesting

/// The tenant of a chaos run, with a partner and API users, made by commands beside the server.
struct ChaosTenant: Sendable {
    let supplierKey: String
    let connectorKeys: [String]

    init(_ nuntiq: NuntiqProgram) async throws {
        _ = try await nuntiq.json("tenant", "create", "acme", "--name", "Acme Corp")
        _ = try await nuntiq.json("partner", "create", "acme", "Globex")
        supplierKey = try await nuntiq.json("key", "issue", "acme", "Globex", "--label", "chaos").text("api_key")
        var keys: [String] = []
        for name in ["one", "two"] {
            let user = try await nuntiq.json(
                "api-user", "create", "acme", name, "--permissions", "INTEGRATE_INVOICES,READ_DOCS")
            keys.append(try user.text("api_key"))
        }
        connectorKeys = keys
    }
}

extension JSONValue {
    /// The text of a member that must be there.
    func text(_ name: String) throws -> String {
        guard let text = self[name]?.string else { throw ChaosError.memberMissing(name) }
        return text
    }
}

/// Why a chaos run gives up.
enum ChaosError: Error {
    /// Nothing but refusals for minutes.
    case unanswered
    case memberMissing(String)
    case systemCall(String)
}
