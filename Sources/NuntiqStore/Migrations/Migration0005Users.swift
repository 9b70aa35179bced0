extension Migration {
    /// The people who sign in to a portal: who they are, what they may do, where they are signed in.
    ///
    /// Operators belong to tenant 0, the installation. A user's role is the highest of its own and those of its groups.
    /// `password` holds cost, salt and hash in one text, empty while none was set. Tokens of sessions and links are
    /// kept as hashes alone. `sign_in_throttle` counts tries before they are judged, so that several nodes count
    /// together. Every tenant begins with the four standard groups.
    static let users = Migration(
        number: 5,
        name: "users",
        sql: """
            CREATE TABLE portal_user (
              tenant {int64} NOT NULL,
              id {int64} NOT NULL,
              login_account {text} NOT NULL,
              login_folded {text} NOT NULL,
              email {text} NOT NULL,
              email_folded {text} NOT NULL,
              first_name {text} NOT NULL,
              last_name {text} NOT NULL,
              login_type {int64} NOT NULL CHECK (login_type IN (1, 2)),
              sso_provider {text} NOT NULL,
              role {text} NOT NULL CHECK (role IN ('viewer', 'clerk', 'approver', 'admin', 'operator')),
              password {text} NOT NULL,
              must_change_password {bool} NOT NULL,
              is_active {bool} NOT NULL,
              active_from {int64},
              active_to {int64},
              last_login_at {int64},
              created_at {int64} NOT NULL,
              updated_at {int64} NOT NULL,
              PRIMARY KEY (tenant, id)
            ) {clustered};
            CREATE UNIQUE INDEX portal_user_by_login ON portal_user (tenant, login_folded);
            CREATE UNIQUE INDEX portal_user_by_email ON portal_user (tenant, email_folded);

            CREATE TABLE user_group (
              tenant {int64} NOT NULL,
              code_folded {text} NOT NULL,
              external_code {text} NOT NULL,
              name {text} NOT NULL,
              role {text} NOT NULL CHECK (role IN ('viewer', 'clerk', 'approver', 'admin')),
              created_at {int64} NOT NULL,
              PRIMARY KEY (tenant, code_folded)
            ) {clustered};
            INSERT INTO user_group (tenant, code_folded, external_code, name, role, created_at)
              SELECT id, 'viewers', 'VIEWERS', 'Viewers', 'viewer', created_at FROM tenant;
            INSERT INTO user_group (tenant, code_folded, external_code, name, role, created_at)
              SELECT id, 'clerks', 'CLERKS', 'AP clerks', 'clerk', created_at FROM tenant;
            INSERT INTO user_group (tenant, code_folded, external_code, name, role, created_at)
              SELECT id, 'approvers', 'APPROVERS', 'Approvers', 'approver', created_at FROM tenant;
            INSERT INTO user_group (tenant, code_folded, external_code, name, role, created_at)
              SELECT id, 'admins', 'ADMINS', 'Administrators', 'admin', created_at FROM tenant;

            CREATE TABLE user_group_member (
              tenant {int64} NOT NULL,
              user_id {int64} NOT NULL,
              code_folded {text} NOT NULL,
              PRIMARY KEY (tenant, user_id, code_folded)
            ) {clustered};
            CREATE INDEX user_group_member_by_group ON user_group_member (tenant, code_folded, user_id);

            CREATE TABLE portal_session (
              tenant {int64} NOT NULL,
              token_hash {bytes} NOT NULL,
              user_id {int64} NOT NULL,
              created_at {int64} NOT NULL,
              seen_at {int64} NOT NULL,
              address {text} NOT NULL,
              agent {text} NOT NULL,
              entered {int64},
              entered_reason {text} NOT NULL,
              PRIMARY KEY (tenant, token_hash)
            ) {clustered};
            CREATE INDEX portal_session_by_user ON portal_session (tenant, user_id, created_at);
            CREATE INDEX portal_session_by_seen ON portal_session (tenant, seen_at);

            CREATE TABLE portal_link (
              tenant {int64} NOT NULL,
              token_hash {bytes} NOT NULL,
              user_id {int64} NOT NULL,
              purpose {text} NOT NULL CHECK (purpose IN ('invitation', 'reset', 'enter')),
              target {int64},
              reason {text} NOT NULL,
              created_at {int64} NOT NULL,
              expires_at {int64} NOT NULL,
              PRIMARY KEY (tenant, token_hash)
            ) {clustered};
            CREATE INDEX portal_link_by_user ON portal_link (tenant, user_id, purpose);
            CREATE INDEX portal_link_by_end ON portal_link (tenant, expires_at);

            CREATE TABLE sign_in_throttle (
              tenant {int64} NOT NULL,
              kind {text} NOT NULL CHECK (kind IN ('account', 'address', 'reset', 'reset_address')),
              subject {bytes} NOT NULL,
              tries {int64} NOT NULL,
              last_at {int64} NOT NULL,
              blocked_until {int64} NOT NULL,
              PRIMARY KEY (tenant, kind, subject)
            ) {clustered};
            CREATE INDEX sign_in_throttle_by_age ON sign_in_throttle (tenant, last_at);
            """
    )
}
