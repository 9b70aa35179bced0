extension Migration {
    /// Mailed links and how far their owners have come.
    ///
    /// `supplier_token` leads from the hash of a link's or a claim's token to its session. A session knows its code and
    /// its tokens as hashes only. `partner_email_by_email` finds the accounts of an address that asks for a link.
    static let supplierAccess = Migration(
        number: 11,
        name: "supplier_access",
        sql: """
            CREATE TABLE supplier_session (
              tenant {int64} NOT NULL,
              id {bytes} NOT NULL,
              partner {int64} NOT NULL,
              email {text} NOT NULL,
              email_folded {text} NOT NULL,
              purpose {text} NOT NULL CHECK (purpose IN ('key', 'invoices')),
              is_invitation {bool} NOT NULL,
              created_at {int64} NOT NULL,
              ends_at {int64} NOT NULL,
              opened_at {int64},
              code_hash {bytes},
              code_ends_at {int64},
              code_sent_at {int64},
              codes {int64} NOT NULL CHECK (codes BETWEEN 0 AND 5),
              wrong_codes {int64} NOT NULL CHECK (wrong_codes BETWEEN 0 AND 5),
              validated_at {int64},
              claim_hash {bytes},
              claim_ends_at {int64},
              used_at {int64},
              key_id {bytes},
              PRIMARY KEY (tenant, id)
            ) {clustered};
            CREATE INDEX supplier_session_by_email ON supplier_session (tenant, email_folded, created_at);
            CREATE INDEX supplier_session_by_partner ON supplier_session (tenant, partner, id);

            CREATE TABLE supplier_token (
              token_hash {bytes} NOT NULL PRIMARY KEY,
              tenant {int64} NOT NULL,
              session {bytes} NOT NULL,
              kind {text} NOT NULL CHECK (kind IN ('link', 'claim'))
            ) {clustered};
            CREATE INDEX supplier_token_by_session ON supplier_token (tenant, session);

            CREATE INDEX partner_email_by_email ON partner_email (tenant, email_folded);
            """
    )
}
