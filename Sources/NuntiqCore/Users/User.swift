public import NuntiqModel

/// A person who may sign in to a tenant's portal, or to the installation (``Role/operator``, tenant 0).
public struct User: Sendable, Hashable {
    /// How a person proves who it is; the raw value is `login_type` of the wire.
    public enum LoginType: Int64, Sendable, Hashable, CaseIterable {
        /// A password of ours.
        case password = 1
        /// An identity provider of the customer.
        case singleSignOn = 2
    }

    /// Its number, unique over users, partner accounts and API users.
    public let id: Int64
    /// The tenant, or 0 for operators.
    public let tenant: TenantID
    /// The name under which the customer's own systems know it; unique in the tenant, folded.
    public var loginAccount: String
    /// Its address; unique in the tenant, folded.
    public var email: String
    /// Given name, or empty.
    public var firstName: String
    /// Family name, or empty.
    public var lastName: String
    /// How it proves who it is.
    public var loginType: LoginType
    /// The identity provider; empty with a password.
    public var ssoProvider: String
    /// The role given to the person itself; ``role`` counts its groups too.
    public var ownRole: Role
    /// The codes of its groups, in their order.
    public var groups: [String]
    /// The highest of its own role and those of its groups.
    public let role: Role
    /// Whether a password was set.
    public let hasPassword: Bool
    /// Whether the next thing after signing in is a new password.
    public var mustChangePassword: Bool
    /// Whether it may sign in at all.
    public var isActive: Bool
    /// From when it may sign in.
    public var activeFrom: Instant?
    /// Until when it may sign in.
    public var activeTo: Instant?
    /// When it last signed in.
    public let lastLoginAt: Instant?
    /// When it was made.
    public let createdAt: Instant
    /// When it was last changed.
    public let updatedAt: Instant

    /// What people call it: first and last name, else the address.
    public var name: String {
        let name = trimmed("\(firstName) \(lastName)")
        return name.isEmpty ? email : name
    }

    /// Whether it may sign in at that moment.
    public func isActive(at now: Instant) -> Bool {
        isActive && activeFrom.map { $0 <= now } ?? true && activeTo.map { now < $0 } ?? true
    }

    /// The person as events tell it.
    public var actor: Actor {
        Actor(source: "MANUAL_USER", type: "USER", id: String(id), name: name)
    }
}

/// What is asked for a new user, as typed.
public struct NewUser: Sendable, Hashable {
    /// Its address.
    public var email: String
    /// Its login account; empty takes the address.
    public var loginAccount: String
    /// Given name, or empty.
    public var firstName: String
    /// Family name, or empty.
    public var lastName: String
    /// How it will prove who it is.
    public var loginType: User.LoginType
    /// The identity provider, with ``User/LoginType/singleSignOn``.
    public var ssoProvider: String
    /// Its own role.
    public var role: Role
    /// The codes of its groups, in any case.
    public var groups: [String]

    /// Makes a request for a user.
    public init(
        email: String, loginAccount: String = "", firstName: String = "", lastName: String = "",
        loginType: User.LoginType = .password, ssoProvider: String = "", role: Role = .viewer, groups: [String] = []
    ) {
        self.email = email
        self.loginAccount = loginAccount
        self.firstName = firstName
        self.lastName = lastName
        self.loginType = loginType
        self.ssoProvider = ssoProvider
        self.role = role
        self.groups = groups
    }

    /// The values as they are stored, and every fault.
    public func checked() -> (user: NewUser, faults: [FieldFault]) {
        var user = self
        user.email = trimmed(email)
        user.loginAccount = trimmed(loginAccount).isEmpty ? user.email : trimmed(loginAccount)
        (user.firstName, user.lastName) = (trimmed(firstName), trimmed(lastName))
        user.ssoProvider = loginType == .password ? "" : trimmed(ssoProvider)
        user.groups = groups.map(trimmed)
        return (user, user.faults)
    }

    private var faults: [FieldFault] {
        var faults: [FieldFault] = []
        if let fault = EmailAddress.fault(in: email) { faults.append(FieldFault(field: "email", message: fault)) }
        for (field, text, most) in [
            ("login_account", loginAccount, 200), ("first_name", firstName, 100), ("last_name", lastName, 100),
            ("sso_provider", ssoProvider, 100),
        ] where text.count > most || text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
        {
            faults.append(
                FieldFault(field: field, message: "This has at most \(most) characters, none of them a control one."))
        }
        if loginType == .singleSignOn, ssoProvider.isEmpty {
            faults.append(
                FieldFault(field: "sso_provider", message: "Single sign-on (login_type 2) needs its provider."))
        }
        return faults
    }
}
