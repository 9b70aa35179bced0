"""What every browser test shares: one Chromium, the accessibility rules, calls beside the browser, a report.

A script defines functions `test_…(site)` and ends with `harness.run(globals())`. It is given one JSON object: `port`,
and whatever the Swift test that starts it wants to tell. A console error or a breach of the page's security policy
fails the test in which it happens.
"""

import json
import sys
import time
import traceback
import urllib.error
import urllib.request

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

WIDTHS = (360, 1440)
THEMES = ("light", "dark")
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
COLOUR_RULES = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}


class Site:
    """A running server and a browser for it."""

    def __init__(self, told, browser):
        self.told = told
        self.port = told["port"]
        self.browser = browser
        self.contexts = []
        self.complaints = []

    def url(self, path, host="acme"):
        return f"http://{host + '.' if host else ''}localhost:{self.port}{path}"

    def page(self, scripts=True, theme="light", width=1440, height=900, may_fail=False):
        """A page in a browser window of its own, without anyone's cookies."""
        context = self.browser.new_context(
            java_script_enabled=scripts, color_scheme=theme, viewport={"width": width, "height": height}
        )
        context.set_default_timeout(15_000)
        self.contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))
        if not may_fail:
            page.on("console", lambda line: self.note(page, line))
        return page

    def note(self, page, line):
        # a page that answers 4xx is a page like any other; Chromium tells of it as an error
        if line.type == "error" and "Failed to load resource" not in line.text:
            self.complaints.append(f"{page.url}: {line.text}")

    def accessible(self, page, what, themes=THEMES, widths=WIDTHS):
        """Holds the page against axe in both themes, narrow and wide, and against scrolling sideways.

        Themes differ in their colours alone, so the rules that see no colour are held once per width.
        """
        size = page.viewport_size
        if not page.evaluate("'axe' in window"):
            page.evaluate(Axe().axe_script)
        for theme in themes:
            rules = RULES if theme == themes[0] else COLOUR_RULES
            for width in widths:
                page.emulate_media(color_scheme=theme, reduced_motion="reduce")
                page.set_viewport_size({"width": width, "height": size["height"]})
                found = page.evaluate("rules => axe.run(rules).then(told => told.violations)", rules)
                told = [
                    f"{rule['id']}: {node['html'][:160]} {node.get('failureSummary', '')[:200]}"
                    for rule in found
                    for node in rule["nodes"]
                ]
                assert not told, f"{what}, {theme}, {width} px: " + "\n".join(told)
                wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
                assert wide <= 0, f"{what}, {theme}: at {width} px the page is {wide} px too wide"
        page.set_viewport_size(size)

    def call(self, method, path, body=None, host="", headers=None):
        """A call beside the browser; answers status, headers and text."""
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", method=method)
        request.add_header("Host", f"{host + '.' if host else ''}localhost:{self.port}")
        if body is not None:
            request.data = json.dumps(body).encode()
            request.add_header("Content-Type", "application/json")
        for name, value in (headers or {}).items():
            request.add_header(name, value)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.status, answer.headers, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.headers, error.read().decode()

    def pause(self):
        """A tenth of a second, for what a worker does meanwhile."""
        time.sleep(0.1)

    def mails(self, to=None):
        """The captured mails, newest first."""
        messages = json.loads(self.call("GET", "/dev/mail.json")[2])["messages"]
        return [mail for mail in messages if to is None or to in json.dumps(mail["to"])]


def run(names):
    """Runs every `test_…` of a script in its order and tells which failed."""
    told = json.loads(sys.argv[1])
    tests = [(name, test) for name, test in names.items() if name.startswith("test_")]
    failed = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium-headless-shell",
            args=["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
        )
        for name, test in tests:
            site = Site(told, browser)
            try:
                test(site)
                assert not site.complaints, "the browser complained: " + "\n".join(site.complaints)
                print(f"ok {name}")
            except Exception:
                failed += 1
                print(f"FAILED {name}\n{traceback.format_exc()}")
            for context in site.contexts:
                context.close()
        browser.close()
    sys.exit(1 if failed or not tests else 0)
