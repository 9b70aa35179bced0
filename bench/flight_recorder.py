"""What the flight recorder costs a connector that takes invoices to an ERP.

``python3 bench/flight_recorder.py --program .build/release/nuntiq [--invoices 4000]`` starts a server of its own on SQLite
and an ERP beside it. Two loops take 10 invoices in turn, the same calls each (claim, get, look up, post, acknowledge,
result): one is recorded, one is not. Prints the median time of an invoice in each, and the ratio. The bar: at most 1.03.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urlsplit

SDK = Path(__file__).resolve().parents[1] / "sdk/python"
sys.path[:0] = [str(SDK), str(Path(__file__).resolve().parent)]

from connector_loop import submit  # noqa: E402
from lib.context import JobContext  # noqa: E402
from lib.flight import tap  # noqa: E402
from lib.flight.recorder import FlightRecorder  # noqa: E402
from lib.objects.invoice import InvoiceLoad  # noqa: E402
from tests.killer.own_server import OwnServer  # noqa: E402

BAR = 1.03
BATCH = 10


class Loop:
    """A connector with connections of its own."""

    def __init__(self, config: dict[str, str], erp: str) -> None:
        self.context = JobContext.from_config({**config, "secrets": {"erp_password": "a-password-of-the-erp"}})
        self.load = InvoiceLoad(self.context)
        self.erp = http.client.HTTPConnection(urlsplit(erp).netloc, timeout=30)
        self.seconds: list[float] = []
        self.busy: list[float] = []

    def ask_erp(self, method: str, path: str, body: object = None) -> object:
        content = None if body is None else json.dumps(body)
        self.erp.request(method, path, content, {"Content-Type": "application/json", "Authorization": "Bearer abcdefg"})
        return json.loads(self.erp.getresponse().read())

    def open(self) -> None:
        """Opens its connections, so that they are recorded or not."""
        self.context.api.get("/v1/invoices", {"limit": 1})
        self.ask_erp("GET", "/postings?reference=none")

    def round(self) -> int:
        started, cpu = time.perf_counter(), time.process_time()
        leases = self.load.claim(limit=BATCH, lease_ttl_seconds=1800)
        for lease in leases:
            invoice = self.load.get_by_token(lease.invoice_token)
            reference = f"NQ-{invoice.id}"
            self.ask_erp("GET", f"/postings?reference={reference}")
            lines = [{"text": line.get_field("description"), "net": str(line.get_decimal("netAmount"))} for line in invoice.lines]
            posted = self.ask_erp("POST", "/postings", {"reference": reference, "payload": {"lines": lines}})
            self.load.acknowledge(lease.invoice_token)
            self.load.integration_result(lease.invoice_token, success=True, external_id_1=posted["id"])  # type: ignore[index]
        if len(leases) == BATCH:
            self.seconds.append((time.perf_counter() - started) / BATCH)
            self.busy.append((time.process_time() - cpu) / BATCH)
        return len(leases)


def measure(plain: Loop, recorded: Loop, folder: str) -> None:
    recorder = FlightRecorder(f"{folder}/run.jsonl", recorded.context.logger.masker, recorded.context.logger)
    recorder.begin({"key": "bench"})
    recorded.open()
    tap.remove()  # what is open stays recorded, what is opened later is not
    plain.open()
    loops, taken = [plain, recorded], BATCH
    while taken == BATCH:
        loops.reverse()
        for loop in loops:
            taken = loop.round()
    recorder.end({"success": True}, None)
    one, other = statistics.median(plain.seconds) * 1000, statistics.median(recorded.seconds) * 1000
    pairs = statistics.median(b / a for a, b in zip(plain.seconds, recorded.seconds))
    busy = statistics.median(recorded.busy) * 1000, statistics.median(plain.busy) * 1000
    size = os.path.getsize(f"{folder}/run.jsonl") / (len(recorded.seconds) * BATCH)
    print(f"{len(plain.seconds)} rounds of {BATCH}: plain {one:.3f} ms, recorded {other:.3f} ms an invoice")
    print(f"ratio of medians {other / one:.3f}, median of the pairs {pairs:.3f}")
    print(f"the connector's processor time: recorded {busy[0]:.3f} ms, plain {busy[1]:.3f} ms; {size:.0f} bytes an invoice")
    print(f"bar {BAR}: {'holds' if pairs <= BAR else 'missed'}")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--program", help="the nuntiq to measure with; default the debug build")
    parser.add_argument("--invoices", type=int, default=4000)
    options = parser.parse_args()
    if options.program:
        os.environ["NUNTIQ_PROGRAM"] = str(Path(options.program).resolve())
    with tempfile.TemporaryDirectory() as folder:
        server = OwnServer(folder)
        server.start()
        command = [sys.executable, str(SDK / "fake_erp.py"), "--ledger", f"{folder}/ledger.jsonl"]
        erp = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        try:
            address = erp.stdout.readline().strip() if erp.stdout else ""
            config = server.tenant("bench")
            plain, recorded = Loop(config, address), Loop(config, address)
            submit(server, plain.context, options.invoices)
            measure(plain, recorded, folder)
        finally:
            erp.kill()
            server.close()


if __name__ == "__main__":
    main()
