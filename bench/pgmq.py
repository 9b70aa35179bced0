"""claim(50) → acknowledge → result against pgmq's read + archive, both on one PostgreSQL and one disk.

    python3 bench/pgmq.py [--nuntiq .build/release/nuntiq] [--seconds 5] [--rounds 3] [--json]

The peer is what the extension pgmq 1.4 does for `read` and `archive`, as plain SQL: batches of ten, eight clients,
prepared statements, PostgreSQL's defaults (fsync on). Ours is `nuntiq bench claim` over HTTP with eight workers, on a
fresh database of the same server. Rounds alternate; medians are printed, and their ratio, which is what counts.
"""

import argparse
import json
import os
import secrets
import statistics
import subprocess

from rows import Postgres

SCHEMA = """
CREATE TABLE q (msg_id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY, read_ct int NOT NULL DEFAULT 0,
  enqueued_at timestamptz NOT NULL DEFAULT now(), vt timestamptz NOT NULL, message jsonb);
CREATE INDEX q_vt ON q (vt ASC);
CREATE TABLE a (msg_id bigint PRIMARY KEY, read_ct int NOT NULL, enqueued_at timestamptz NOT NULL,
  archived_at timestamptz NOT NULL DEFAULT now(), vt timestamptz NOT NULL, message jsonb);
CREATE INDEX a_archived ON a (archived_at);
"""
FILL = """
INSERT INTO q (vt, message) SELECT clock_timestamp() - interval '1 second',
  jsonb_build_object('invoice', i, 'number', 'INV-' || i) FROM generate_series(1, {count}) i;
ANALYZE q;
"""
CYCLE = """
WITH due AS (SELECT msg_id FROM q WHERE vt <= clock_timestamp() ORDER BY msg_id ASC LIMIT 10 FOR UPDATE SKIP LOCKED),
  taken AS (UPDATE q m SET vt = clock_timestamp() + interval '300 seconds', read_ct = read_ct + 1 FROM due
    WHERE m.msg_id = due.msg_id RETURNING m.msg_id, m.message)
  SELECT coalesce(string_agg(msg_id::text, ','), '') AS ids FROM taken \\gset
WITH gone AS (DELETE FROM q WHERE msg_id = ANY (string_to_array(:ids::text, ',')::bigint[])
    RETURNING msg_id, vt, read_ct, enqueued_at, message)
  INSERT INTO a (msg_id, vt, read_ct, enqueued_at, message)
  SELECT msg_id, vt, read_ct, enqueued_at, message FROM gone;
"""


def peer(server, seconds):
    """Messages read and archived a second; counted in the archive, so an empty read counts nothing."""
    database = "q" + secrets.token_hex(4)
    server.psql("postgres", f"CREATE DATABASE {database}")
    server.psql(database, SCHEMA + FILL.format(count=100_000 * seconds))
    server.bench(database, CYCLE, seconds)
    return int(server.psql(database, "SELECT count(*) FROM a").strip()) / seconds


def ours(server, nuntiq, seconds):
    """Invoices taken to processed a second, with batches and with single calls."""
    database = "n" + secrets.token_hex(4)
    server.psql("postgres", f"CREATE DATABASE {database}")
    told = subprocess.run(
        [nuntiq, "bench", "claim", "--seconds", str(seconds), "--invoices", str(4_000 * seconds), "--json",
         "--database-url", server.url(database)],
        check=True, capture_output=True, text=True, env={"PATH": os.environ["PATH"]})
    rates = [bench["ours"] for bench in json.loads(told.stdout)["benches"]]
    return rates[0], rates[1]


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--nuntiq", default=".build/release/nuntiq")
    options.add_argument("--seconds", type=int, default=5)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--json", action="store_true")
    chosen = options.parse_args()
    peers, batches, singles = [], [], []
    with Postgres() as server:
        for _ in range(chosen.rounds):
            peers.append(peer(server, chosen.seconds))
            batch, single = ours(server, chosen.nuntiq, chosen.seconds)
            batches.append(batch)
            singles.append(single)
    median = statistics.median
    result = {
        "what": "claim(50), acknowledge, result in batches against pgmq read(10), archive", "unit": "invoices/s",
        "ours": round(median(batches)), "peer": round(median(peers)), "single_calls": round(median(singles)),
        "ratio": round(median(batches) / median(peers), 3), "bar": 1.0, "holds": median(batches) > median(peers),
    }
    print(json.dumps(result) if chosen.json else
          "{what}\n  ours {ours} {unit}, peer {peer}, ratio {ratio}; by single calls {single_calls}".format(**result))


if __name__ == "__main__":
    main()
