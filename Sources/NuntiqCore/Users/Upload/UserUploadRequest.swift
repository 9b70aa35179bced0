public import NuntiqModel

/// Users as the customer's own systems send them: one, or up to 1 000, all or none.
public struct UserUploadRequest: Sendable {
    /// One user as it was sent.
    struct Sent: Sendable {
        let path: JSONPath
        let wanted: NewUser
        let password: String?
        /// The codes of its groups; `nil` where nothing was sent.
        let groups: [String]?
        /// `active_from` and `active_to`, where they were sent.
        let values: [String: String?]

        var loginFolded: String { trimmedFolded(wanted.loginAccount) }
    }

    let users: [Sent]

    /// What a user is.
    public static let shape = MasterShape(
        [
            .required("login_account", .text(limit: 200)), .required("first_name", .text(limit: 100)),
            .required("last_name", .text(limit: 100)), .required("email", .text(limit: 254)),
            .required("login_type", .whole(1...2)), .optional("sso_provider", .text(limit: 100)),
            .optional("password", .text(limit: PasswordRules.charactersMax)), .optional("active_from", .moment),
            .optional("active_to", .moment),
        ],
        children: [
            MasterChild(
                name: "groups", shape: MasterShape([.required("external_code", .text(limit: 100))]),
                identity: ["external_code"])
        ])

    /// Reads a body: one user, an array, or `{data: […]}`.
    ///
    /// Unknown members say nothing.
    /// - Throws: ``UserError/invalid(_:)`` with every fault of every user.
    public init(_ body: JSONValue) throws(UserError) {
        var reader = MasterReader(Self.shape)
        let data = body.object?["data"]
        let root = data == nil ? JSONPath() : JSONPath().appending("data")
        var sent: [(path: JSONPath, value: JSONValue)] = []
        if let elements = (data ?? body).array {
            let isBounded = (1...MasterRequest.rowsMax).contains(elements.count)
            if !isBounded { reader.fault(root, "Expected 1 to \(MasterRequest.rowsMax) users.") }
            sent = isBounded ? elements.enumerated().map { (root.appending($0), $1) } : []
        } else if data == nil, body.object != nil {
            sent = [(root, body)]
        } else {
            reader.fault(root, "Expected a user or an array of users.")
        }
        var users: [Sent] = []
        for (path, value) in sent { users.append(Self.read(value, at: path, &reader)) }
        var places: [String: JSONPath] = [:]
        for user in users where !user.wanted.loginAccount.isEmpty {
            let key = user.loginFolded
            if let first = places[key] { reader.fault(user.path, "The row \(first) has the same login_account.") }
            places[key] = user.path
        }
        guard reader.faults.isEmpty else { throw .invalid(reader.faults) }
        self.users = users
    }

    private static func read(_ value: JSONValue, at path: JSONPath, _ reader: inout MasterReader) -> Sent {
        let before = reader.faults.count
        let input = reader.row(value, at: path)
        let groups = input.children["groups"]?.compactMap { $0["external_code"] }
        let (wanted, faults) = NewUser(input, groups: groups ?? []).checked()
        let password = input["password"]
        if reader.faults.count == before {
            let weakness = password.flatMap {
                PasswordRules.fault(in: $0, email: wanted.email, loginAccount: wanted.loginAccount)
            }
            for fault in faults + (weakness.map { [$0] } ?? []) {
                reader.fault(path.appending(fault.field), fault.message)
            }
        }
        return Sent(
            path: path, wanted: wanted, password: password, groups: groups,
            values: input.values.filter { ["active_from", "active_to"].contains($0.key) })
    }
}

extension NewUser {
    fileprivate init(_ input: MasterInput, groups: [String]) {
        self.init(
            email: input["email"] ?? "", loginAccount: input["login_account"] ?? "",
            firstName: input["first_name"] ?? "", lastName: input["last_name"] ?? "",
            loginType: input["login_type"].flatMap { Int64($0) }.flatMap { User.LoginType(rawValue: $0) } ?? .password,
            ssoProvider: input["sso_provider"] ?? "", groups: groups)
    }
}
