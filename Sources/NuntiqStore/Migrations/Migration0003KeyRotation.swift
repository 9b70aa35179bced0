extension Migration {
    /// What a rotation of a partner's key leaves behind.
    ///
    /// `rotation_due_at` moves on by `rotation_cadence_days` where one is set; `reminders_sent` names the reminders
    /// that went out about this key's end. `grace_used_at` and `grace_used_from` tell of the key from before the last
    /// rotation. A row of `rotation_replay` is an answer that may have been lost on its way
    /// (`docs/decisions/012-a-lost-rotation-is-replayed.md`); a key has at most one.
    static let keyRotation = Migration(
        number: 3,
        name: "key_rotation",
        sql: """
            ALTER TABLE partner_key ADD COLUMN rotation_cadence_days {int64};
            ALTER TABLE partner_key ADD COLUMN rotation_due_at {int64};
            ALTER TABLE partner_key ADD COLUMN reminders_sent {text} NOT NULL DEFAULT '';
            ALTER TABLE partner_key ADD COLUMN grace_used_at {int64};
            ALTER TABLE partner_key ADD COLUMN grace_used_from {text} NOT NULL DEFAULT '';

            CREATE TABLE rotation_replay (
              tenant {int64} NOT NULL,
              partner_key {bytes} NOT NULL,
              idempotency_key {text} NOT NULL,
              new_key_hash {bytes} NOT NULL,
              answer {bytes} NOT NULL,
              ends_at {int64} NOT NULL,
              PRIMARY KEY (tenant, partner_key)
            ) {clustered};
            """
    )
}
