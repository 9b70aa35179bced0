import Foundation
import NuntiqCore
import NuntiqModel
import NuntiqStore

/// Somebody of the demo who can sign in.
public struct DemoPerson: Sendable, Hashable, Codable {
    /// With what to sign in.
    public let email: String
    /// Random, made by this installation.
    public let password: String
    /// What it may do.
    public let role: String
    /// Where to sign in.
    public let url: String
}

/// Makes the people of the demo, each with a random password.
struct DemoPeople: Sendable {
    private struct Wanted: Sendable {
        let user: NewUser
        let tenant: TenantID
        let url: String
    }

    let app: App
    let tenant: Tenant
    /// The root of the installation's own host.
    let home: String

    /// Everyone, with passwords that work: those of an earlier start where they are known, else new ones.
    func run(known: [DemoPerson]) async throws -> [DemoPerson] {
        try await withThrowingTaskGroup(of: (Int, DemoPerson).self) { group in
            for (place, wanted) in people.enumerated() {
                let before = known.first { $0.email == wanted.user.email }
                group.addTask { (place, try await person(wanted, before)) }
            }
            return try await group.reduce(into: []) { $0.append($1) }.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    private func person(_ wanted: Wanted, _ before: DemoPerson?) async throws -> DemoPerson {
        let known = try await find(wanted)
        if let before, known?.hasPassword == true {
            return DemoPerson(email: before.email, password: before.password, role: before.role, url: wanted.url)
        }
        let token: String?
        if let known {
            token = try await app.users.link(known.id, in: wanted.tenant, by: .system).token
        } else {
            token = try await app.users.create(wanted.user, in: wanted.tenant, by: .system, link: .handedOver).token
        }
        let password = password()
        let opened = try await app.passwords.set(
            password, by: token ?? "", in: wanted.tenant, from: "", agent: "demo")
        try await app.sessions.end(opened.session)
        return DemoPerson(
            email: wanted.user.email, password: password, role: wanted.user.role.rawValue, url: wanted.url)
    }

    private func find(_ wanted: Wanted) async throws -> User? {
        do {
            return try await app.users.find(wanted.user.email, in: wanted.tenant)
        } catch UserError.unknown {
            return nil
        }
    }

    private var people: [Wanted] {
        let portal = app.configuration.portal.url(of: tenant.subdomain)
        let cast: [(String, String, Role)] = [
            ("Ada", "Admin", .admin), ("Carl", "Clerk", .clerk), ("Anna", "Approver", .approver),
            ("Vera", "Viewer", .viewer),
        ]
        return cast.map { first, last, role in
            Wanted(
                user: NewUser(
                    email: "\(role.rawValue)@acme.example", firstName: first, lastName: last, role: role),
                tenant: tenant.id, url: "\(portal)/sign-in")
        } + [
            Wanted(
                user: NewUser(
                    email: "operator@nuntiq.example", firstName: "Otto", lastName: "Operator", role: .operator),
                tenant: Tenant.installation.id, url: "\(home)/sign-in")
        ]
    }

    /// Four groups of five letters: 94 bits, and still typed by hand.
    private func password() -> String {
        let letters = Array("abcdefghijkmnpqrstuvwxyz23456789".utf8)
        let picked = app.environment.random(20).map { letters[Int($0 & 31)] }
        return stride(from: 0, to: 20, by: 5).map { String(decoding: picked[$0..<$0 + 5], as: UTF8.self) }
            .joined(separator: "-")
    }
}
