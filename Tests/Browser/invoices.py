"""One invoice from the list to its timeline, by mouse, by keyboard alone, and without scripts."""

import harness

PASSWORD = "seven green bottles"


def enter(site, scripts=True):
    """Signs the clerk in, in a window of its own."""
    page = site.page(scripts=scripts)
    page.goto(site.url("/sign-in"))
    page.fill("input[name=email]", site.told["email"])
    page.fill("input[type=password]", PASSWORD)
    page.locator("form button").last.click()
    page.wait_for_url("**/invoices*")
    return page


def test_first_password(site):
    page = site.page()
    page.goto(site.told["link"].replace(":8080", f":{site.port}"))
    for field in page.locator("input[type=password]").all():
        field.fill(PASSWORD)
    page.locator("form button").last.click()
    page.wait_for_url("**/invoices*")


def test_from_list_to_timeline_by_keyboard(site):
    page = enter(site)
    page.goto(site.url("/invoices?state=all"))
    site.accessible(page, "invoices")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert page.locator("tr.at").count() == 1
    page.keyboard.press("x")
    assert page.locator("[data-count]").inner_text() == "1 selected"
    page.keyboard.press("Escape")
    assert page.locator("[data-count]").inner_text() == "Nothing selected"
    page.keyboard.press("/")
    page.keyboard.type("GS-2026")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=GS-2026*")
    page.keyboard.press("j")
    number = page.locator("tr.at .c-number").inner_text()
    page.keyboard.press("Enter")
    page.wait_for_url("**/invoices/*-*")
    assert number in page.locator(".invoice-head").inner_text()
    assert "Received" in page.locator("#timeline").inner_text()
    site.accessible(page, "invoice")
    page.keyboard.press("h")
    page.wait_for_url("**ask=hold")
    site.accessible(page, "question", widths=(360,))
    page.fill("#reason", "Bank data <b>changed</b>")
    page.get_by_role("button", name="Hold", exact=True).click()
    page.wait_for_selector(".toast")
    assert "On hold" in page.locator(".line1").inner_text()
    assert "Bank data <b>changed</b>" in page.locator("#timeline").inner_text()
    page.keyboard.press("u")
    page.wait_for_url("**state=hold*")
    assert number in page.locator("table").inner_text()


def test_without_scripts(site):
    page = enter(site, scripts=False)
    page.goto(site.url("/invoices?state=hold"))
    page.locator("input[name=token]").first.check()
    page.get_by_role("button", name="Release").click()
    assert "Released 1." in page.locator(".told").inner_text()
    page.goto(site.url("/invoices?state=all&q=zzzz"))
    assert "No invoice has" in page.locator(".empty h2").inner_text()


def test_nothing_found(site):
    page = enter(site)
    page.goto(site.url("/invoices?state=all&q=zzzz"))
    site.accessible(page, "nothing found", themes=("dark",), widths=(360,))


def test_filter_stands_in_the_address(site):
    page = enter(site)
    page.keyboard.press("f")
    page.fill("#f-due-before", "2030-01-01")
    page.fill("#f-amount-from", "1")
    site.accessible(page, "filter", themes=("light",))
    page.locator(".menu-sheet.form.two button").click()
    page.wait_for_url("**due_before=2030-01-01*")
    assert page.locator(".chip").count() == 2
    page.locator(".chip a").first.click()
    page.wait_for_url("**amount_from=1*")
    assert "due_before=2" not in page.url


if __name__ == "__main__":
    harness.run(globals())
