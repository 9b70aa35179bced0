"""The ground under every page: error pages, the style sheet, the security policy."""

import harness


def test_an_unknown_address_is_a_page(site):
    page = site.page()
    answer = page.goto(site.url("/nowhere"))
    assert answer.status == 404
    assert page.locator("h1").inner_text() == "There is nothing here"
    assert "script-src 'self'" in answer.headers["content-security-policy"]
    assert page.evaluate("getComputedStyle(document.querySelector('.button')).borderRadius") == "5px"
    site.accessible(page, "error page")


def test_programs_get_json(site):
    status, headers, text = site.call("GET", "/nowhere")
    assert status == 404 and '"not_found"' in text, text


if __name__ == "__main__":
    harness.run(globals())
