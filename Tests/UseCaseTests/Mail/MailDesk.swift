import NuntiqCore
import NuntiqMail
import NuntiqModel
import NuntiqServer
import NuntiqStore
import NuntiqTesting

extension TestNuntiq {
    var secrets: Secrets { app.installation.secrets }

    /// Seals a token or code as a use case does.
    func sealed(_ text: String) throws -> MailSecret {
        try MailSecret(text, secrets: secrets, environment: app.environment)
    }

    /// Queues mails in one transaction; answers how many will go out.
    @discardableResult
    func queue(_ mails: Mail...) async throws -> Int {
        try await app.database.write { [tenant] tx in
            try mails.filter { try Outbox.queue($0, in: tenant.id, tx) }.count
        }
    }

    /// An invitation of the supplier.
    func invitation(to email: String = "it@globex.example", token: String = "t0ken") throws -> Mail {
        .partnerInvitation(to: email, of: partner, token: try sealed(token), until: clock.now + .seconds(900))
    }

    /// The mailbox as a developer reads it, but for the mail about the key that every test begins with.
    func mailbox() async throws -> [JSONValue] {
        let answer = try await stranger.get("/dev/mail.json")
        let mails = answer["messages"]?.array ?? []
        return mails.filter { $0["subject"] != "Acme Corp: API key \"production\" issued" }
    }

    /// Status and last error of each mail but the first, which every test begins with, oldest first.
    func outbox() async throws -> [(recipient: String, status: String, error: String)] {
        try await app.database.read { [tenant] tx in
            try tx.query(
                "SELECT recipient, status, last_error FROM outbox WHERE tenant = ? ORDER BY id", [tenant.id]
            ).dropFirst().map { (try $0.text(0), try $0.text(1), try $0.text(2)) }
        }
    }
}
