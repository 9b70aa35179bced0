import HTTPTypes
import NuntiqModel

/// The head of the reference: what holds for every call.
struct ReferenceStart {
    let api: APIAddress

    var html: HTML {
        .all([
            .element(
                "section", ["id": "start", "class": "start", "aria-labelledby": "start-h"],
                .element("h1", ["id": "start-h"], "Nuntiq API"), words, facts, key),
            errors,
        ])
    }

    private var words: HTML {
        .element(
            "div", ["class": "told"],
            paragraph(
                """
                Suppliers' systems submit invoices by the partner API; connectors and the customer's own systems take \
                them on by the customer API. Both speak JSON in UTF-8.
                """),
            paragraph(
                """
                Amounts are exact decimals and come back as they were sent. Instants are UTC with microseconds, dates \
                are `YYYY-MM-DD`. Wherever a token is taken, its 26 characters in Crockford's base 32 are taken too. \
                In a body `null` is the same as nothing; members that a call does not know are left aside.
                """),
            .element(
                "p", [:], .prose("Programs read the same from "),
                .element("a", ["href": "\(api.root)/openapi.json"], "the OpenAPI 3.1 document"),
                .prose(", which `nuntiq openapi` prints too.")))
    }

    private var facts: HTML {
        .element(
            "dl", ["class": "facts"],
            fact("Address", .element("code", [:], HTML(api.url))),
            fact("Key", .prose("The header `X-API-Key`: a partner account's key, or an API user's with permissions.")),
            fact("Repeat", .prose("Where a call takes an `Idempotency-Key`, sending it again gives the first answer.")),
            fact("Trace", .prose("Every answer has an `X-Request-Id`; send your own to find it in the logs.")),
            fact("Rate", .prose("`429` with `Retry-After`; `RateLimit` tells what is left.")))
    }

    private var key: HTML {
        .element(
            "form", ["class": "key", "id": "key-form", "hidden": ""],
            .element("label", ["for": "key"], "Your key, to try calls on this server"),
            .element(
                "input",
                [
                    "id": "key", "type": "password", "autocomplete": "off", "spellcheck": "false",
                    "placeholder": "sk_…", "aria-describedby": "key-hint",
                ]),
            .element(
                "p", ["class": "hint", "id": "key-hint"],
                "It stays in the memory of this page: nothing is stored, and it goes to this server only."))
    }

    private var errors: HTML {
        let codes = ErrorStatus.statuses.filter { !ErrorCatalogue.words($0.key).isEmpty }
        let rows = codes.sorted { ($0.value.code, $0.key) < ($1.value.code, $1.key) }.map { code, status in
            HTML.element(
                "tr", [:], .element("td", ["class": "r"], HTML(String(status.code))),
                .element("td", [:], .element("code", [:], HTML(code))),
                .element("td", [:], .prose(ErrorCatalogue.words(code))))
        }
        return .element(
            "section", ["id": "errors", "class": "errors", "aria-labelledby": "errors-h"],
            .element("h2", ["id": "errors-h"], "Errors"),
            .element(
                "div", ["class": "told"],
                paragraph(
                    """
                    Every error has one form. `error` is a stable code for programs, `message` says what is wrong and \
                    what to do about it, `details` names every field at fault at once, by the path as it was sent.
                    """)),
            .element(
                "pre", ["class": "code", "tabindex": "0", "aria-label": "An error"],
                .element("code", [:], HTML(Self.example))),
            .element(
                "div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": "Codes"],
                .element(
                    "table", ["class": "grid"],
                    .element(
                        "thead", [:],
                        .element(
                            "tr", [:], .element("th", ["class": "r", "scope": "col"], "Status"),
                            .element("th", ["scope": "col"], "Code"), .element("th", ["scope": "col"], "What it means"))
                    ),
                    .element("tbody", [:], rows))))
    }

    private func paragraph(_ text: String) -> HTML {
        .element("p", [:], .prose(text))
    }

    private func fact(_ name: HTML, _ value: HTML) -> HTML {
        .element("div", [:], .element("dt", [:], name), .element("dd", [:], value))
    }

    private static let example = """
        {
          "success": false,
          "message": "limit: Expected a whole number from 1 to 50.",
          "error": "validation_failed",
          "details": [
            { "field": "limit", "message": "Expected a whole number from 1 to 50." }
          ],
          "request_id": "8e07843b4d1e5f509bf3"
        }
        """
}
