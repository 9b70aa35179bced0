"""Interrupts workers at every step of their push loop, lets others take over, and counts what the ERP got."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path
from typing import Any, Callable, Iterable, NamedTuple

from fake_erp import FakeERP
from lib.context import JobContext
from lib.objects.invoice import InvoiceLoad
from tests.killer.cutting_proxy import CuttingProxy
from tests.killer.own_server import OwnServer
from tests.live.server import import_invoice

_ROOT = Path(__file__).resolve().parents[4]
#: What runs a connector of each SDK, and sends itself a signal: ``COMMAND CONFIG [SIGNAL LINE]``.
WORKERS = {
    "python": [sys.executable, str(Path(__file__).with_name("worker.py"))],
    "swift": [os.environ.get("NUNTIQ_KILLER_WORKER") or str(_ROOT / ".build/debug/killer-worker")],
}
#: Longer than the push (2 s) and the time until the ERP shows it (1 s), by the worker's own clock.
PAUSE_SECONDS = 3.5
_WORKER_SECONDS_MAX = 120
_ROUNDS_MAX = 12


class Tally(NamedTuple):
    """What a run did and left."""

    sdk: str
    kind: str
    invoices: int
    killed: int
    paused: int
    answers_dropped: int
    postings: int
    doubled: int
    lost: int
    in_doubt: int
    wrong_ids: int


class KillerRun:
    """One kind of ERP: ``refuses`` a reference it has, ``looks_up`` only, or ``blind``: neither."""

    def __init__(
        self, kind: str, server: OwnServer, folder: str, seed: int, answers_dropped: float = 0.0, sdk: str = "python"
    ) -> None:
        self.kind = kind
        self.sdk = sdk
        #: What the connector does wrong on purpose.
        self.defect: str | None = None
        self.server = server
        self.ledger = Path(folder, f"ledger-{sdk}-{kind}-{seed}.jsonl")
        known = "refuse" if kind == "refuses" else "accept"
        self.erp = FakeERP(str(self.ledger), known, shown_after=0.5, faults=0.15, seed=seed)
        threading.Thread(target=self.erp.serve_forever, args=(0.05,), daemon=True).start()
        self.config = server.tenant(f"{sdk}-{kind.replace('_', '-')}-{seed}")
        self.proxy = CuttingProxy(self.config["api_url"], answers_dropped, seed)
        self.context = JobContext.from_config(self.config, "killer")
        self.killed = 0
        self.paused = 0
        self.invoices: list[str] = []
        self._folder = folder
        # Workers start side by side: each has a file of its own.
        self._starts = count(1)

    def run(
        self,
        lines_to_kill: Iterable[int],
        lines_to_pause: Iterable[int],
        is_server_killed: bool = False,
        interlude: Callable[[], None] | None = None,
    ) -> Tally:
        """The whole story; ``interlude`` happens while invoices are leased. Its outcome."""
        kills, pauses = list(lines_to_kill), list(lines_to_pause)
        with ThreadPoolExecutor(4) as several:
            self.invoices += several.map(lambda _: import_invoice(self.context, {}), range(len(kills) + len(pauses)))
            self.killed = sum(several.map(lambda line: self._interrupt("SIGKILL", line), kills))
        stopped = [self.start({"limit": 1, "once": True}, "SIGSTOP", line) for line in pauses]
        self.paused = sum([_wait_until_stopped(process) for process in stopped])
        if interlude:
            interlude()
        if is_server_killed:
            self.server.kill()
            self.server.start()
        # Without anybody paused only the ERP must have time to show what it has.
        time.sleep(PAUSE_SECONDS if stopped else 0.6)
        self.server.advance(120)
        self._take_over(stopped)
        for _ in range(_ROUNDS_MAX):
            if self._is_settled():
                break
            time.sleep(1.5)
            self.server.advance(20 * 60)
            self._take_over([])
        self._take_over([])  # once more: nothing changes
        return self._tally()

    def count_lines(self) -> int:
        """The lines of the push loop for one invoice without faults."""
        self.invoices.append(import_invoice(self.context, {}))
        faults, self.erp.faults = self.erp.faults, 0.0
        _, errors = self.start({"limit": 1, "once": True}).communicate(timeout=_WORKER_SECONDS_MAX)
        self.erp.faults = faults
        return int(errors.rsplit("lines: ", 1)[1])

    def start(self, params: dict[str, Any], signal_name: str = "SIGKILL", line: int = 0) -> subprocess.Popen[str]:
        """Starts a worker, which sends itself a signal at ``line``."""
        config = {
            **self.config,
            "api_url": self.proxy.url,
            "job_params": {**params, **({"defect": self.defect} if self.defect else {})},
            "config": {"erp_url": self.erp.url, "erp_kind": self.kind},
        }
        path = Path(self._folder, f"config-{self.ledger.stem}-{next(self._starts)}.json")
        path.write_text(json.dumps(config), encoding="utf-8")
        command = [*WORKERS[self.sdk], str(path), signal_name, str(line)]
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def close(self) -> None:
        """Ends the ERP and the proxy."""
        self.context.close()
        for each in (self.erp, self.proxy):
            each.shutdown()
            each.server_close()

    def _interrupt(self, signal_name: str, line: int) -> bool:
        process = self.start({"limit": 1, "once": True}, signal_name, line)
        process.communicate(timeout=_WORKER_SECONDS_MAX)
        return process.returncode == -signal.SIGKILL

    def _take_over(self, stopped: list[subprocess.Popen[str]]) -> None:
        """Two workers do what there is, while those that were paused go on as if nothing had happened."""
        workers = [self.start({"limit": 5}) for _ in range(2)]
        time.sleep(0.3)
        for process in stopped:
            if process.poll() is None:
                os.kill(process.pid, signal.SIGCONT)
        for process in [*stopped, *workers]:
            _, errors = process.communicate(timeout=_WORKER_SECONDS_MAX)
            if process.returncode not in (0, 1):
                raise AssertionError(f"A worker ended with {process.returncode}: {errors}")
            if process in workers and process.returncode:
                sys.stderr.write(errors)

    def _statuses(self) -> dict[str, int]:
        return {record["invoice_token"]: record["status"] for record in InvoiceLoad(self.context).list_all()}

    def _is_settled(self) -> bool:
        final = {95, 100} if self.kind == "blind" else {100}
        return all(self._statuses()[token] in final for token in self.invoices)

    def _tally(self) -> Tally:
        entries = [json.loads(line) for line in self.ledger.read_text(encoding="utf-8").splitlines()]
        posted = Counter(entry["reference"] for entry in entries)
        first = {entry["reference"]: entry["id"] for entry in reversed(entries)}
        statuses = self._statuses()
        references = {token: f"NQ-{token}" for token in self.invoices}
        done = [token for token in self.invoices if statuses[token] == 100]
        doubt = [token for token in self.invoices if statuses[token] == 95]
        return Tally(
            sdk=self.sdk,
            kind=self.kind,
            invoices=len(self.invoices),
            killed=self.killed,
            paused=self.paused,
            answers_dropped=self.proxy.dropped,
            postings=len(entries),
            doubled=sum(count > 1 for count in posted.values()),
            lost=len(self.invoices) - len(done) - len(doubt) + sum(references[token] not in posted for token in done),
            in_doubt=len(doubt),
            wrong_ids=sum(self._reported(token) != first.get(references[token]) for token in done),
        )

    def _reported(self, token: str) -> Any:
        return self.context.api.get(f"/v1/invoices/{token}")["integration"].get("external_id_1")


def spread(lines: int, count: int, offset: int = 0) -> list[int]:
    """``count`` lines of 1 to ``lines``, evenly spread."""
    return [1 + (offset + place * lines // count) % lines for place in range(count)]


def _wait_until_stopped(process: subprocess.Popen[str]) -> bool:
    """Whether it stopped itself, rather than came to its end."""
    end = time.monotonic() + _WORKER_SECONDS_MAX
    while process.poll() is None and time.monotonic() < end:
        state = Path(f"/proc/{process.pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0]
        if state == "T":
            return True
        time.sleep(0.02)
    return False
