import Foundation
import Glibc
import NuntiqModel

/// The credentials of the demo tenant, as `demo.json` of the data folder keeps them.
public struct DemoAccess: Sendable, Hashable, Codable {
    /// The tenant's subdomain.
    public let tenant: String
    /// The number by which a connector names the tenant.
    public let customerNumber: String
    /// The address of its default inbox.
    public let receivingInbox: String
    /// The name of the partner account.
    public let partner: String
    /// The partner account's key.
    public let partnerKey: String
    /// What replaces that key.
    public let rotationSecret: String
    /// The name of the API user.
    public let apiUser: String
    /// The API user's key.
    public let apiUserKey: String
    /// Who can sign in, and with what.
    public var people: [DemoPerson]

    enum CodingKeys: String, CodingKey {
        case tenant, partner, people
        case customerNumber = "customer_number"
        case receivingInbox = "receiving_inbox"
        case partnerKey = "partner_api_key"
        case rotationSecret = "partner_rotation_secret"
        case apiUser = "api_user"
        case apiUserKey = "api_user_api_key"
    }

    /// What the folder has; `nil` when it has nothing that makes sense.
    public static func read(from folder: String) throws -> DemoAccess? {
        guard FileManager.default.fileExists(atPath: path(in: folder)) else { return nil }
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path(in: folder)))
        do {
            return try JSONCoder.decode(DemoAccess.self, from: JSONValue.parse(bytes))
        } catch {
            return nil  // half written, or by another version: new credentials are made
        }
    }

    /// Writes the file, readable by its owner alone, whole or not at all.
    func write(to folder: String) throws {
        let path = Self.path(in: folder)
        let draft = "\(path).new"
        let bytes = try JSONCoder.encode(self).serializedBytes() + [UInt8(ascii: "\n")]
        let file = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw failure(folder) }
        defer { close(file) }
        guard Glibc.write(file, bytes, bytes.count) == bytes.count, rename(draft, path) == 0 else {
            throw failure(folder)
        }
    }

    private func failure(_ folder: String) -> ServeError {
        .dataFolderUnusable(folder, reason: String(cString: strerror(errno)))
    }

    private static func path(in folder: String) -> String { "\(folder)/demo.json" }
}
