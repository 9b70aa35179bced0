"""Every page of the product against axe, in light and dark, at 360 px and wide: full, empty, and with very long names.

`told.people` are those of the demo tenant and the operator, `told.newcomer` the administrator of a tenant without
anything. Other scripts follow what people do; this one leaves no page out.
"""

import re

import harness

LONG = "Donaudampfschifffahrts" + "gesellschaftskapitänswitwen" * 5 + " & Söhne <b>GmbH</b>"

PLACES = [
    "/invoices", "/invoices?state=all", "/invoices?state=processed", "/invoices?q=consult", "/partners",
    "/partners/new", "/settings/inboxes", "/settings/templates", "/settings/users", "/settings/users/new",
    "/settings/groups", "/settings/api-users", "/settings/branding", "/settings/mail", "/account",
]
OPERATOR = ["/admin", "/admin/tenants", "/admin/work", "/admin/mail", "/admin/storage", "/account"]
DOORS = ["/sign-in", "/forgotten-password", "/set-password?token=0", "/nowhere", "/supplier-access/regenerate",
         "/supplier-access/email-preferences?token=0", "/supplier-access/invoices"]
DEVELOPMENT = ["/dev/components", "/dev/mail"]


def sign_in(site, who, host="acme"):
    page = site.page()
    page.goto(site.url("/sign-in", host))
    page.fill("#email", who["email"])
    page.fill("#password", who["password"])
    with page.expect_navigation():
        page.click("button.primary")
    return page


def person(site, role):
    return next(one for one in site.told["people"] if one["role"] == role)


def hold(site, page, path, host="acme"):
    """Narrow and dark, wide and light; narrow and light differs from the first in colours alone."""
    page.goto(site.url(path, host))
    site.accessible(page, path, themes=("dark",), widths=(360,))
    site.accessible(page, path, themes=("light",), widths=(1440,))


def first(page, selector):
    """The path of the first link of that kind on the page."""
    return page.locator(selector).first.get_attribute("href")


def test_doors(site):
    page = site.page(may_fail=True)
    for path in DOORS:
        hold(site, page, path)


def test_a_tenant_with_everything(site):
    page = sign_in(site, person(site, "admin"))
    page.goto(site.url("/partners/new"))
    page.fill("#name", LONG)
    page.fill("#notify", "a" * 60 + "@" + "b" * 60 + ".example")
    page.click("text=Make account")
    page.wait_for_url(re.compile(r"/partners/\d+"))
    hold(site, page, re.sub(r"^https?://[^/]*", "", page.url))
    for path in PLACES:
        hold(site, page, path)
    page.goto(site.url("/invoices?state=all"))
    hold(site, page, first(page, "td.c-number a"))
    page.goto(site.url("/partners"))
    hold(site, page, first(page, "table a.strong"))
    page.goto(site.url("/settings/users"))
    hold(site, page, first(page, "table a"))


def test_a_tenant_with_nothing(site):
    who = site.told["newcomer"]
    page = sign_in(site, who, who["host"])
    for path in PLACES:
        hold(site, page, path, who["host"])
        assert page.locator("h1").count() == 1, path


def test_the_operator(site):
    page = sign_in(site, person(site, "operator"), host="")
    for path in OPERATOR:
        hold(site, page, path, "")
    page.goto(site.url("/admin/tenants", ""))
    hold(site, page, first(page, "table a"), "")


def test_pages_of_developers(site):
    page = site.page()
    for path in DEVELOPMENT:
        hold(site, page, path, "")


if __name__ == "__main__":
    harness.run(globals())
