"""What the Python SDK adds to a connector's loop: claim → get → acknowledge → result.

``python3 bench/connector_loop.py --program .build/release/nuntiq [--invoices 1000]`` starts a server of its own on SQLite
and lets two loops take 50 invoices in turn: the SDK's, and a bare one on one kept connection of ``http.client`` that
sends the same requests. Prints the time of each, and the ratio of both. The bar: at most 1.3.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import sys
import tempfile
import time
import uuid
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "sdk/python"))

from lib.api_client import ApiClient  # noqa: E402
from lib.context import JobContext  # noqa: E402
from lib.objects.invoice import InvoiceLoad  # noqa: E402
from tests.killer.own_server import OwnServer  # noqa: E402

BAR = 1.3
BATCH = 50


def sdk_round(load: InvoiceLoad) -> int:
    leases = load.claim(limit=BATCH, lease_ttl_seconds=300)
    for lease in leases:
        invoice = load.get_by_token(lease.invoice_token)
        load.acknowledge(lease.invoice_token)
        load.integration_result(
            lease.invoice_token, success=True, external_id_1=f"E-{invoice.id}", external_message_1="POSTED"
        )
    return len(leases)


def bare_round(connection: http.client.HTTPConnection, key: str) -> int:
    def call(method: str, path: str, body: Any = None, **headers: str) -> Any:
        content = None if body is None else json.dumps(body)
        sent = {"X-API-Key": key, "Accept": "application/json", "User-Agent": "bare"}
        if content is not None:
            sent["Content-Type"] = "application/json"
        sent.update({name.replace("_", "-"): value for name, value in headers.items()})
        connection.request(method, path, content, sent)
        answer = connection.getresponse()
        body = answer.read()
        assert answer.status == 200, body
        return json.loads(body)

    wanted = {"state": "PendingIntegration", "limit": BATCH, "lease_ttl_seconds": 300}
    leases = call("POST", "/api/v1/invoices/claim", wanted, Idempotency_Key=f"claim-{uuid.uuid4()}")["leases"]
    for lease in leases:
        path = f"/api/v1/invoices/{lease['invoice_token']}"
        invoice = call("GET", path)
        call("POST", f"{path}/acknowledge", X_Lease_Token=lease["lease_token"])
        result = {"success": True, "external_id_1": f"E-{invoice['invoice']['id']}", "external_message_1": "POSTED"}
        call("POST", f"{path}/integration-result", result, X_Lease_Token=lease["lease_token"])
    return len(leases)


def submit(server: OwnServer, context: JobContext, count: int) -> None:
    """By a partner's key, as suppliers do."""
    server.command("partner", "create", "bench", "Supplier")
    issued = server.command("key", "issue", "bench", "Supplier", "--label", "bench")
    partner = ApiClient(server.api_url, api_key=issued["api_key"])
    lines = [
        {"description": f"Position {number}", "quantity": 2, "unit_price": "10.05", "product_code": f"P-{number}"}
        for number in range(4)
    ]
    for number in range(count):
        invoice = {
            "supplier_number": "S-001",
            "invoice_number": f"B-{number}",
            "invoice_date": "2026-05-19",
            "currency": "EUR",
            "lines": lines,
        }
        partner.post("/v1/partner/invoices", {"invoice": invoice}, {"Idempotency-Key": f"bench-{number}"})
    while next(InvoiceLoad(context).list_all(state="Processing"), None):
        time.sleep(0.1)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--program", help="the nuntiq to measure with; default the debug build")
    parser.add_argument("--invoices", type=int, default=1000)
    options = parser.parse_args()
    if options.program:
        os.environ["NUNTIQ_PROGRAM"] = str(Path(options.program).resolve())
    with tempfile.TemporaryDirectory() as folder:
        server = OwnServer(folder)
        server.start()
        try:
            config = server.tenant("bench")
            with JobContext.from_config(config) as context:
                submit(server, context, options.invoices)
                measure(context, server.port, config["api_key"])
        finally:
            server.close()


def measure(context: JobContext, port: int, key: str) -> None:
    load, connection = InvoiceLoad(context), http.client.HTTPConnection("127.0.0.1", port)
    rounds: dict[str, list[float]] = {"SDK": [], "bare": []}
    busy = {"SDK": 0.0, "bare": 0.0}
    taken = BATCH
    while taken == BATCH:
        for name in rounds:
            started, cpu = time.perf_counter(), time.process_time()
            taken = sdk_round(load) if name == "SDK" else bare_round(connection, key)
            if taken == BATCH:
                busy[name] += (time.process_time() - cpu) / BATCH * 1000
                rounds[name].append((time.perf_counter() - started) / BATCH * 1000)
    pairs = sorted(ours / bare for ours, bare in zip(rounds["SDK"], rounds["bare"]))
    sdk, bare = sum(rounds["SDK"]) / len(rounds["SDK"]), sum(rounds["bare"]) / len(rounds["bare"])
    print(
        f"SDK {sdk:.2f} ms, bare {bare:.2f} ms an invoice; ratio {sdk / bare:.2f}, median {pairs[len(pairs) // 2]:.2f}"
    )
    print("of that the client itself: " + ", ".join(f"{name} {busy[name] / len(rounds[name]):.2f} ms" for name in busy))
    print(f"bar {BAR}: {'holds' if sdk / bare <= BAR else 'missed'}")


if __name__ == "__main__":
    main()
