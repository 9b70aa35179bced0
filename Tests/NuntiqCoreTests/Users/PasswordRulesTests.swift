import NuntiqModel
import Testing

@testable import NuntiqCore

@Suite
struct PasswordRulesTests {
    private let user = User(
        id: 1, tenant: TenantID(rawValue: 1), loginAccount: "annaaal", email: "anna.aal@acme.example", firstName: "",
        lastName: "", loginType: .password, ssoProvider: "", ownRole: .clerk, groups: [], role: .clerk,
        hasPassword: false, mustChangePassword: false, isActive: true, activeFrom: nil, activeTo: nil, lastLoginAt: nil,
        createdAt: Instant(microseconds: 0), updatedAt: Instant(microseconds: 0))

    @Test(arguments: ["seven green bottles", "Korrekt-Pferd-Batterie", "пароль из четырёх слов", "x9!Kq2#vB7$m"])
    func `a long password of any kind of characters is fine`(password: String) {
        #expect(PasswordRules.fault(in: password, of: user) == nil)
    }

    @Test(arguments: [
        "", "eleven char", "aaaaaaaaaaaaaaaa", "abababababab", "Password12345", "passwordpassword", "qwertyuiop123456",
        "anna.aal@acme.example", "Anna.Aal2026", "annaaal12345", String(repeating: "seven green ", count: 20),
    ])
    func `what others would try early is refused`(password: String) {
        #expect(PasswordRules.fault(in: password, of: user)?.field == "password", "\(password)")
    }
}
