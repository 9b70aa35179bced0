"""The portal in a browser: the door and its throttle, partners and their invitation, settings, the operator's pages."""

import re

import harness
from playwright.sync_api import TimeoutError


def person(site, role):
    return next(one for one in site.told["people"] if one["role"] == role)


def sign_in(site, page, role, host="acme"):
    who = person(site, role)
    page.goto(site.url("/sign-in", host))
    page.fill("#email", who["email"])
    page.fill("#password", who["password"])
    press(page, "button.primary")
    return page


def press(page, selector):
    """Presses what leads to another page, and waits for it."""
    with page.expect_navigation():
        page.click(selector)


def arrives(page, url):
    try:
        page.wait_for_url(url, timeout=3_000)
        return True
    except TimeoutError:
        return False


def glance(site, page, what):
    """Narrow and dark, wide and light: the two that differ most."""
    site.accessible(page, what, themes=("dark",), widths=(360,))
    site.accessible(page, what, themes=("light",), widths=(1440,))


def test_the_door_and_its_throttle(site):
    page = site.page(may_fail=True)
    page.goto(site.url("/partners"))
    assert page.url.endswith("/sign-in?next=%2Fpartners"), page.url
    site.accessible(page, "sign-in")
    words = []
    for _ in range(6):
        page.fill("#email", person(site, "viewer")["email"])
        page.fill("#password", "not the password")
        press(page, "button.primary")
        words.append(page.locator("#error").inner_text())
    assert words[0] == "Email and password do not match. After 4 more tries there is a wait of 5 minutes.", words
    assert words[4] == "Email and password do not match. There is a wait of 5 minutes now.", words
    assert words[5].startswith("There were too many tries. The next one is possible in 5 minutes."), words
    glance(site, page, "throttled")
    press(page, "a[href='/forgotten-password']")
    page.fill("#email", person(site, "viewer")["email"])
    press(page, "button.primary")
    assert "is on its way" in page.locator("main").inner_text()
    glance(site, page, "forgotten")


def test_a_partner_is_made_and_invited(site):
    page = sign_in(site, site.page(), "admin")
    page.goto(site.url("/partners"))
    site.accessible(page, "partners")
    press(page, "text=New partner account")
    page.fill("#name", "")
    page.evaluate("document.querySelector('#name').required = false")
    page.fill("#notify", "it@hooli.example\nnobody")
    press(page, "text=Make account")
    assert page.locator("#fault-name").inner_text() == "The name has 1 to 200 characters."
    assert "nobody" in page.locator("#fault-notify").inner_text() and "hooli" in page.input_value("#notify")
    glance(site, page, "a new account refused")
    page.fill("#name", "Hooli <b>& Sons")
    page.fill("#notify", "it@hooli.example")
    press(page, "text=Make account")
    assert page.locator("aside.drawer h2").inner_text() == "Hooli <b>& Sons"
    assert re.search(r"/partners/\d+$", page.url), page.url
    press(page, "text=Send invitation")
    assert page.locator("[role=status]").inner_text().startswith("Invitation sent.")
    assert page.locator(".timeline li").first.inner_text().startswith("Sent to it@hooli.example")
    mail = site.mails(to="it@hooli.example")[0]
    assert mail["subject"] == 'Acme Corp: API access invitation for "Hooli <b>& Sons"', mail["subject"]
    page.fill("#email", "second@hooli.example")
    press(page, "button:has-text('Add')")
    assert page.locator(".address").count() == 2
    press(page, "[aria-label='Remove second@hooli.example']")
    assert page.locator(".address").count() == 1
    site.accessible(page, "a partner account")
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(page.url)
    assert page.locator("aside.drawer").is_visible() and not page.locator("table.grid").is_visible()


def test_a_key_is_revoked_after_a_question(site):
    page = sign_in(site, site.page(), "admin")
    page.goto(site.url("/partners?q=initech"))
    press(page, "table a.strong")
    press(page, "text=Revoke…")
    dialog = page.locator("dialog[open]")
    assert dialog.locator("h2").inner_text() == "Revoke “exact”?"
    assert page.evaluate("document.activeElement.textContent") == "Keep it", "focus on the harmless one"
    glance(site, page, "the question")
    page.keyboard.press("Escape")
    page.wait_for_url(re.compile(r"/partners/\d+$"))
    press(page, "text=Revoke…")
    press(page, "text=Revoke key")
    assert "Revoked." in page.locator("[role=status]").first.inner_text()
    assert page.locator(".key-row").count() == 0


def test_keys_go_where_buttons_go(site):
    page = sign_in(site, site.page(), "admin")
    page.goto(site.url("/partners"))
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.press("?")
    assert page.input_value("[name=q]") == "?", "no keys while typing"
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    glance(site, page, "the keys")
    page.keyboard.press("Escape")
    for _ in range(5):  # a busy machine may take longer between the two keys than the page waits
        page.keyboard.press("g")
        page.keyboard.press("s")
        if page.url.endswith("/settings/inboxes") or arrives(page, "**/settings/inboxes"):
            break
    assert page.url.endswith("/settings/inboxes")


def test_settings(site):
    page = sign_in(site, site.page(), "admin")
    for path in ("inboxes", "templates", "users", "users/new", "groups", "branding", "mail"):
        page.goto(site.url(f"/settings/{path}"))
        glance(site, page, path)
    page.goto(site.url("/settings/api-users"))
    page.fill("#name", "till")
    page.check("[value=READ_DOCS]")
    press(page, "text=Make API user >> nth=-1")
    key = page.locator("#issued-key").inner_text()
    status, _, text = site.call("GET", "/api/v1/invoices?limit=1", headers={"X-API-Key": key})
    assert status == 200, text
    glance(site, page, "an issued key")
    press(page, "[aria-label='Revoke till']")
    press(page, "text=Revoke key")
    assert "Revoked." in page.locator("[role=status]").first.inner_text()
    page.goto(site.url("/settings/branding"))
    page.fill("#display", "Acme & Töchter")
    page.fill("#colour", "#8f3a1e")
    press(page, "text=Save")
    assert page.locator(".room .strong").first.inner_text() == "Acme & Töchter"
    page.fill("#display", "Acme Corp")
    press(page, "text=Save")


def test_without_scripts(site):
    page = sign_in(site, site.page(scripts=False), "admin")
    page.goto(site.url("/partners?q=widget"))
    press(page, "table a.strong")
    press(page, "text=Revoke…")
    press(page, "text=Revoke key")
    assert "Revoked." in page.locator("[role=status]").first.inner_text()
    page.set_viewport_size({"width": 390, "height": 844})
    page.click("summary[aria-label=Menu]")
    assert page.locator(".menu-sheet nav a", has_text="Settings").is_visible()
    press(page, ".menu-sheet [aria-label='Sign out']")
    assert page.url.endswith("/sign-in"), page.url


def test_light_and_dark(site):
    page = sign_in(site, site.page(), "admin")
    page.goto(site.url("/partners"))
    press(page, ".side [name=theme]")
    assert page.get_attribute("html", "data-theme") == "dark"
    press(page, ".side [name=theme]")
    assert page.get_attribute("html", "data-theme") == "light"
    press(page, ".side [name=theme]")
    assert page.get_attribute("html", "data-theme") is None


def test_the_operator(site):
    page = sign_in(site, site.page(), "operator", host="")
    assert page.url.endswith("/admin"), page.url
    for path in ("", "/tenants", "/work", "/mail", "/storage"):
        page.goto(site.url(f"/admin{path}", ""))
        glance(site, page, f"admin{path}")
    page.goto(site.url("/admin/tenants", ""))
    press(page, "text=Acme Corp")
    page.fill("#reason", "Ticket 4711")
    press(page, "button:has-text('Enter')")
    page.wait_for_url("**/partners")
    assert "as operator: Ticket 4711" in page.locator(".entered").inner_text()
    glance(site, page, "entered")
    press(page, "text=Leave")
    page.wait_for_url("**/admin")


def test_components(site):
    page = site.page()
    page.goto(site.url("/dev/components", ""))
    assert page.locator("[data-theme=dark] .button.primary").count() > 5
    site.accessible(page, "components", themes=("light",))


if __name__ == "__main__":
    harness.run(globals())
