"""The flight recorder: both sides in one file, no secret in it, and the same end without a network."""

from __future__ import annotations

import base64
import gzip
import json
import signal
import unittest
from urllib.parse import quote, quote_plus

from tests.flight_case import KEY, SECRET, FlightCase
from tests.stub_server import Answer, StubServer

BODY = """
import base64, datetime, http.client, json, time, urllib.error, urllib.request, uuid
from urllib.parse import quote, urlsplit
def run(context):
    password = context.get_secret('password')
    erp = context.get_config('erp')
    one = context.api.get('/v1/supplier', {'limit': 1})
    connection = http.client.HTTPConnection(urlsplit(erp).netloc)
    basic = base64.b64encode(('user:' + password).encode()).decode()
    body = {'password': password, 'q': 'x=' + quote(password, safe=''), 'b': basic, 'id': str(uuid.uuid4()),
            'now': datetime.datetime.now(datetime.timezone.utc).isoformat(), 'price': PRICE}
    connection.request('POST', '/login?api_key=' + quote(password), json.dumps(body), {'Authorization': 'Basic ' + basic})
    token = json.loads(connection.getresponse().read())['access_token']
    request = urllib.request.Request(erp + '/orders', headers={'X-Auth': token})
    orders = json.loads(urllib.request.urlopen(request).read())
    try:
        urllib.request.urlopen(erp + '/missing?token=' + token)
    except urllib.error.HTTPError as missing:
        status = missing.code
    try:
        connection.request('GET', '/cut')
        connection.getresponse()
        cut = None
    except (ConnectionError, http.client.HTTPException) as error:
        cut = type(error).__name__
    open(context.work_dir + '/f', 'w').close()
    return {'one': one, 'orders': orders, 'status': status, 'cut': cut is not None, 'dir': context.work_dir,
            'at': time.time()}
"""
TOKEN = "tok-0123456789-abcdef"


class Recording(FlightCase):
    def setUp(self) -> None:
        super().setUp()
        self.write(BODY.replace("PRICE", "'121.10'"))

    def record_both_sides(self) -> None:
        login = Answer(200, {"access_token": TOKEN, "token_type": "bearer"})
        orders = Answer(200, b'{"n": [1.10, "' + TOKEN.encode() + b'"]}')
        with StubServer(Answer(200, {"count": 0, "items": []})) as nuntiq:
            with StubServer(login, orders, Answer(404), Answer(0)) as erp:
                self.record(nuntiq.url, erp=erp.url)
                self.asked = len(erp.asked)

    def test_a_run_comes_to_the_same_end_without_a_server(self) -> None:
        self.record_both_sides()
        report = self.replay()
        self.assertEqual((report["same"], report["calls"], report["replayed"]), (True, 5, 5), report)
        self.assertEqual(report["result"]["orders"], {"n": [1.1, "***"]})
        self.assertEqual([each["n"] for each in self.lines("asked")], [1, 2, 3, 4, 5])
        self.assertEqual(self.recording.stat().st_mode & 0o077, 0)

    def test_no_secret_is_in_the_file_in_any_spelling(self) -> None:
        self.record_both_sides()
        text = self.recording.read_text(encoding="utf-8")
        spelt = [SECRET, quote(SECRET), quote(SECRET, safe=""), quote_plus(SECRET), json.dumps(SECRET)[1:-1]]
        spelt += [json.dumps(json.dumps(SECRET)[1:-1])[1:-1], json.dumps(SECRET, ensure_ascii=False)[1:-1], TOKEN, KEY]
        for before in ("", "x", "user:"):
            spelt.append(base64.b64encode((before + SECRET).encode()).decode().rstrip("=")[4:-4])
        for each in spelt:
            self.assertNotIn(each, text)

    def test_a_changed_connector_is_told_where_it_asks_something_else(self) -> None:
        self.record_both_sides()
        self.write(BODY.replace("PRICE", "'121.11'"))
        report = self.replay(status=1)
        self.assertTrue(report["is_connector_changed"])
        self.assertEqual(report["difference"]["call"], 2)
        self.assertEqual(report["difference"]["where"], 'body.price: expected "121.10", got "121.11"')

    def test_another_end_is_told_too(self) -> None:
        self.record_both_sides()
        self.write(BODY.replace("PRICE", "'121.10'").replace("'status': status", "'status': 200"))
        self.assertEqual(self.replay(status=1)["difference"]["where"], "result.status: expected 404, got 200")

    def test_all_that_went_over_is_there_after_a_kill(self) -> None:
        self.write(
            "import os, signal\ndef run(context):\n"
            "    context.api.get('/v1/supplier')\n    context.api.get('/v1/receipt')\n"
            "    os.kill(os.getpid(), signal.SIGKILL)"
        )
        with StubServer() as nuntiq:
            run = self.run_main("--record", str(self.recording), config={"api_url": nuntiq.url, "api_key": KEY})
        self.assertEqual(run.returncode, -signal.SIGKILL)
        self.assertEqual([each["url"].rsplit("/", 1)[1] for each in self.lines("asked")], ["supplier", "receipt"])
        self.assertEqual([each["n"] for each in self.lines("answered")], [1, 2])
        whole = self.recording.read_text(encoding="utf-8")
        self.recording.write_text(whole[: whole.rindex('"n":2,"at"')], encoding="utf-8")
        self.assertEqual(self.replay(status=1)["result"]["error"], "RecordingOver")

    def test_a_full_disk_ends_the_recording_and_never_the_run(self) -> None:
        self.write("def run(context):\n    for _ in range(50):\n        context.api.get('/v1/supplier')")
        with StubServer(*[Answer(200, {"items": []})] * 50) as nuntiq:
            run = self.run_main("--record", "/dev/full", "--json", config={"api_url": nuntiq.url, "api_key": KEY})
        self.assertEqual((run.returncode, json.loads(run.stdout)["success"]), (0, True), run.stderr)
        self.assertIn("the recording cannot be written: [Errno 28]", run.stderr)
        self.assertNotIn("Traceback", run.stderr)

    def test_a_run_goes_on_when_the_writer_is_killed(self) -> None:
        self.write(
            "import glob, os, signal\n"
            "def run(context):\n"
            "    for name in glob.glob('/proc/[0-9]*/stat'):\n"
            "        try: words = open(name).read().rsplit(')', 1)[1].split()\n"
            "        except OSError: continue  # it has ended meanwhile\n"
            "        if int(words[1]) == os.getpid(): os.kill(int(name.split('/')[2]), signal.SIGKILL)\n"
            "    for _ in range(40): context.api.get('/v1/supplier', {'limit': 1})\n"
            "    return {'done': True}\n"
        )
        with StubServer(*[Answer(200, {"items": ["x" * 200_000]}) for _ in range(40)]) as nuntiq:
            config = {"api_url": nuntiq.url, "api_key": KEY}
            run = self.run_main("--record", str(self.recording), "--json", config=config)
        self.assertEqual((run.returncode, json.loads(run.stdout)["done"]), (0, True), run.stderr)
        self.assertIn("The recording is not whole", run.stderr)

    def test_what_a_forked_process_asks_is_named_and_spoils_nothing(self) -> None:
        self.write(
            "import os\n"
            "def run(context):\n"
            "    child = os.fork()\n"
            "    for _ in range(30): context.api.get('/v1/supplier', {'limit': 1 + (child == 0)})\n"
            "    if child == 0: os._exit(0)\n"
            "    os.waitpid(child, 0)\n"
            "    return {'done': True}\n"
        )
        with StubServer(*[Answer(200, {"items": ["x" * 5_000]}) for _ in range(60)]) as nuntiq:
            self.record(nuntiq.url)
        self.assertEqual([call["url"].rsplit("=", 1)[1] for call in self.lines("asked")], ["1"] * 30)
        self.assertEqual((len(self.lines("answered")), len(self.lines("ended"))), (30, 1))
        self.assertEqual(len(self.lines("not_covered")), 1)

    def test_a_place_that_cannot_be_written_is_told_before_the_run(self) -> None:
        self.write("def run(context):\n    raise AssertionError")
        run = self.run_main("--record", "/no/such/folder/f", config={"api_url": "http://127.0.0.1:1/api", "api_key": KEY})
        self.assertEqual(run.returncode, 2)
        self.assertIn("The recording cannot be written: [Errno 2]", run.stderr)

    def test_results_of_the_connectors_own_types_are_recorded(self) -> None:
        self.write(
            "import decimal\nclass Own(str):\n    pass\n"
            "def run(context):\n    context.api.get('/v1/supplier')\n"
            "    return {'own': Own('mine'), 'sum': decimal.Decimal('1.10')}"
        )
        with StubServer(Answer(200, {"items": []})) as nuntiq:
            self.record(nuntiq.url)
        self.assertEqual(self.lines("ended")[0]["outcome"]["own"], "mine")
        self.assertTrue(self.replay()["same"])

    def test_an_error_is_an_end_too_and_refused_connections_are_recorded(self) -> None:
        self.write(
            "import http.client\ndef run(context):\n"
            "    try:\n        http.client.HTTPConnection('127.0.0.1', 9).request('GET', '/')\n"
            "    except ConnectionRefusedError as error:\n        raise ValueError(str(error.errno))"
        )
        given = {"api_url": "http://127.0.0.1:1/api", "api_key": KEY, "record": str(self.recording)}
        run = self.run_main("--json", config=given)
        self.assertEqual(json.loads(run.stdout)["error"], "ValueError", run.stderr)
        report = self.replay()
        self.assertEqual((report["same"], report["result"]["error"], report["calls"]), (True, "ValueError", 1))

    def test_what_is_no_http_is_named_and_not_replayed(self) -> None:
        self.write(
            "import socket\ndef run(context):\n"
            "    with socket.create_connection(('127.0.0.1', context.get_config('port'))):\n        return {}"
        )
        with StubServer() as nuntiq:
            port = int(nuntiq.url.split(":")[2].split("/")[0])
            self.record(nuntiq.url, port=port)
        self.assertEqual([each["what"] for each in self.lines("not_covered")], [f"127.0.0.1:{port}"])
        self.assertIn("not recorded", self.replay(status=1)["difference"]["where"])

    def test_libraries_above_http_client_are_covered(self) -> None:
        try:
            import requests  # noqa: F401
        except ImportError:
            self.skipTest("requests is not installed")
        self.write(
            "import requests\ndef run(context):\n"
            "    with requests.Session() as session:\n"
            "        made = session.post(context.get_config('erp'), json={'a': 1}, auth=('u', context.get_secret('password')))\n"
            "        return {'made': made.json(), 'again': session.get(context.get_config('erp')).status_code}"
        )
        packed = Answer(201, gzip.compress(b'{"id": 7}'), {"Content-Encoding": "gzip", "Content-Type": "application/json"})
        with StubServer() as nuntiq, StubServer(packed, Answer(204, b"")) as erp:
            self.record(nuntiq.url, erp=erp.url)
        report = self.replay()
        self.assertEqual((report["result"]["made"], report["result"]["again"]), ({"id": 7}, 204))


if __name__ == "__main__":
    unittest.main()
