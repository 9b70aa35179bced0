"""What an invoice takes for good: rows, bytes and flushes, on both databases, from submission to processed.

    python3 bench/scale.py [--nuntiq .build/release/nuntiq] [--invoices 20000] [--json]

Starts real servers on a fresh folder and a fresh PostgreSQL with defaults (fsync on), submits invoices of 1 KB by HTTP
over 32 connections, waits for the pipeline, hands all out by claim, acknowledge and result in batches of 50 over eight
connections, and then asks the databases themselves: rows and bytes of each table and index, bytes and flushes of the
write-ahead log. The plans of the hot queries are printed for PostgreSQL after ANALYZE. Rates are not what this measures.
"""

import argparse
import concurrent.futures
import http.client
import json
import os
import pathlib
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time

import rows

INVOICE = {
    "supplier_number": "S-001", "supplier_name": "Load Testing B.V.", "invoice_date": "2026-05-19", "due_date": "2026-06-18",
    "currency": "EUR", "net_amount": 1004.00, "tax_amount": 210.84, "total_amount": 1214.84, "po_number": "PO-4711",
    "payment_terms": "30 days",
    "lines": [{"line_number": n, "description": f"Consulting, part {n} of the project in May 2026", "quantity": 2,
               "unit_price": 125.50, "net_amount": 251.00, "tax_rate": 21, "product_code": f"CONS-00{n}",
               "unit_of_measure": "HUR"} for n in range(1, 5)],
    "taxes": [{"tax_name": "VAT", "tax_rate": 21, "tax_base_amount": 1004.00, "tax_amount": 210.84}],
}
HOT = {
    "claim": "SELECT token FROM invoice_state WHERE tenant = {tenant} AND handout = 'post' AND ready_at <= 9000000000000000"
             " ORDER BY ready_at, token LIMIT 50 FOR UPDATE SKIP LOCKED",
    "poll": "SELECT id FROM event WHERE tenant = {tenant} AND recorded_at > 0 AND reference_1 = 'A' AND reference_1 <> '' AND code <> ''"
            " ORDER BY recorded_at LIMIT 1000",
    "state of an invoice": "SELECT status FROM invoice_state WHERE tenant = {tenant} AND token = '\\x00'",
    "timeline": "SELECT id FROM event WHERE tenant = {tenant} AND subject = '\\x00' ORDER BY id",
    "list by state": "SELECT token FROM invoice_state WHERE tenant = {tenant} AND status = 40 ORDER BY updated_at, token LIMIT 50",
    "due work": "SELECT id FROM work WHERE tenant = {tenant} AND due_at <= 9000000000000000 ORDER BY due_at, id LIMIT 50",
}


class Server:
    def __init__(self, program, folder, url=None):
        self.port = free_port()
        self.program = program
        self.environment = {
            "PATH": os.environ["PATH"], "NUNTIQ_ENV": "development", "NUNTIQ_DATA": f"{folder}/data",
            "NUNTIQ_PORT": str(self.port), "NUNTIQ_RATE_LIMIT": "off", "NUNTIQ_LOG_LEVEL": "error",
            **({"NUNTIQ_DATABASE_URL": url} if url else {}),
        }

    def __enter__(self):
        self.process = subprocess.Popen([self.program, "serve"], env=self.environment, stdout=subprocess.DEVNULL)
        wait_until(self.answers, "the server does not answer")
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()

    def answers(self):
        try:
            socket.create_connection(("127.0.0.1", self.port), 0.2).close()
            return True
        except OSError:
            return False

    def nuntiq(self, *arguments):
        done = subprocess.run([self.program, *arguments, "--json"], env=self.environment, check=True, capture_output=True)
        return json.loads(done.stdout)


class Caller:
    def __init__(self, port, key):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.headers = {"X-API-Key": key, "Content-Type": "application/json"}

    def post(self, path, body):
        self.connection.request("POST", "/api/v1" + path, json.dumps(body), self.headers)
        answer = self.connection.getresponse()
        text = answer.read()
        if answer.status >= 300:
            sys.exit(f"{path}: {answer.status} {text[:300]!r}")
        return json.loads(text)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until(holds, otherwise, seconds=600):
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            sys.exit(otherwise)
        time.sleep(0.1)


def in_parallel(count, work):
    with concurrent.futures.ThreadPoolExecutor(count) as pool:
        return sum(pool.map(work, range(count)))


def submit(server, key, count, connections=32):
    def work(place):
        caller = Caller(server.port, key)
        for number in range(place, count, connections):
            caller.post("/partner/invoices", {"external_identifier": "SCALE-1", "invoice": {**INVOICE, "invoice_number": f"N-{number}"}})
        return 0
    in_parallel(connections, work)


def hand_out(server, key, workers=8):
    def work(_):
        caller, done = Caller(server.port, key), 0
        while True:
            leases = caller.post("/invoices/claim", {"state": "PendingIntegration", "limit": 50})["leases"]
            if not leases:
                return done
            held = [{"invoice_token": x["invoice_token"], "lease_token": x["lease_token"]} for x in leases]
            caller.post("/invoices/acknowledge", {"items": held})
            results = [{**x, "success": True, "external_id_1": "ERP-1"} for x in held]
            caller.post("/invoices/integration-results", {"items": results})
            done += len(held)
    return in_parallel(workers, work)


def walk(server, count, look):
    """Brings `count` invoices from nothing to processed, and looks before, after submission and at the end."""
    server.nuntiq("tenant", "create", "scale", "--name", "Scale")
    server.nuntiq("inbox", "add", "scale", "ap2@scale.nuntiq-receiving.com", "--external-identifier", "SCALE-1")
    server.nuntiq("partner", "create", "scale", "Globex")
    partner = server.nuntiq("key", "issue", "scale", "Globex", "--label", "erp")["api_key"]
    permissions = "INTEGRATE_INVOICES,READ_DOCS"
    user = server.nuntiq("api-user", "create", "scale", "erp", "--permissions", permissions)["api_key"]
    before = look.log()
    submit(server, partner, count)
    wait_until(lambda: look.count("SELECT count(*) FROM work WHERE kind = 'pipeline'") == 0, "the pipeline does not end")
    middle = look.log()
    done = 0
    while done < count:
        done += hand_out(server, user)
        if look.count("SELECT count(*) FROM invoice_state WHERE status = 90") == 0:
            break
    return done, [before, middle, look.log()]


class SQLiteLook:
    def __init__(self, folder):
        self.path = f"{folder}/data/nuntiq.sqlite"

    def query(self, sql):
        with sqlite3.connect(f"file:{self.path}?mode=ro", uri=True, timeout=30) as database:
            return database.execute(sql).fetchall()

    def count(self, sql):
        return self.query(sql)[0][0]

    def log(self):
        return None

    def tables(self):
        owners = dict(self.query("SELECT name, tbl_name FROM sqlite_schema WHERE type IN ('table', 'index')"))
        sizes = {}
        for name, size in self.query("SELECT name, sum(pgsize) FROM dbstat GROUP BY name"):
            table, kind = owners.get(name, name), "indexes" if owners.get(name, name) != name else "bytes"
            sizes.setdefault(table, {"bytes": 0, "indexes": 0})[kind] += size
        for table in sizes:
            sizes[table]["rows"] = self.count(f'SELECT count(*) FROM "{table}"')
        return sizes


class PostgresLook:
    def __init__(self, server, database):
        self.server, self.database = server, database

    def query(self, sql):
        return [line.split("|") for line in self.server.psql(self.database, sql).splitlines()]

    def count(self, sql):
        return int(self.query(sql)[0][0])

    def log(self):
        size, flushes = self.query("SELECT wal_bytes, wal_sync FROM pg_stat_wal")[0]
        return {"bytes": float(size), "flushes": float(flushes)}

    def tables(self):
        self.server.psql(self.database, "VACUUM ANALYZE")
        return {
            name: {"bytes": int(table), "indexes": int(indexes), "rows": self.count(f'SELECT count(*) FROM "{name}"')}
            for name, table, indexes in self.query(
                "SELECT relname, pg_table_size(relid), pg_indexes_size(relid) FROM pg_stat_user_tables")
        }

    def plans(self):
        tenant = self.count("SELECT id FROM tenant WHERE subdomain = 'scale'")
        explain = "EXPLAIN (COSTS OFF) "
        return {what: self.server.psql(self.database, explain + sql.format(tenant=tenant)).splitlines()
                for what, sql in HOT.items()}


def report(database, tables, count, logs):
    grown = {name: size for name, size in tables.items() if size["rows"] >= count / 2}
    per = {name: {what: round(value / count, 2) for what, value in size.items()} for name, size in sorted(grown.items())}
    total = {what: round(sum(size[what] for size in per.values()), 1) for what in ("rows", "bytes", "indexes")}
    result = {"database": database, "invoices": count, "per_invoice": per, "total": total}
    if logs[0]:
        for name, (start, end) in {"submission": logs[:2], "hand-out": logs[1:]}.items():
            result[name] = {f"log_{what}": round((end[what] - start[what]) / count, 2) for what in start}
    return result


def show(result):
    print(f"{result['database']}, {result['invoices']} invoices: for each invoice")
    for name, size in [*result["per_invoice"].items(), ("together", result["total"])]:
        print(f"  {name:16} {size['rows']:7.2f} rows {size['bytes']:8.0f} bytes {size['indexes']:8.0f} bytes of indexes")
    for what in ("submission", "hand-out"):
        if what in result:
            print(f"  {what:16} {result[what]['log_bytes']:7.0f} bytes of log, {result[what]['log_flushes']:.3f} flushes")
    for what, plan in result.get("plans", {}).items():
        print(f"  {what}:", *plan, sep="\n      ")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--nuntiq", default=rows.ROOT / ".build/release/nuntiq", type=pathlib.Path)
    parser.add_argument("--invoices", type=int, default=20_000)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    results = []
    with tempfile.TemporaryDirectory(prefix="nq-") as folder:
        look = SQLiteLook(folder)
        with Server(arguments.nuntiq, folder) as server:
            done, logs = walk(server, arguments.invoices, look)
        results.append(report("SQLite", look.tables(), done, logs))
    with tempfile.TemporaryDirectory(prefix="nq-") as folder, rows.Postgres() as postgres:
        postgres.psql("postgres", "CREATE DATABASE scale")
        look = PostgresLook(postgres, "scale")
        url = f"postgres://nuntiq@/scale?host={postgres.folder}&port={postgres.port}"
        with Server(arguments.nuntiq, folder, url) as server:
            done, logs = walk(server, arguments.invoices, look)
        result = report("PostgreSQL", look.tables(), done, logs)
        results.append({**result, "plans": look.plans()})
    if arguments.json:
        print(json.dumps(results))
    else:
        for result in results:
            show(result)


if __name__ == "__main__":
    main()
