"""How much a submission and a claim cost as bare rows, on both databases, before any feature.

    python3 bench/rows.py [--seconds 4] [--json]

Takes the schema from the first migration, so it measures what is built. SQLite: WAL, synchronous=FULL, groups of 64
submissions a commit. PostgreSQL: a server of its own with defaults (fsync on), pgbench with prepared statements and
pipelines, 8 clients. Prints rates and, what counts, ratios to the leanest variant of the same run.
"""

import argparse
import json
import os
import pathlib
import re
import secrets
import sqlite3
import struct
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
PG = pathlib.Path("/usr/lib/postgresql/15/bin")
TOKENS = {
    "sqlite": {"int64": "INTEGER", "text": "TEXT", "bytes": "BLOB", "bool": "INTEGER",
               "strict": "STRICT", "clustered": "STRICT, WITHOUT ROWID"},
    "postgres": {"int64": "BIGINT", "text": 'TEXT COLLATE "C"', "bytes": "BYTEA", "bool": "BOOLEAN",
                 "strict": "", "clustered": ""},
}
CONTENT = json.dumps({"v": 1, "header": [["invoiceNumber", "INV-2026-0042", "submitted", 1, None, None]] * 8,
                      "lines": [[["description", "Consulting, May 2026", "submitted", 1, None, None]] * 5]})
ZERO_REFERENCES = ", ".join(["''"] * 5)


def schema(dialect):
    text = (ROOT / "Sources/NuntiqStore/Migrations/Migration0001Spine.swift").read_text()
    sql = re.search(r'sql: """\n(.*?)"""', text, re.S).group(1)
    for name, word in TOKENS[dialect].items():
        sql = sql.replace("{%s}" % name, word)
    return sql


# The variants: the schema as it is, and what each tempting addition costs.
EXTRA = {
    "as built": [],
    "+ idempotency key": ["key"],
    "+ idempotency row of its own": ["idempotency"],
    "+ source document, feed, audit rows and five indexes": ["idempotency", "wide"],
}
EXTRA_TABLES = """
CREATE TABLE x_idempotency (tenant {int64}, account {int64}, key {text}, hash {bytes}, answer {text},
  PRIMARY KEY (tenant, account, key)) {clustered};
CREATE TABLE x_source (tenant {int64} NOT NULL, id {int64} NOT NULL, channel {text}, created_at {int64},
  PRIMARY KEY (tenant, id)) {clustered};
CREATE INDEX x_source_created ON x_source (tenant, created_at);
CREATE INDEX x_source_channel ON x_source (tenant, channel, id);
CREATE TABLE x_feed (tenant {int64} NOT NULL, recorded_at {int64} NOT NULL, event {int64}, PRIMARY KEY (tenant, recorded_at))
  {clustered};
CREATE INDEX x_feed_event ON x_feed (tenant, event);
CREATE TABLE x_audit (tenant {int64} NOT NULL, id {int64} NOT NULL, who {text}, what {text}, at {int64},
  PRIMARY KEY (tenant, id)) {clustered};
CREATE INDEX x_audit_who ON x_audit (tenant, who, id);
CREATE INDEX x_audit_at ON x_audit (tenant, at);
"""


def extra_tables(dialect):
    sql = EXTRA_TABLES
    for name, word in TOKENS[dialect].items():
        sql = sql.replace("{%s}" % name, word)
    return sql


def submit_statements(extra, placeholder):
    p = placeholder
    recorded = "NULL" if p is pg else p("now")
    key = p("key") if "key" in extra else "''"
    statements = [
        f"INSERT INTO invoice VALUES (1, 7, {p('token')}, {p('id')}, {p('id')}, 1, 1, 1, 'partner_api', 'full_enrichment',"
        f" 'default_fallback', 'INV', {p('number')}, 'S-001', '1234.56', 'USD', {ZERO_REFERENCES}, {p('content')}, NULL,"
        f" '', {key}, NULL, {p('now')})",
        f"INSERT INTO invoice_state VALUES (1, {p('token')}, 7, 20, 1, {p('now')}, NULL, 'post', 0, 0, '', NULL, NULL, 0,"
        f" NULL, 0, NULL, '', '', '', {ZERO_REFERENCES})",
        f"INSERT INTO event VALUES (1, {p('token')}, {p('id')}, {recorded}, 'submitted', 'RECEIVED', 'NUNTIQ', 'SYSTEM',"
        f" '', '', {p('now')}, -1, 20, {ZERO_REFERENCES}, '{{}}')",
        f"INSERT INTO work VALUES (1, {p('now')}, {p('id')}, 'pipeline', {p('token')}, '', 0, '', NULL)",
    ]
    if "idempotency" in extra:
        statements.append(f"INSERT INTO x_idempotency VALUES (1, 7, {p('key')}, {p('token')}, '')")
    if "wide" in extra:
        statements += [
            f"INSERT INTO x_source VALUES (1, {p('id')}, 'partner_api', {p('now')})",
            f"INSERT INTO x_feed VALUES (1, {p('id')}, {p('id')})",
            f"INSERT INTO x_audit VALUES (1, {p('id')}, 'partner', 'submitted', {p('now')})",
        ]
    return statements


def pg(name):
    return {"token": "int8send(:id) || int8send(:id)", "id": ":id", "now": ":id", "number": "'inv' || :id",
            "key": "'key-' || :id", "content": "'" + CONTENT + "'"}[name]


def named(name):
    return ":" + name


def sqlite_submit(extra, seconds, folder):
    db = sqlite3.connect(folder / f"{secrets.token_hex(4)}.db", isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "cache_size=-65536", "wal_autocheckpoint=0"):
        db.execute("PRAGMA " + pragma)
    db.executescript(schema("sqlite") + extra_tables("sqlite"))
    statements = submit_statements(extra, named)
    id, start, groups = 1, time.perf_counter(), 0
    while (elapsed := time.perf_counter() - start) < seconds:
        db.execute("BEGIN IMMEDIATE")
        for _ in range(64):
            id += 1
            row = {"id": id, "token": struct.pack(">QQ", id, id), "now": id, "number": f"inv{id}", "key": f"key-{id}",
                   "content": CONTENT}
            db.execute("SAVEPOINT job")
            for statement in statements:
                db.execute(statement, row)
            db.execute("RELEASE job")
        db.execute("COMMIT")
        groups += 1
        if groups % 200 == 0:
            db.execute("PRAGMA wal_checkpoint(PASSIVE)")
    return db, groups * 64 / elapsed


CLAIM_PICK = """SELECT token FROM invoice_state WHERE tenant = 1 AND handout = 'post' AND ready_at <= :now
  ORDER BY ready_at, token LIMIT 50"""
STATE_STEPS = [
    "UPDATE invoice_state SET status = 92, version = version + 1, updated_at = :now, ready_at = :now + 300, fence = fence + 1,"
    " holder = 9, leased_by = '9', lease_started_at = :now, lease_ends_at = :now + 300, lapse_status = 90"
    " WHERE tenant = 1 AND token = :token",
    "UPDATE invoice_state SET status = 93, version = version + 1, updated_at = :now WHERE tenant = 1 AND token = :token",
    "UPDATE invoice_state SET status = 100, version = version + 1, updated_at = :now, ready_at = NULL, lease_ends_at = NULL,"
    " lapse_status = NULL, integration = '{\"external_id_1\":\"ERP-1\"}' WHERE tenant = 1 AND token = :token",
]
STEP_EVENT = ("INSERT INTO event VALUES (1, :token, :id, :now, 'status_changed', :code, 'NUNTIQ', 'API_CLIENT', '9', 'erp',"
              " :now, 92, 93, " + ZERO_REFERENCES + ", '{}')")


def sqlite_claim(db, seconds):
    db.execute("UPDATE invoice_state SET status = 90, ready_at = updated_at")
    id, done, start = 10**12, 0, time.perf_counter()
    while (elapsed := time.perf_counter() - start) < seconds:
        db.execute("BEGIN IMMEDIATE")
        tokens = [row[0] for row in db.execute(CLAIM_PICK, {"now": 10**11})]
        if not tokens:
            db.execute("ROLLBACK")
            break
        for step, code in zip(STATE_STEPS, ("", "IN_PROCESS", "ACCEPTED")):
            if not db.in_transaction:
                db.execute("BEGIN IMMEDIATE")
            for token in tokens:
                id += 1
                row = {"token": token, "id": id, "now": id, "code": code}
                db.execute(step, row)
                if code:
                    db.execute(STEP_EVENT, row)
            db.execute("COMMIT")
        done += len(tokens)
    return done / elapsed


class Postgres:
    """A server of its own for one run, fsync on."""

    def __enter__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="nq-"))
        run = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        if run:
            subprocess.run(["chown", "postgres", self.folder], check=True)
        self.run, self.port = run, str(20000 + os.getpid() % 20000)
        self.call("initdb", "-D", self.folder / "data", "-U", "nuntiq", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
        self.call("pg_ctl", "-D", self.folder / "data", "-l", self.folder / "log", "-w",
                  "-o", f"-p {self.port} -k {self.folder} -c listen_addresses=''", "start")
        return self

    def __exit__(self, *_):
        self.call("pg_ctl", "-D", self.folder / "data", "-m", "immediate", "stop")
        subprocess.run(["rm", "-rf", self.folder], check=True)

    def call(self, program, *arguments, text=None):
        return subprocess.run([*self.run, PG / program, *map(str, arguments)], check=True, cwd="/", input=text,
                              capture_output=True, text=True).stdout

    def psql(self, database, sql):
        return self.call("psql", "-h", self.folder, "-p", self.port, "-U", "nuntiq", "-qAt", "-v", "ON_ERROR_STOP=1",
                         database, text=sql)

    def url(self, database):
        return f"postgres://nuntiq@/{database}?host={self.folder}&port={self.port}"

    def bench(self, database, script, seconds, clients=8):
        path = self.folder / "script.sql"
        path.write_text(script)
        path.chmod(0o644)
        self.folder.chmod(0o755)
        out = self.call("pgbench", "-h", self.folder, "-p", self.port, "-U", "nuntiq", "-n", "-M", "prepared", "-c", clients,
                        "-j", 2, "-T", seconds, "-f", path, database)
        return float(re.search(r"tps = ([\d.]+)", out).group(1))


def postgres_submit(server, extra, seconds, batch=8):
    database = "b" + secrets.token_hex(4)
    server.psql("postgres", f"CREATE DATABASE {database}")
    server.psql(database, schema("postgres") + extra_tables("postgres") + "CREATE SEQUENCE ids;")
    one = ";\n".join(submit_statements(extra, pg)) + ";\n"
    script = "\\set id random(1, 9000000000000000)\n\\startpipeline\nBEGIN;\n" + one
    for _ in range(batch - 1):
        script += "\\set id :id + 1\n" + one
    script += "COMMIT;\n\\endpipeline\n"
    return database, server.bench(database, script, seconds) * batch


POSTGRES_CLAIM = """
WITH picked AS (SELECT token FROM invoice_state WHERE tenant = 1 AND handout = 'post' AND ready_at <= 9000000000000000
  ORDER BY ready_at, token LIMIT 50 FOR UPDATE SKIP LOCKED), taken AS (
  UPDATE invoice_state s SET status = 92, version = version + 1, ready_at = 9000000000000001, fence = fence + 1, holder = 9,
    leased_by = '9', lease_ends_at = 9000000000000001, lapse_status = 90 FROM picked p WHERE s.tenant = 1 AND s.token = p.token
  RETURNING s.token) SELECT coalesce(string_agg(encode(token, 'hex'), ','), '') AS tokens FROM taken \\gset
"""
POSTGRES_STEP = """
BEGIN;
UPDATE invoice_state SET status = {status}, version = version + 1, updated_at = updated_at + 1 {more}
  WHERE tenant = 1 AND token IN (SELECT decode(t, 'hex') FROM unnest(string_to_array(:tokens, ',')) t);
INSERT INTO event SELECT 1, decode(t, 'hex'), nextval('ids'), NULL, 'status_changed', '{code}', 'NUNTIQ', 'API_CLIENT', '9', 'erp', 1,
  92, 93, {references}, '{{}}' FROM unnest(string_to_array(:tokens, ',')) t WHERE t <> '';
COMMIT;
"""


def postgres_claim(server, database, seconds):
    server.psql(database, "UPDATE invoice_state SET status = 90, ready_at = updated_at; VACUUM ANALYZE;")
    before = int(server.psql(database, "SELECT count(*) FROM invoice_state WHERE status = 100"))
    script = POSTGRES_CLAIM
    script += POSTGRES_STEP.format(status=93, more="", code="IN_PROCESS", references=ZERO_REFERENCES)
    script += POSTGRES_STEP.format(status=100, more=", ready_at = NULL, lease_ends_at = NULL", code="ACCEPTED",
                                   references=ZERO_REFERENCES)
    start = time.perf_counter()
    server.bench(database, script, seconds)
    elapsed = time.perf_counter() - start
    return (int(server.psql(database, "SELECT count(*) FROM invoice_state WHERE status = 100")) - before) / elapsed


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=4)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    results = []

    def note(database, what, rate, base):
        results.append({"database": database, "what": what, "rate": round(rate), "ratio": round(rate / base, 2)})
        if not arguments.json:
            print(f"{database:9} {what:55} {rate:9.0f}/s  {rate / base:5.2f}")

    with tempfile.TemporaryDirectory(prefix="nq-") as folder, Postgres() as server:
        base = kept = None
        for what, extra in EXTRA.items():
            db, rate = sqlite_submit(extra, arguments.seconds, pathlib.Path(folder))
            base, kept = base or rate, kept or db
            note("sqlite", "submit, " + what, rate, base)
        note("sqlite", "claim(50) -> acknowledge -> result, one writer", sqlite_claim(kept, arguments.seconds), base)
        base = kept = None
        for what, extra in EXTRA.items():
            database, rate = postgres_submit(server, extra, arguments.seconds)
            base, kept = base or rate, kept or database
            note("postgres", "submit, " + what, rate, base)
        note("postgres", "claim(50) -> acknowledge -> result, 8 workers",
             postgres_claim(server, kept, arguments.seconds), base)
    if arguments.json:
        print(json.dumps(results))


if __name__ == "__main__":
    main()
