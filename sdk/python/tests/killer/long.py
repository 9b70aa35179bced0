"""The long form of the killer test: hundreds of interruptions on both databases, as a table for the docs.

``python3 -m tests.killer.long [--kills 30] [--pauses 8] [--sdks python,swift] [--databases sqlite,postgres] [--seed 1]``
in ``sdk/python``, or ``bench/killer``, which builds what it needs. The server is killed and started again in the middle of
each run; on PostgreSQL the database is too.
"""

from __future__ import annotations

import argparse
import itertools
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.killer.harness import KillerRun, Tally, spread
from tests.killer.own_server import OwnServer

KINDS = ("refuses", "looks_up", "blind")
_POSTGRES = Path(__file__).resolve().parents[4] / "Tests/Scripts/postgres-server.sh"
_HEAD = "| SDK | database | ERP | invoices | killed | paused | answers dropped | postings | doubled | lost | in doubt (95) |"


class Postgres:
    """A PostgreSQL of the run's own."""

    def __init__(self) -> None:
        self.folder = tempfile.mkdtemp(prefix="nuntiq-pg-")
        self._do("start", str(os.getpid()))

    def new_database(self, name: str) -> str:
        """The address of an empty database, by its socket."""
        self._do("sql", f"CREATE DATABASE {name}")
        return f"postgres://nuntiq@/{name}?host={self.folder}"

    def restart(self) -> None:
        """Ends it as a crash would, and starts it again."""
        self._do("restart")

    def _do(self, *arguments: str) -> None:
        subprocess.run([str(_POSTGRES), self.folder, *arguments], check=True, stdout=subprocess.DEVNULL)


def run(sdk: str, database: str, kind: str, options: argparse.Namespace, postgres: Postgres | None) -> Tally:
    """One kind of ERP on one database, pushed to by connectors of one SDK."""
    with tempfile.TemporaryDirectory(prefix="nuntiq-killer-") as folder:
        server = OwnServer(folder, postgres.new_database(f"{sdk}_{kind}") if postgres else None)
        server.start()
        killer = KillerRun(kind, server, folder, options.seed, answers_dropped=0.05, sdk=sdk)
        try:
            lines = killer.count_lines()
            kills, pauses = spread(lines, options.kills, options.seed), spread(lines, options.pauses, options.seed + 1)
            interlude = postgres.restart if postgres else None
            return killer.run(kills, pauses, is_server_killed=True, interlude=interlude)
        finally:
            killer.close()
            server.close()


def main() -> int:
    """The command; 1 when a promise was broken."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--kills", type=int, default=30)
    parser.add_argument("--pauses", type=int, default=8)
    parser.add_argument("--sdks", default="python,swift")
    parser.add_argument("--databases", default="sqlite,postgres")
    parser.add_argument("--seed", type=int, default=random.randrange(10_000))
    options = parser.parse_args()
    print(f"seed {options.seed}\n\n{_HEAD}\n|---|---|---|---|---|---|---|---|---|---|---|", flush=True)
    tallies = []
    for database in options.databases.split(","):
        postgres = Postgres() if database == "postgres" else None
        for sdk, kind in itertools.product(options.sdks.split(","), KINDS):
            tally = run(sdk, database, kind, options, postgres)
            tallies.append(tally)
            figures: tuple[int, ...] = (
                tally.invoices,
                tally.killed,
                tally.paused,
                tally.answers_dropped,
                tally.postings,
            )
            figures += (tally.doubled, tally.lost, tally.in_doubt)
            print(f"| {sdk} | {database} | {kind} | " + " | ".join(map(str, figures)) + " |", flush=True)
    interrupted = sum(tally.killed + tally.paused for tally in tallies)
    print(f"\n{interrupted} interruptions, {sum(tally.answers_dropped for tally in tallies)} answers dropped")
    return 1 if any(tally.doubled or tally.lost or tally.wrong_ids for tally in tallies) else 0


if __name__ == "__main__":
    sys.exit(main())
