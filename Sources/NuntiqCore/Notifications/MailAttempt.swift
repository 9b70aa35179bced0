import NuntiqMail
import NuntiqModel
import NuntiqStore

/// One try to hand a mail over, and what follows on it.
struct MailAttempt {
    /// A mail is tried so often, over about two days, unless it is worth nothing sooner.
    static let attemptsMax = 40

    let tx: any Transaction
    let mail: QueuedMail
    let number: Int

    /// Stores the outcome in the transaction that ends the work item.
    func store(_ outcome: DeliveryOutcome) throws -> WorkOutcome {
        let outbox = OutboxRepository(tx)
        switch outcome {
        case .delivered:
            try outbox.settle(mail.tenant, mail.id, as: .sent, attempts: number)
            return .done
        case .refused(let reason, let isAddressDead):
            try outbox.settle(mail.tenant, mail.id, as: .failed, attempts: number, reason)
            if isAddressDead { try SuppressionRepository(tx).add(mail.recipient, reason, in: mail.tenant) }
            return .done
        case .postponed(let reason) where number >= Self.attemptsMax:
            try outbox.settle(mail.tenant, mail.id, as: .failed, attempts: number, reason)
            return .done
        case .postponed(let reason):
            try outbox.note(reason, attempts: number, on: mail.id, in: mail.tenant)
            return .retry(after: Self.pause(after: number), reason: reason)
        }
    }

    /// 5 s, 10 s, 20 s … up to an hour and a half.
    static func pause(after attempts: Int) -> Duration {
        min(.seconds(5) * (1 << min(attempts - 1, 12)), .seconds(5_400))
    }
}
