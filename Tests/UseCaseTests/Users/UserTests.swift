import NuntiqCore
import NuntiqModel
import NuntiqTesting
import Testing

@Suite
struct UserTests {
    @Test(arguments: TestDatabase.allCases)
    func `a user is found by id, address and login account in any case`(kind: TestDatabase) async throws {
        try await withPeople(on: kind) { people in
            let wanted = NewUser(
                email: " Anna@Acme.example ", loginAccount: "AAAL", firstName: "Anna", lastName: "Aal", role: .clerk)
            let made = try await people.users.create(wanted, in: people.acme, by: .console).user
            for reference in [String(made.id), "anna@acme.EXAMPLE", "aaal"] {
                #expect(try await people.users.find(reference, in: people.acme) == made)
            }
            #expect(made.email == "Anna@Acme.example" && made.name == "Anna Aal" && !made.hasPassword)
            #expect(try await people.users.list(people.acme) == [made])
            let other = try await people.other()
            for reference in [String(made.id), "anna@acme.example"] {
                await #expect(throws: UserError.unknown(reference)) {
                    try await people.users.find(reference, in: other)
                }
            }
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `every fault of a new user is told at once`(kind: TestDatabase) async throws {
        try await withPeople(on: kind) { people in
            let wanted = NewUser(
                email: "nobody", firstName: "a\nb", lastName: String(repeating: "x", count: 101),
                loginType: .singleSignOn)
            let error = try await #require(throws: UserError.self) {
                try await people.users.create(wanted, in: people.acme, by: .console)
            }
            #expect(error.details.map(\.field) == ["email", "first_name", "last_name", "sso_provider"])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `address and login account belong to one user of a tenant`(kind: TestDatabase) async throws {
        try await withPeople(on: kind) { people in
            try await people.person()
            await #expect(throws: UserError.emailTaken("ANNA@acme.example")) {
                try await people.users.create(
                    NewUser(email: "ANNA@acme.example", loginAccount: "x"), in: people.acme, by: .console)
            }
            await #expect(throws: UserError.loginTaken("Anna@acme.example")) {
                try await people.users.create(
                    NewUser(email: "b@acme.example", loginAccount: "Anna@acme.example"), in: people.acme, by: .console)
            }
            try await people.person(in: people.other())
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a group lends its role, and unknown groups are listed`(kind: TestDatabase) async throws {
        try await withPeople(on: kind) { people in
            let user = try await people.person("b@acme.example", .viewer, groups: ["approvers", "Clerks"])
            #expect(user.groups == ["APPROVERS", "CLERKS"] && user.role == .approver && user.ownRole == .viewer)
            await #expect(throws: UserError.unknownGroups(["X", "Y"])) {
                try await people.users.create(
                    NewUser(email: "c@acme.example", groups: ["X", "clerks", "Y"]), in: people.acme, by: .console)
            }
            #expect(try await people.users.list(people.acme).count == 1)
            let changed = try await people.users.change(user.id, in: people.acme, by: .console) { $0.groups = [] }
            #expect(changed.role == .viewer)
            #expect(try await people.groups.list(people.acme).map(\.members) == [0, 0, 0, 0])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `groups are made, refused when taken, and removed when empty`(kind: TestDatabase) async throws {
        try await withPeople(on: kind) { people in
            try await people.groups.create("NL", name: "Nederland", role: .clerk, in: people.acme, by: .console)
            await #expect(throws: UserError.groupTaken("nl")) {
                try await people.groups.create("nl", name: "x", role: .clerk, in: people.acme, by: .console)
            }
            try await people.person("b@acme.example", .viewer, groups: ["NL"])
            await #expect(throws: UserError.groupInUse("NL")) {
                try await people.groups.remove("NL", in: people.acme, by: .console)
            }
            try await people.groups.remove("viewers", in: people.acme, by: .console)
            #expect(try await people.groups.list(people.acme).map(\.group.externalCode).sorted().count == 4)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `the last administrator stays one`(kind: TestDatabase) async throws {
        try await withPeople(on: kind) { people in
            let anna = try await people.person("anna@acme.example", .admin)
            await #expect(throws: UserError.lastAdmin) {
                try await people.users.deactivate(anna.id, in: people.acme, by: .console)
            }
            await #expect(throws: UserError.lastAdmin) {
                try await people.users.change(anna.id, in: people.acme, by: .console) { $0.ownRole = .clerk }
            }
            try await people.person("b@acme.example", .viewer, groups: ["ADMINS"])
            #expect(try await !people.users.deactivate(anna.id, in: people.acme, by: .console).isActive)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a tenant makes no operators, and the installation nobody else`(kind: TestDatabase) async throws {
        try await withPeople(on: kind) { people in
            await #expect(throws: UserError.roleRefused(.operator)) {
                try await people.person("o@example.com", .operator)
            }
            await #expect(throws: UserError.roleRefused(.admin)) {
                try await people.person("o@example.com", .admin, in: TenantID(rawValue: 0))
            }
        }
    }
}
