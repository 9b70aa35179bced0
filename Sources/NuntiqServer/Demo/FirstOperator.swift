import NuntiqCore
import NuntiqModel

/// The way into a new installation: a link for its first operator, told at the console until it was used.
public struct FirstOperator: Sendable {
    private static let email = "operator@localhost"

    let app: App

    /// Looks at the installation of a node.
    public init(_ app: App) {
        self.app = app
    }

    /// The address at which the first operator sets its password; `nil` once any operator has one.
    public func link() async throws -> String? {
        let home = Tenant.installation.id
        let operators = try await app.users.list(home)
        guard !operators.contains(where: \.hasPassword) else { return nil }
        let token =
            if let known = operators.first {
                try await app.users.link(known.id, in: home, by: .console).token
            } else {
                try await app.users.create(
                    NewUser(email: Self.email, role: .operator), in: home, by: .console, link: .handedOver
                ).token
            }
        return token.map { "\(app.portal.home)\(PortalAddress.passwordPath)?token=\($0)" }
    }
}
