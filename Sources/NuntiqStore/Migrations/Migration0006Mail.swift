extension Migration {
    /// Mail on its way, what became of it, and who wants which.
    ///
    /// A row of `outbox` is one mail to one recipient (`docs/decisions/017-mail-is-a-row.md`); `slot` names what it may
    /// be sent for only once. `mail_token` leads from the token of a preferences link, kept as a hash, to whose
    /// they are. `generation` of a key counts its rotations and `issued_at` is when the present credentials were made:
    /// reminders are about these. `partner_key_by_end` finds the keys whose end is near.
    static let mail = Migration(
        number: 6,
        name: "mail",
        sql: """
            CREATE TABLE outbox (
              tenant {int64} NOT NULL,
              id {int64} NOT NULL,
              kind {text} NOT NULL,
              category {text} NOT NULL,
              account {int64} NOT NULL,
              recipient {text} NOT NULL,
              recipient_folded {text} NOT NULL,
              slot {text} NOT NULL,
              subject {text} NOT NULL,
              message_id {text} NOT NULL,
              facts {text} NOT NULL,
              secret {bytes},
              status {text} NOT NULL CHECK (
                status IN ('waiting', 'held', 'captured', 'sent', 'failed', 'suppressed', 'muted', 'lapsed')),
              attempts {int64} NOT NULL,
              last_error {text} NOT NULL,
              created_at {int64} NOT NULL,
              send_before {int64},
              settled_at {int64},
              PRIMARY KEY (tenant, id)
            ) {clustered};
            CREATE UNIQUE INDEX outbox_by_slot ON outbox (tenant, slot, recipient_folded) WHERE slot <> '';
            CREATE INDEX outbox_by_account ON outbox (tenant, account, id) WHERE account <> 0;
            CREATE INDEX outbox_open ON outbox (tenant, status, id)
              WHERE status IN ('waiting', 'held', 'captured', 'failed');

            CREATE TABLE mail_preference (
              tenant {int64} NOT NULL,
              account {int64} NOT NULL,
              email_folded {text} NOT NULL,
              email {text} NOT NULL,
              muted {text} NOT NULL,
              updated_at {int64} NOT NULL,
              PRIMARY KEY (tenant, account, email_folded)
            ) {clustered};

            CREATE TABLE mail_token (
              token_hash {bytes} NOT NULL PRIMARY KEY,
              tenant {int64} NOT NULL,
              account {int64} NOT NULL,
              email_folded {text} NOT NULL
            ) {clustered};

            CREATE TABLE mail_suppression (
              tenant {int64} NOT NULL,
              email_folded {text} NOT NULL,
              email {text} NOT NULL,
              reason {text} NOT NULL,
              created_at {int64} NOT NULL,
              PRIMARY KEY (tenant, email_folded)
            ) {clustered};

            ALTER TABLE partner_key ADD COLUMN generation {int64} NOT NULL DEFAULT 1;
            ALTER TABLE partner_key ADD COLUMN issued_at {int64};
            CREATE INDEX partner_key_by_end ON partner_key (tenant, expires_at)
              WHERE expires_at IS NOT NULL AND revoked_at IS NULL;
            """
    )
}
