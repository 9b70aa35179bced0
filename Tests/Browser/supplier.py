"""The way of a supplier: from the button in its mail to a key that submits an invoice, and everything beside it."""

import json
import re

import harness


def link(site, email):
    """The newest invitation's link of an address."""
    mail = next(mail for mail in site.mails(email) if mail["kind"] == "partner_invitation")
    return re.search(r"http://\S+/supplier-access/regenerate\?token=[0-9a-f]{48}", mail["text"]).group(0)


def code(site, email, after=0):
    """The newest code of an address, once there are more codes than `after`."""
    for _ in range(100):
        mails = [mail for mail in site.mails(email) if mail["kind"] == "partner_verification_code"]
        if len(mails) > after:
            return re.search(r"\b[0-9]{6}\b", mails[0]["text"]).group(0)
        site.pause()
    raise AssertionError("no code came")


def fresh(site, email):
    """A link that was asked for over HTTP."""
    known = len(site.mails(email))
    status, _, text = site.call(
        "POST", "/api/v1/partner/supplier-access/request", {"email": email, "subdomain": "acme"}
    )
    assert status == 200, text
    for _ in range(100):
        if len(site.mails(email)) > known:
            return link(site, email)
        site.pause()
    raise AssertionError("no link came")


def codes(site, email):
    return len([mail for mail in site.mails(email) if mail["kind"] == "partner_verification_code"])


def prove(site, page, email):
    """From an open link to the page that asks for a label."""
    known = codes(site, email)
    page.get_by_role("button", name="Send verification code").click()
    page.get_by_label("Six-digit code").wait_for()
    page.get_by_label("Six-digit code").fill(code(site, email, known))
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("heading", name="Name the key").wait_for()


def secrets(page):
    return page.locator("#api-key").inner_text(), page.locator("#rotation-secret").inner_text()


def submit(site, key):
    invoice = {
        "invoice_number": "INV-1", "invoice_date": "2026-05-19", "currency": "EUR",
        "total_amount": 1300, "supplier_number": "S-1",
        "lines": [{"description": "Consulting", "quantity": 1, "unit_price": 1234.56}],
    }
    return site.call("POST", "/api/v1/partner/invoices", {"invoice": invoice}, headers={"X-API-Key": key})


def test_from_the_mail_to_the_first_invoice(site):
    email = site.told["email"]
    url = link(site, email)
    for _ in range(5):  # a scanner that fetches the link changes nothing
        assert site.call("GET", url.split(str(site.port))[1], host="acme")[0] == 200

    page = site.page()
    answer = page.goto(url)
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert page.url == site.url("/supplier-access/regenerate"), "the token left the address bar"
    assert page.get_by_role("heading", level=1).inner_text() == f"API access for {site.told['partner']}"
    site.accessible(page, "send")
    known = codes(site, email)
    page.get_by_role("button", name="Send verification code").click()

    field = page.get_by_label("Six-digit code")
    field.wait_for()
    digits = code(site, email, known)
    another = page.get_by_role("button", name=re.compile(r"Send another code in 0:\d\d"))
    another.wait_for()
    another.click(force=True)
    wrong = "000000" if digits != "000000" else "111111"
    field.fill(wrong)
    page.get_by_role("button", name="Continue").click()
    page.get_by_text("That code is not right. 4 tries left.").wait_for()
    assert page.get_by_label("Six-digit code").input_value() == wrong, "what was typed survives"
    site.accessible(page, "code")
    assert codes(site, email) == known + 1, "a button that waits sends nothing"
    page.get_by_label("Six-digit code").fill("")
    page.get_by_label("Six-digit code").press_sequentially(f"{digits[:3]} {digits[3:]}")
    page.get_by_role("button", name="Continue").click()

    page.get_by_role("heading", name="Name the key").wait_for()
    assert page.locator("input[name=expires]:checked").get_attribute("value") == "90"
    assert "60, 30, 7, 3 and 1 days before" in page.locator("#interval-hint").inner_text()
    page.get_by_text("1 month", exact=True).click()
    assert page.locator("#interval-hint").inner_text().endswith("We remind you 7, 3 and 1 days before.")
    page.get_by_text("3 months", exact=True).click()
    site.accessible(page, "label")
    page.get_by_label("Label").fill("prod-ingest")
    page.get_by_role("button", name="Issue key").click()

    page.get_by_role("heading", name="Store these now").wait_for()
    site.accessible(page, "issued")
    key, secret = secrets(page)
    assert re.fullmatch(r"sk_[0-9A-Za-z]{28}", key) and re.fullmatch(r"rs_[0-9A-Za-z]{28}", secret)
    status, _, text = submit(site, key)
    assert status == 200, text

    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.reload()
    assert asked == ["beforeunload"], "leaving with nothing stored asks"
    page.get_by_role("heading", name="Issued; shown only once").wait_for()
    assert key not in page.content() and "prod-ingest" in page.content()
    site.accessible(page, "issued before")

    page.goto(url)
    page.get_by_role("heading", name="Issued; shown only once").wait_for()
    other = site.page()
    other.goto(url)
    other.get_by_role("heading", name="This link was used").wait_for()


def test_a_label_in_use_is_replaced_or_left(site):
    email = site.told["email"]
    page = site.page()
    page.goto(fresh(site, email))
    prove(site, page, email)
    page.get_by_label("Label").fill("PROD-ingest")
    page.get_by_text("6 months", exact=True).click()
    page.get_by_role("button", name="Issue key").click()
    page.get_by_text(re.compile("A key named “PROD-ingest” is in use until")).wait_for()
    assert page.locator("input[name=expires]:checked").get_attribute("value") == "180", "the choice survives"
    site.accessible(page, "label in use")
    page.get_by_label("Use a free label: PROD-ingest-2").check()
    page.get_by_role("button", name="Issue key").click()
    page.get_by_role("heading", name="Store these now").wait_for()
    first, _ = secrets(page)
    assert "PROD-ingest-2" in page.content()

    page.get_by_role("button", name="Download as .env").wait_for()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download as .env").click()
    lines = open(download.value.path()).read().splitlines()
    assert f"NUNTIQ_API_KEY={first}" in lines and lines[-1].startswith("NUNTIQ_ROTATION_SECRET=rs_"), lines
    assert lines[1] == f"NUNTIQ_API=http://localhost:{site.port}/api" and lines[2].startswith("NUNTIQ_KEY_ID="), lines
    page.on("dialog", lambda dialog: (site.complaints.append(f"asked: {dialog.type}"), dialog.accept()))
    page.get_by_role("link", name="I have stored both").click()
    page.get_by_role("heading", name="Issued; shown only once").wait_for()

    page = site.page()
    page.goto(fresh(site, email))
    prove(site, page, email)
    page.get_by_label("Label").fill("prod-ingest-2")
    page.get_by_role("button", name="Issue key").click()
    page.get_by_label("Replace the key of that name").check()
    page.get_by_role("button", name="Issue key").click()
    page.get_by_role("heading", name="Store these now").wait_for()
    page.get_by_text(re.compile(f"The replaced key ending in {first[-4:]} works until")).wait_for()
    for old in (first, secrets(page)[0]):
        assert submit(site, old)[0] == 200, "both keys work"
    context = page.context
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy the API key").click()
    page.get_by_role("button", name="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == secrets(page)[0]
    page.get_by_role("button", name="Copy the rotation secret").click()
    page.locator("#said", has_text="Rotation secret copied").wait_for(state="attached")
    page.goto(site.url("/supplier-access/regenerate"))  # asks nothing: both are stored


def test_five_wrong_codes_lock(site):
    email = site.told["email"]
    page = site.page(scripts=False)
    page.goto(fresh(site, email))
    known = codes(site, email)
    page.get_by_role("button", name="Send verification code").click()
    right = code(site, email, known)
    wrong = "000000" if right != "000000" else "111111"
    for left in ("4 tries", "3 tries", "2 tries", "1 try"):
        page.get_by_label("Six-digit code").fill(wrong)
        page.get_by_role("button", name="Continue").click()
        page.get_by_text(f"That code is not right. {left} left.").wait_for()
    page.get_by_label("Six-digit code").fill(wrong)
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("heading", name="Locked after five wrong codes").wait_for()
    assert page.get_by_role("button", name="Send me a fresh link").is_visible()


def test_the_whole_way_without_scripts(site):
    email = site.told["second_email"]
    page = site.page(scripts=False)
    page.goto(fresh(site, email))
    prove(site, page, email)
    assert "token" not in page.url
    page.get_by_label("Label").fill("without scripts <b>&\"'")
    page.get_by_text("Never", exact=True).click()
    page.get_by_role("button", name="Issue key").click()
    page.get_by_role("heading", name="Store these now").wait_for()
    assert page.get_by_role("button", name="Copy").count() == 0, "no button that does nothing"
    page.get_by_text("never expires").wait_for()
    assert submit(site, secrets(page)[0])[0] == 200
    page.get_by_role("link", name="I have stored both").click()
    page.get_by_role("heading", name="Issued; shown only once").wait_for()


def test_a_dead_or_missing_link_leads_to_a_fresh_one(site):
    email = site.told["email"]
    page = site.page()
    page.goto(site.url("/supplier-access/regenerate?token=" + "0" * 48))
    page.get_by_role("heading", name="This link leads nowhere").wait_for()
    page.goto(site.url("/supplier-access/regenerate"))
    page.get_by_role("heading", name="API access for suppliers").wait_for()
    site.accessible(page, "ask")
    said = []
    for address in (site.told["second_email"], "nobody@globex.example"):
        page.goto(site.url("/supplier-access/regenerate"))
        page.get_by_label("Your email address").fill(address)
        page.get_by_role("button", name="Send me a fresh link").click()
        page.get_by_role("heading", name="Look in your inbox").wait_for()
        said.append(page.locator("main").inner_text().replace(address, ""))
    assert said[0] == said[1], "known or not, the words are the same"
    site.accessible(page, "sent")
    link(site, site.told["second_email"])
    assert not site.mails("nobody@globex.example")


def test_its_own_invoices(site):
    email = site.told["email"]
    page = site.page()
    page.goto(site.url("/supplier-access/invoices"))
    page.get_by_role("heading", name="Your invoices").wait_for()
    page.goto(fresh(site, email))
    prove(site, page, email)
    page.get_by_role("link", name="See the invoices of this account").click()
    page.get_by_role("heading", name="Needs you").wait_for()
    page.get_by_text("Needs you: Gross amount is 1300").first.wait_for()
    site.accessible(page, "invoices")
    page.get_by_role("link", name="INV-1").first.click()
    page.get_by_role("heading", name="What happened").wait_for()
    page.get_by_text("Add the tax amount or the taxes.").first.wait_for()
    site.accessible(page, "invoice")


if __name__ == "__main__":
    harness.run(globals())
