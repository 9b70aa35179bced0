"""Fills the demo tenant of a running server and measures every page of the portal over HTTP.

    NUNTIQ_RATE_LIMIT=off .build/release/nuntiq serve --demo --data /tmp/big &
    python3 bench/portal_pages.py --data /tmp/big [--port 8080] [--invoices 100000] [--partners 300]

A third of the invoices has a fault and waits for a person, a third is posted, the rest is ready. Each page is asked for
as a browser does (gzip, session) `--calls` times on one connection; the table has milliseconds and bytes on the wire.
With `--pid` of the server also the processor's time that it takes for a page, which other programs on a busy machine
hardly change.
"""

import argparse
import http.client
import json
import os
import pathlib
import re
import statistics
import threading
import time
import urllib.parse

THREADS = 16
WORDS = ["Consulting", "Freight", "Steel plates", "Maintenance", "Licences", "Catering", "Printing", "Cleaning"]


class Server:
    def __init__(self, port, demo):
        self.port = port
        self.demo = demo
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.cookies = {}

    def call(self, method, path, body=None, host="localhost", headers=None):
        fields = {"Host": f"{host}:{self.port}", **(headers or {})}
        try:
            self.connection.request(method, path, body, fields)
            answer = self.connection.getresponse()
        except http.client.RemoteDisconnected:  # it was idle for too long
            self.connection.close()
            self.connection.request(method, path, body, fields)
            answer = self.connection.getresponse()
        data = answer.read()
        for line in answer.headers.get_all("Set-Cookie") or []:
            name, value = line.split(";")[0].split("=", 1)
            self.cookies[name] = value
        return answer, data

    def api(self, method, path, body, key):
        answer, data = self.call(method, "/api/v1" + path, json.dumps(body), headers={
            "X-API-Key": key, "Content-Type": "application/json"})
        if answer.status >= 300:
            raise SystemExit(f"{path}: {answer.status} {data[:300]}")
        return json.loads(data)

    def page(self, path, host):
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return self.call("GET", path, host=host, headers={
            "Accept": "text/html", "Accept-Encoding": "gzip", "Cookie": cookie})

    def form(self, path, on, values, host):
        cookie = lambda: "; ".join(f"{name}={value}" for name, value in self.cookies.items())  # noqa: E731
        _, shown = self.call("GET", on, host=host, headers={"Accept": "text/html", "Cookie": cookie()})
        csrf = re.search(rb'name="csrf" value="([0-9a-f]*)"', shown)[1].decode()
        body = urllib.parse.urlencode([("csrf", csrf), *values.items()])
        return self.call("POST", path, body, host, {
            "Accept": "text/html", "Content-Type": "application/x-www-form-urlencoded", "Cookie": cookie()})[0]


def invoice(number):
    net = 100 + number % 9_900
    tax = net * 21 / 100
    gross = net + tax + (1 if number % 3 == 0 else 0)
    line = {"description": f"{WORDS[number % 8]} {number % 977}", "quantity": 1, "unit_price": net, "net_amount": net}
    return {
        "receiving_inbox": "ap@acme.nuntiq-receiving.com", "external_identifier": "ACME-001",
        "invoice": {
            "supplier_number": f"S-{number % 300:03}", "supplier_name": f"Supplier {number % 300} B.V.",
            "invoice_number": f"INV-{number}", "invoice_date": f"2026-{1 + number % 10:02}-{1 + number % 28:02}",
            "due_date": f"2026-{5 + number % 7:02}-{1 + number % 28:02}",
            "currency": ("EUR", "USD", "CHF")[number % 3 if number % 7 == 0 else 0],
            "net_amount": net, "tax_amount": round(tax, 2), "total_amount": round(gross, 2),
            "po_number": f"PO-{number % 5_000}", "lines": [line],
            "taxes": [{"tax_name": "VAT", "tax_rate": 21, "tax_base_amount": net, "tax_amount": round(tax, 2)}],
            "charges": [], "discounts": [], "addresses": [],
        },
    }


def fill(port, demo, count):
    def submit(place):
        server = Server(port, demo)
        for number in range(place, count, THREADS):
            server.api("POST", "/partner/invoices", invoice(number), demo["partner_api_key"])
    together(submit)

    def post(place):
        server = Server(port, demo)
        for _ in range(count // 3 // 50 // THREADS):
            claimed = server.api(
                "POST", "/invoices/claim", {"state": "PendingIntegration", "limit": 50}, demo["api_user_api_key"])
            results = [{"invoice_token": one["invoice_token"], "lease_token": one["lease_token"], "success": True,
                        "external_id_1": f"5100{one['invoice_token'][-6:]}"} for one in claimed["leases"]]
            if results:
                server.api("POST", "/invoices/integration-results", {"items": results}, demo["api_user_api_key"])
    together(post)


def together(work):
    threads = [threading.Thread(target=work, args=(place,)) for place in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def signed_in(port, demo, role, host):
    who = next(one for one in demo["people"] if one["role"] == role)
    server = Server(port, demo)
    answer = server.form("/sign-in", "/sign-in", {"email": who["email"], "password": who["password"]}, host)
    if answer.status != 303:
        raise SystemExit(f"signing in as {role}: {answer.status}")
    return server


def partners(server, count):
    for number in range(count):
        server.form("/partners", "/partners/new", {
            "name": f"Partner {number} " + "with a long name " * (number % 8), "notify": f"it{number}@example.com"},
            "acme.localhost")


def deep(server, path, parts):
    """The address of a page far down the list."""
    for _ in range(parts):
        _, data = server.call("GET", path, host="acme.localhost", headers={
            "Accept": "text/html", "Cookie": "; ".join(f"{k}={v}" for k, v in server.cookies.items())})
        path = re.search(rb'href="([^"]*after=[^"]*)"', data)[1].decode().replace("&amp;", "&").replace("&#38;", "&")
    return path


def pages(server):
    listed = [("to do", "/invoices")] + [
        (state, f"/invoices?state={state}") for state in (
            "all", "review", "duplicates", "approval", "ready", "posting", "doubt", "hold", "failed", "processed")]
    found = [
        ("a number", "all&q=INV-777"), ("a word of an eighth", "all&q=consult"), ("two words", "all&q=steel+976"),
        ("a word in review", "review&q=freight"), ("found nothing", "todo&q=nothingofthis"),
        ("due before", "todo&due_before=2026-06-01"), ("due, all", "all&due_before=2026-06-01"),
        ("issued", "all&date_from=2026-06-01"), ("amounts", "all&amount_from=2000"),
        ("amounts in review", "review&amount_from=9000"), ("a supplier", "all&supplier=S-007"),
        ("a currency", "all&currency=CHF"), ("what to do", "todo&todo=total"),
    ]
    listed += [(name, f"/invoices?state={query}") for name, query in found]
    listed += [("to do, page 40", deep(server, "/invoices", 39)),
               ("all, page 40", deep(server, "/invoices?state=all", 39))]
    _, shown = server.call("GET", "/invoices", host="acme.localhost", headers={
        "Accept": "text/html", "Cookie": "; ".join(f"{k}={v}" for k, v in server.cookies.items())})
    one = re.search(rb'data-href="(/invoices/[^"]*)"', shown)[1].decode()
    _, shown = server.call("GET", "/partners", host="acme.localhost", headers={
        "Accept": "text/html", "Cookie": "; ".join(f"{k}={v}" for k, v in server.cookies.items())})
    partner = re.search(rb'href="(/partners/\d+)"', shown)[1].decode()
    rooms = [
        ("one invoice", one), ("partners", "/partners"), ("partners found", "/partners?q=partner"),
        ("one partner", partner), ("new partner", "/partners/new"), ("account", "/account"),
    ] + [(f"settings, {tab}", f"/settings/{tab}") for tab in (
        "inboxes", "templates", "users", "groups", "api-users", "branding", "mail")]
    return listed + rooms


def processor(pid):
    """Milliseconds of processor time that a process has taken."""
    if not pid:
        return 0.0
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def measure(server, path, host, calls, pid):
    times, size = [], 0
    before = processor(pid)
    for _ in range(calls):
        start = time.perf_counter()
        answer, data = server.page(path, host)
        times.append((time.perf_counter() - start) * 1000)
        if answer.status != 200:
            raise SystemExit(f"{path}: {answer.status}")
        size = len(data)
    times.sort()
    taken = (processor(pid) - before) / calls
    return statistics.median(times), times[int(len(times) * 0.95)], taken, size


def show(name, figures):
    print("{:34}{:10.1f}{:10.1f}{:10.1f}{:9}".format(name, *figures), flush=True)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", required=True, type=pathlib.Path)
    options.add_argument("--port", type=int, default=8080)
    options.add_argument("--invoices", type=int, default=100_000, help="to submit; 0 measures what is there")
    options.add_argument("--partners", type=int, default=300, help="to make; 0 makes none")
    options.add_argument("--calls", type=int, default=40)
    options.add_argument("--pid", type=int, default=0)
    chosen = options.parse_args()
    demo = json.loads((chosen.data / "demo.json").read_text())
    if chosen.invoices:
        fill(chosen.port, demo, chosen.invoices)
    admin = signed_in(chosen.port, demo, "admin", "acme.localhost")
    partners(admin, chosen.partners)
    operator = signed_in(chosen.port, demo, "operator", "localhost")
    print(f"{'page':34}{'median ms':>10}{'95 % ms':>10}{'CPU ms':>10}{'bytes':>9}")
    for name, path in pages(admin):
        show(name, measure(admin, path, "acme.localhost", chosen.calls, chosen.pid))
    for tab in ("", "/tenants", "/work", "/mail", "/storage"):
        show(f"admin{tab}", measure(operator, "/admin" + tab, "localhost", chosen.calls, chosen.pid))


if __name__ == "__main__":
    main()
