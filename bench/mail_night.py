"""How long an invitation takes while ten thousand reminders of one night wait, over a real SMTP server.

    .venv/bin/python bench/mail_night.py .build/release/nuntiq [--accounts 5]

Makes an installation of its own with five accounts, their keys and their addresses, moves the clock to a week before the keys
end, runs the maintenance, and presses Send invitation again and again while the reminders go out. Prints how long each
invitation took from the press to the mail server, and how fast the reminders left.
"""

import argparse
import json
import os
import pathlib
import socket
import subprocess
import tempfile
import time

from aiosmtpd.controller import Controller
from portal_pages import Server, signed_in

PORT = 18_980
KEYS, ADDRESSES = 100, 20  # the most that an account has


class Sink:
    def __init__(self):
        self.times = []
        self.invited = {}

    async def handle_DATA(self, server, session, envelope):
        now = time.monotonic()
        address = envelope.rcpt_tos[0]
        if address.startswith("invited"):
            self.invited[address] = now
        else:
            self.times.append(now)
        return "250 OK"


def serve(program, environment, *arguments):
    process = subprocess.Popen([program, "serve", *arguments], env=environment, stdout=subprocess.DEVNULL)
    for _ in range(600):
        try:
            socket.create_connection(("127.0.0.1", PORT), timeout=1).close()
            return process
        except OSError:
            time.sleep(0.1)
    raise SystemExit("the server does not start")


def add(admin, partner, email):
    path = f"/partners/{partner}"
    answer = admin.form(f"{path}/addresses", path, {"email": email}, "acme.localhost")
    assert answer.status == 303, answer.status


def prepare(program, environment, data, accounts):
    """Keys before addresses, so that nobody is told of each key."""
    server = serve(program, environment, "--demo")
    try:
        demo = json.loads((data / "demo.json").read_text())
        admin, caller = signed_in(PORT, demo, "admin", "acme.localhost"), Server(PORT, demo)
        for account in range(accounts):
            name = f"Night {account}"
            made = admin.form("/partners", "/partners/new", {"name": name, "notify": ""}, "acme.localhost")
            first = subprocess.run([program, "key", "issue", "acme", name, "--label", "first", "--json"],
                                   env=environment, capture_output=True, text=True, check=True)
            key = json.loads(first.stdout)["api_key"]
            for number in range(KEYS - 1):
                caller.api("POST", "/partner/account/keys", {"label": f"night {number}"}, key)
            partner = made.headers["Location"].split("?")[0].rsplit("/", 1)[1]
            for number in range(ADDRESSES):
                add(admin, partner, f"night{account}-{number}@globex.example")
        return demo
    finally:
        server.terminate()
        server.wait()


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("program")
    options.add_argument("--accounts", type=int, default=5, help="each has 100 keys and 20 addresses")
    chosen = options.parse_args()
    program = str(pathlib.Path(chosen.program).resolve())
    sink = Sink()
    controller = Controller(sink, hostname="127.0.0.1", port=18_925)
    with tempfile.TemporaryDirectory() as folder:
        data = pathlib.Path(folder)
        environment = {**os.environ, "NUNTIQ_ENV": "development", "NUNTIQ_DATA": folder, "NUNTIQ_PORT": str(PORT),
                       "NUNTIQ_PASSWORD_COST": "4", "NUNTIQ_LOG_LEVEL": "error", "NUNTIQ_RATE_LIMIT": "off"}
        demo = prepare(program, environment, data, chosen.accounts)
        controller.start()
        environment |= {"NUNTIQ_SMTP_URL": "smtp://127.0.0.1:18925", "NUNTIQ_CLOCK_OFFSET": "83d"}
        server = serve(program, environment)
        admin = signed_in(PORT, demo, "admin", "acme.localhost")
        begin = time.monotonic()
        subprocess.run([program, "maintenance", "run", "--json"], env=environment, check=True, capture_output=True)
        print(f"the night's reminders queued in {time.monotonic() - begin:.1f} s")
        waits = []
        for number in range(10):
            email = f"invited{number}@example.com"
            made = admin.form("/partners", "/partners/new", {"name": f"New {number}", "notify": email},
                              "acme.localhost")
            path = made.headers["Location"].split("?")[0]
            pressed = time.monotonic()
            admin.form(f"{path}/invite", path, {}, "acme.localhost")
            while email not in sink.invited and time.monotonic() - pressed < 120:
                time.sleep(0.005)
            waits.append(sink.invited.get(email, float("inf")) - pressed)
            print(f"invitation {number}: {waits[-1] * 1000:.0f} ms, {len(sink.times)} reminders sent before", flush=True)
        rate = len(sink.times) / (sink.times[-1] - sink.times[0]) if len(sink.times) > 1 else 0
        waits.sort()
        print(f"median {waits[5] * 1000:.0f} ms, slowest {waits[-1] * 1000:.0f} ms; {rate:.0f} reminders a second")
        while time.monotonic() - begin < 600 and (not sink.times or time.monotonic() - sink.times[-1] < 20):
            time.sleep(1)
        print(f"{len(sink.times)} reminders in {sink.times[-1] - sink.times[0]:.0f} s")
        server.terminate()
        server.wait()
        controller.stop()


if __name__ == "__main__":
    main()
