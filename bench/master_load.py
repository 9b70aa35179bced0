"""full_load of a million suppliers in parts over HTTP: is memory flat, and do readers see the old set until the swap?

    python3 bench/master_load.py [--nuntiq .build/release/nuntiq] [--rows 1000000] [--database sqlite|postgres] [--json]

A server of its own with an empty set; a first full_load fills it, a second one replaces it while a reader asks all the
time for the count and for one supplier. Prints the rate of each load, the server's memory over each tenth of it, the
time of the last part, which swaps the sets, the slowest read, and whether any read saw anything but one of the two
sets. Then waits until the old rows are swept, still reading.
"""

import argparse
import contextlib
import http.client
import json
import os
import pathlib
import secrets
import signal
import subprocess
import tempfile
import threading
import time

from rows import Postgres

PART = 1_000


class Server:
    """`nuntiq serve` on a folder of its own, with one API user."""

    def __init__(self, nuntiq, folder, database_url):
        self.nuntiq, self.folder = nuntiq, folder
        self.environment = {"PATH": os.environ["PATH"], "NUNTIQ_ENV": "development", "NUNTIQ_DATA": folder}
        if database_url:
            self.environment["NUNTIQ_DATABASE_URL"] = database_url

    def __enter__(self):
        self.command("tenant", "create", "bench", "--name", "Bench")
        user = self.command("api-user", "create", "bench", "erp", "--permissions", "READ_DATA,POST_DATA")
        self.key = user["api_key"]
        self.port = 20_000 + os.getpid() % 20_000 + 7
        self.log = open(pathlib.Path(self.folder) / "log", "wb")
        self.process = subprocess.Popen(
            [self.nuntiq, "serve", "--port", str(self.port), "--rate-limit", "off"], env=self.environment,
            stdout=self.log, stderr=self.log)
        end = time.monotonic() + 30
        while True:
            with contextlib.suppress(OSError):
                Client(self).get("/supplier?limit=1")
                return self
            if time.monotonic() > end:
                raise SystemExit(f"The server did not start, see {self.log.name}.")
            time.sleep(0.1)

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(60)
        self.log.close()

    def command(self, *arguments):
        told = subprocess.run(
            [self.nuntiq, *arguments, "--json"], check=True, capture_output=True, text=True, env=self.environment)
        return json.loads(told.stdout)

    def memory(self):
        """Resident memory in MB."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(status.split("VmRSS:")[1].split()[0]) / 1024


class Client:
    def __init__(self, server):
        self.connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=600)
        self.headers = {"X-API-Key": server.key, "Content-Type": "application/json"}

    def call(self, method, path, body=None):
        self.connection.request(method, "/api/v1" + path, body=body, headers=self.headers)
        answer = self.connection.getresponse()
        data = json.loads(answer.read())
        if answer.status != 200:
            raise SystemExit(f"{method} {path}: {answer.status} {data}")
        return data

    def get(self, path):
        return self.call("GET", path)


def rows(part, count, name):
    """Suppliers as they come out of an ERP: a location with an address and an account each."""
    return [
        {"supplier_number": f"S-{number:08}", "supplier_name": f"{name} {number}",
         "supplier_location": [{"location_code": "HQ",
                                "supplier_address": [{"street": f"Street {number}", "city": "Delft", "country_code": "NL"}],
                                "supplier_bank_account": [{"bank_account_number": f"NL91ABNA{number:010}"}]}]}
        for number in range(part * PART, min((part + 1) * PART, count))
    ]


class Reader(threading.Thread):
    """Asks for the count and for one supplier, over and over."""

    def __init__(self, server):
        super().__init__(daemon=True)
        self.client, self.seen, self.times, self.going = Client(server), [], [], True

    def run(self):
        while self.going:
            start = time.perf_counter()
            page = self.client.get("/supplier?supplier_number=S-00000500")
            count = self.client.get("/supplier?limit=1")["count"]
            self.times.append((time.perf_counter() - start) / 2)
            sight = (page["items"][0]["supplier_name"].split()[0] if page["items"] else None, count)
            if not self.seen or self.seen[-1] != sight:
                self.seen.append(sight)
            time.sleep(0.01)

    def end(self):
        self.going = False
        self.join()
        self.times.sort()


def load(server, count, name):
    """One full_load; what it was answered, its rate, memory over its tenths and the time of the swap."""
    client, parts = Client(server), (count + PART - 1) // PART
    identifier, memory, spent = secrets.token_hex(4), [], 0.0
    for part in range(parts):
        is_last = part == parts - 1
        body = json.dumps({"data": rows(part, count, name), "full_load": True, "load_id": identifier, "part": part + 1,
                           "last": is_last})
        start = time.perf_counter()
        answer = client.call("POST", "/supplier", body)
        swap = time.perf_counter() - start
        spent += swap
        if is_last or (part + 1) % max(1, parts // 10) == 0:
            memory.append(round(server.memory()))
    return {"answer": answer, "rows_per_second": round(count / spent), "swap_ms": round(swap * 1000), "memory_mb": memory}


def measure(server, count):
    first = load(server, count, "Old")
    reader = Reader(server)
    reader.start()
    second = load(server, count, "New")
    swept = time.monotonic()
    while server.waiting() > 0:
        time.sleep(1)
    reader.end()
    time_of = lambda share: round(reader.times[int(share * (len(reader.times) - 1))] * 1000, 1)
    return {
        "first": first, "second": second, "reads": len(reader.times), "read_median_ms": time_of(0.5),
        "read_slowest_ms": time_of(1), "seen": reader.seen,
        "only_whole_sets_seen": reader.seen == [("Old", count), ("New", count)],
        "swept_seconds": round(time.monotonic() - swept), "memory_after_mb": round(server.memory()),
    }


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--nuntiq", default=".build/release/nuntiq")
    options.add_argument("--rows", type=int, default=1_000_000)
    options.add_argument("--database", choices=["sqlite", "postgres"], default="sqlite")
    options.add_argument("--json", action="store_true")
    chosen = options.parse_args()
    nuntiq = str(pathlib.Path(chosen.nuntiq).absolute())
    with contextlib.ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="nq-"))
        database = None
        if chosen.database == "postgres":
            postgres = stack.enter_context(Postgres())
            postgres.psql("postgres", "CREATE DATABASE master")
            database = postgres.url("master")
        server = stack.enter_context(Server(nuntiq, folder, database))
        waiting = "SELECT count(*) FROM master_load"  # sets that the sweep has still to remove
        if database:
            server.waiting = lambda: int(postgres.psql("master", waiting))
        else:
            server.waiting = lambda: sqlite(folder, waiting)
        result = {"database": chosen.database, "rows": chosen.rows, **measure(server, chosen.rows)}
    print(json.dumps(result) if chosen.json else json.dumps(result, indent=1))


def sqlite(folder, sql):
    import sqlite3

    path = next(pathlib.Path(folder).glob("*.sqlite*"), None) or next(pathlib.Path(folder).glob("*.db"))
    with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        return connection.execute(sql).fetchone()[0]


if __name__ == "__main__":
    main()
