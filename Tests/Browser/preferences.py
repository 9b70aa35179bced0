"""Email preferences, flipped with scripts and saved without."""

import json

import harness


def test_preferences_with_and_without_scripts(site):
    token = site.told["token"]
    for scripts in (True, False):
        page = site.page(scripts=scripts)
        page.goto(site.url(f"/supplier-access/email-preferences?token={token}"))
        switches = page.get_by_role("switch")
        assert switches.count() == 5
        states = [switches.nth(index).is_checked() for index in range(5)]
        assert states == ([True] * 5 if scripts else [False] * 4 + [True]), states
        if scripts:
            assert "token" not in page.url
            for index in range(4):
                switches.nth(index).uncheck()
            page.get_by_text("No mail about keys that were issued or exchanged.").wait_for()
            page.locator("#silent.note.warn").wait_for()
            site.accessible(page, "preferences")
            page.reload()
            assert [switches.nth(index).is_checked() for index in range(5)] == [False] * 4 + [True]
        else:
            switches.nth(0).check()
            page.get_by_role("button", name="Save").click()
            page.get_by_text("Mail about keys that expire in 60 and 30 days.").wait_for()
    status, _, text = site.call("GET", f"/api/v1/partner/supplier-access/email-preferences?token={token}")
    assert json.loads(text)["data"]["preferences"]["reminder_advance"] is True, text
    unsubscribe = f"/supplier-access/unsubscribe?token={token}&category=reminder_advance"
    assert site.call("GET", unsubscribe, host="acme")[0] == 200
    text = site.call("GET", f"/api/v1/partner/supplier-access/email-preferences?token={token}")[2]
    assert json.loads(text)["data"]["preferences"]["reminder_advance"] is True, "a GET changes nothing"
    assert site.call("POST", unsubscribe, host="acme")[0] == 200
    text = site.call("GET", f"/api/v1/partner/supplier-access/email-preferences?token={token}")[2]
    assert json.loads(text)["data"]["preferences"]["reminder_advance"] is False


if __name__ == "__main__":
    harness.run(globals())
