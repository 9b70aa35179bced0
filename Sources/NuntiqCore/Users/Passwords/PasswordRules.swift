public import NuntiqModel

/// What a password must be: long, and not what anyone would try first.
public enum PasswordRules {
    /// A password has at least so many characters.
    public static let charactersMin = 12
    /// A password has at most so many characters.
    public static let charactersMax = 200

    /// What is wrong with a password of that user; `nil` when it is fine.
    ///
    /// - Source: NIST SP 800-63B §3.1.1.2: length, a list of what is tried first, no rules about kinds of characters.
    public static func fault(in password: String, of user: User) -> FieldFault? {
        fault(in: password, email: user.email, loginAccount: user.loginAccount)
    }

    /// The same for who has no row yet.
    static func fault(in password: String, email: String, loginAccount: String) -> FieldFault? {
        message(password, email, loginAccount).map { FieldFault(field: "password", message: $0) }
    }

    private static func message(_ password: String, _ email: String, _ login: String) -> String? {
        if password.count < charactersMin { return "A password has at least \(charactersMin) characters." }
        if password.count > charactersMax { return "A password has at most \(charactersMax) characters." }
        let plain = folded(password)
        if Set(plain).count < 5 { return "This repeats a few characters; others would try it early." }
        let own = [email, login, email.split(separator: "@").first.map(String.init) ?? ""]
        let known = own.map(folded).filter { $0.count >= 4 } + common
        let rest = known.reduce(plain) { $0.replacing($1, with: "") }
        return rest.count < 5 ? "This is close to your name or to a common password; others would try it early." : nil
    }

    private static let common = [
        "password", "passwort", "passw0rd", "p@ssword", "p@ssw0rd", "1234567890", "0123456789", "123456789", "12345678",
        "1234567", "123456", "12345", "1234", "qwertyuiop", "qwertzuiop", "qwerty", "qwertz", "asdfghjkl", "asdfgh",
        "iloveyou", "letmein", "welcome", "willkommen", "administrator", "admin", "nuntiq", "invoice", "changeme",
        "abcdefgh", "abcdef", "abcd", "monkey", "dragon", "football", "sunshine", "princess", "trustno1", "secret",
    ]
}
