extension Migration {
    /// The spine: tenants, who may call, invoices and their state, what happened, files, work.
    ///
    /// Every key leads with the tenant, so that a distributed PostgreSQL can shard by it; `key_directory`,
    /// `installation` and `periodic` are the exceptions. Folded columns hold ``/NuntiqModel/folded(_:)`` of the column
    /// beside them. Optional parts of unique keys are empty, never NULL. A submission writes `invoice`,
    /// `invoice_state`, `event` and `work`, four rows, and nothing else (`docs/decisions/002-row-budget.md`).
    static let spine = Migration(
        number: 1,
        name: "spine",
        sql: """
            CREATE TABLE installation (name {text} NOT NULL PRIMARY KEY, value {text} NOT NULL) {clustered};

            CREATE TABLE tenant (
              id {int64} NOT NULL PRIMARY KEY,
              subdomain {text} NOT NULL UNIQUE,
              name {text} NOT NULL,
              customer_number {text} NOT NULL UNIQUE,
              timezone {text} NOT NULL,
              country {text} NOT NULL,
              settings {text} NOT NULL,
              created_at {int64} NOT NULL
            ) {strict};

            CREATE TABLE template (
              tenant {int64} NOT NULL,
              id {int64} NOT NULL,
              version {int64} NOT NULL,
              name {text} NOT NULL,
              fields {text} NOT NULL,
              created_at {int64} NOT NULL,
              PRIMARY KEY (tenant, id, version)
            ) {clustered};

            CREATE TABLE inbox (
              tenant {int64} NOT NULL,
              id {int64} NOT NULL,
              address {text} NOT NULL,
              is_default {bool} NOT NULL,
              template {int64} NOT NULL,
              created_at {int64} NOT NULL,
              PRIMARY KEY (tenant, id)
            ) {clustered};

            CREATE TABLE inbox_name (
              tenant {int64} NOT NULL,
              kind {text} NOT NULL CHECK (kind IN ('address', 'identifier')),
              name_folded {text} NOT NULL,
              name {text} NOT NULL,
              inbox {int64} NOT NULL,
              PRIMARY KEY (tenant, kind, name_folded)
            ) {clustered};

            CREATE TABLE partner (
              tenant {int64} NOT NULL,
              id {int64} NOT NULL,
              name {text} NOT NULL,
              name_folded {text} NOT NULL,
              active {bool} NOT NULL,
              suppliers {text} NOT NULL,
              created_at {int64} NOT NULL,
              PRIMARY KEY (tenant, id)
            ) {clustered};
            CREATE UNIQUE INDEX partner_by_name ON partner (tenant, name_folded);

            CREATE TABLE partner_email (
              tenant {int64} NOT NULL,
              partner {int64} NOT NULL,
              email_folded {text} NOT NULL,
              email {text} NOT NULL,
              PRIMARY KEY (tenant, partner, email_folded)
            ) {clustered};

            CREATE TABLE partner_key (
              tenant {int64} NOT NULL,
              id {bytes} NOT NULL,
              partner {int64} NOT NULL,
              label {text} NOT NULL,
              label_folded {text} NOT NULL,
              pepper {int64} NOT NULL,
              key_hash {bytes} NOT NULL,
              secret_hash {bytes} NOT NULL,
              prefix {text} NOT NULL,
              last_4 {text} NOT NULL,
              created_at {int64} NOT NULL,
              expires_at {int64},
              expires_interval_days {int64},
              expired_at {int64},
              last_used_at {int64},
              last_used_from {text} NOT NULL,
              revoked_at {int64},
              grace_hash {bytes},
              grace_until {int64},
              PRIMARY KEY (tenant, id)
            ) {clustered};
            CREATE INDEX partner_key_by_partner ON partner_key (tenant, partner, created_at);

            CREATE TABLE api_user (
              tenant {int64} NOT NULL,
              id {int64} NOT NULL,
              name {text} NOT NULL,
              permissions {text} NOT NULL,
              pepper {int64} NOT NULL,
              key_hash {bytes} NOT NULL,
              prefix {text} NOT NULL,
              last_4 {text} NOT NULL,
              created_at {int64} NOT NULL,
              last_used_at {int64},
              last_used_from {text} NOT NULL,
              revoked_at {int64},
              PRIMARY KEY (tenant, id)
            ) {clustered};

            CREATE TABLE key_directory (
              key_hash {bytes} NOT NULL PRIMARY KEY,
              tenant {int64} NOT NULL,
              kind {text} NOT NULL CHECK (kind IN ('partner', 'partner_grace', 'api_user')),
              subject {bytes} NOT NULL
            ) {clustered};

            CREATE TABLE invoice (
              tenant {int64} NOT NULL,
              account {int64} NOT NULL,
              token {bytes} NOT NULL,
              id {int64} NOT NULL,
              source_document_id {int64} NOT NULL,
              inbox {int64} NOT NULL,
              template {int64} NOT NULL,
              template_version {int64} NOT NULL,
              channel {text} NOT NULL,
              workflow {text} NOT NULL,
              resolution_path {text} NOT NULL,
              number {text} NOT NULL,
              number_key {text} NOT NULL,
              supplier_number {text} NOT NULL,
              gross_amount {text} NOT NULL,
              currency_code {text} NOT NULL,
              reference_1 {text} NOT NULL,
              reference_2 {text} NOT NULL,
              reference_3 {text} NOT NULL,
              reference_4 {text} NOT NULL,
              reference_5 {text} NOT NULL,
              content {text} NOT NULL,
              original {bytes},
              answer {text} NOT NULL,
              idempotency_key {text} NOT NULL,
              request_hash {bytes},
              created_at {int64} NOT NULL,
              PRIMARY KEY (tenant, account, token)
            ) {strict};
            CREATE INDEX invoice_by_number ON invoice (tenant, number_key, token);
            CREATE UNIQUE INDEX invoice_by_idempotency_key ON invoice (tenant, account, idempotency_key)
              WHERE idempotency_key <> '';

            CREATE TABLE invoice_state (
              tenant {int64} NOT NULL,
              token {bytes} NOT NULL,
              account {int64} NOT NULL,
              status {int64} NOT NULL,
              version {int64} NOT NULL,
              updated_at {int64} NOT NULL,
              ready_at {int64},
              handout {text} NOT NULL CHECK (handout IN ('post', 'verify_first')),
              fence {int64} NOT NULL,
              holder {int64} NOT NULL,
              leased_by {text} NOT NULL,
              lease_started_at {int64},
              lease_ends_at {int64},
              lease_seconds {int64} NOT NULL,
              lapse_status {int64},
              lapses {int64} NOT NULL,
              held_from {int64},
              pending_action {text} NOT NULL,
              intent {text} NOT NULL,
              integration {text} NOT NULL,
              reference_1 {text} NOT NULL,
              reference_2 {text} NOT NULL,
              reference_3 {text} NOT NULL,
              reference_4 {text} NOT NULL,
              reference_5 {text} NOT NULL,
              PRIMARY KEY (tenant, token)
            ) {clustered};
            CREATE INDEX state_by_status ON invoice_state (tenant, status, updated_at, token);
            CREATE INDEX state_by_handout ON invoice_state (tenant, handout, ready_at, token)
              WHERE ready_at IS NOT NULL;
            CREATE INDEX state_by_reference_1 ON invoice_state (tenant, reference_1, ready_at, token)
              WHERE reference_1 <> '';
            CREATE INDEX state_by_reference_2 ON invoice_state (tenant, reference_2, ready_at, token)
              WHERE reference_2 <> '';
            CREATE INDEX state_by_reference_3 ON invoice_state (tenant, reference_3, ready_at, token)
              WHERE reference_3 <> '';
            CREATE INDEX state_by_reference_4 ON invoice_state (tenant, reference_4, ready_at, token)
              WHERE reference_4 <> '';
            CREATE INDEX state_by_reference_5 ON invoice_state (tenant, reference_5, ready_at, token)
              WHERE reference_5 <> '';

            CREATE TABLE event (
              tenant {int64} NOT NULL,
              subject {bytes} NOT NULL,
              id {int64} NOT NULL,
              recorded_at {int64},
              kind {text} NOT NULL,
              code {text} NOT NULL,
              source {text} NOT NULL,
              actor_type {text} NOT NULL,
              actor_id {text} NOT NULL,
              actor_name {text} NOT NULL,
              occurred_at {int64} NOT NULL,
              from_status {int64} NOT NULL,
              to_status {int64} NOT NULL,
              reference_1 {text} NOT NULL,
              reference_2 {text} NOT NULL,
              reference_3 {text} NOT NULL,
              reference_4 {text} NOT NULL,
              reference_5 {text} NOT NULL,
              payload {text} NOT NULL,
              PRIMARY KEY (tenant, subject, id)
            ) {clustered};
            CREATE INDEX event_unrecorded ON event (tenant, id) WHERE recorded_at IS NULL;
            CREATE INDEX event_by_reference_1 ON event (tenant, reference_1, recorded_at)
              WHERE reference_1 <> '' AND code <> '';
            CREATE INDEX event_by_reference_2 ON event (tenant, reference_2, recorded_at)
              WHERE reference_2 <> '' AND code <> '';
            CREATE INDEX event_by_reference_3 ON event (tenant, reference_3, recorded_at)
              WHERE reference_3 <> '' AND code <> '';
            CREATE INDEX event_by_reference_4 ON event (tenant, reference_4, recorded_at)
              WHERE reference_4 <> '' AND code <> '';
            CREATE INDEX event_by_reference_5 ON event (tenant, reference_5, recorded_at)
              WHERE reference_5 <> '' AND code <> '';

            CREATE TABLE chain (
              tenant {int64} NOT NULL PRIMARY KEY,
              last_recorded_at {int64} NOT NULL,
              events {int64} NOT NULL,
              head {bytes} NOT NULL
            ) {strict};

            CREATE TABLE claim_key (
              tenant {int64} NOT NULL,
              principal {int64} NOT NULL,
              key {text} NOT NULL,
              request_hash {bytes} NOT NULL,
              answered_at {int64} NOT NULL,
              ttl_seconds {int64} NOT NULL,
              leases {text} NOT NULL,
              PRIMARY KEY (tenant, principal, key)
            ) {clustered};

            CREATE TABLE attachment (
              tenant {int64} NOT NULL,
              token {bytes} NOT NULL,
              invoice {bytes} NOT NULL,
              position {int64} NOT NULL,
              type {text} NOT NULL CHECK (type IN ('INVOICE_IMAGE', 'EMAIL_ATTACHMENT', 'EMAIL')),
              file_name {text} NOT NULL,
              content_type {text} NOT NULL,
              size {int64} NOT NULL,
              blob {bytes} NOT NULL,
              parent {bytes},
              created_at {int64} NOT NULL,
              PRIMARY KEY (tenant, token)
            ) {clustered};
            CREATE INDEX attachment_by_invoice ON attachment (tenant, invoice, position);

            CREATE TABLE blob (
              tenant {int64} NOT NULL,
              hash {bytes} NOT NULL,
              size {int64} NOT NULL,
              last_put_at {int64} NOT NULL,
              PRIMARY KEY (tenant, hash)
            ) {clustered};

            CREATE TABLE incident (
              tenant {int64} NOT NULL,
              id {int64} NOT NULL,
              invoice {bytes} NOT NULL,
              kind {text} NOT NULL,
              detail {text} NOT NULL,
              created_at {int64} NOT NULL,
              resolved_at {int64},
              PRIMARY KEY (tenant, id)
            ) {clustered};
            CREATE INDEX incident_open ON incident (tenant, invoice) WHERE resolved_at IS NULL;

            CREATE TABLE work (
              tenant {int64} NOT NULL,
              due_at {int64} NOT NULL,
              id {int64} NOT NULL,
              kind {text} NOT NULL,
              subject {bytes} NOT NULL,
              payload {text} NOT NULL,
              attempts {int64} NOT NULL,
              last_error {text} NOT NULL,
              parked_at {int64},
              PRIMARY KEY (tenant, due_at, id)
            ) {clustered};

            CREATE TABLE periodic (
              task {text} NOT NULL,
              slot {int64} NOT NULL,
              done_at {int64} NOT NULL,
              PRIMARY KEY (task, slot)
            ) {clustered};
            """
    )
}
