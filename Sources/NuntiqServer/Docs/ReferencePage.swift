import NuntiqModel

/// The reference of both APIs as one page, made from the descriptions of the routes.
///
/// It reads without a script; the script filters, copies, and sends what one tries.
struct ReferencePage {
    private let calls: [ReferenceCall]
    private let api: APIAddress

    init(_ routes: [Route], api: APIAddress) {
        self.api = api
        let described = routes.filter { !$0.isAbsolute }.compactMap { ReferenceCall($0, api: api) }
        calls = Section.allCases.flatMap { section in described.filter { $0.section == section } }
    }

    /// The page in UTF-8.
    var html: [UInt8] {
        HTML.page(
            language: "en",
            .element(
                "head", [:],
                .element("meta", ["charset": "utf-8"]),
                .element("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
                .element("meta", ["name": "color-scheme", "content": "light dark"]),
                .element("title", [:], "Nuntiq API reference"),
                .element("link", ["rel": "stylesheet", "href": "/docs/reference.css"]),
                .element("script", ["src": "/docs/reference.js", "defer": ""])),
            .element(
                "body", ["data-root": api.root],
                .element("a", ["class": "skip", "href": "#main"], "Skip to the reference"),
                bar, side, main))
    }

    private var sections: [Section] {
        Section.allCases.filter { section in calls.contains { $0.section == section } }
    }

    private var bar: HTML {
        .element(
            "header", ["class": "bar"],
            .element("a", ["class": "brand", "href": "/docs"], Brand.mark, .element("span", [:], "API reference")),
            .element("a", ["class": "button quiet menu", "href": "#contents"], "Contents"))
    }

    private var side: HTML {
        .element(
            "nav", ["class": "side", "id": "contents", "aria-label": "Contents"],
            .element(
                "div", ["class": "find", "hidden": ""],
                .element("label", ["for": "find"], "Find a call"),
                .element(
                    "input",
                    ["id": "find", "type": "search", "autocomplete": "off", "aria-describedby": "found"]),
                .element("p", ["id": "found", "class": "hint", "role": "status"], "")),
            .element(
                "ul", ["class": "about"],
                .element("li", [:], .element("a", ["href": "#start"], "Start here")),
                .element("li", [:], .element("a", ["href": "#errors"], "Errors"))),
            .all(sections.map(contents)),
            .element(
                "p", ["class": "keys", "hidden": ""],
                .element(
                    "label", [:], .element("input", ["type": "checkbox", "id": "letters", "checked": ""]),
                    .element("span", [:], "Keys:"), .element("kbd", [:], "/"), .element("span", [:], "find,"),
                    .element("kbd", [:], "J"), .element("kbd", [:], "K"), .element("span", [:], "next, previous"))))
    }

    private func contents(_ section: Section) -> HTML {
        .element(
            "div", ["class": "group"],
            .element("h2", [:], .element("a", ["href": "#\(section.rawValue)"], HTML(section.title))),
            .element("ul", [:], calls.filter { $0.section == section }.map(\.entry)))
    }

    private var main: HTML {
        .element(
            "main", ["id": "main", "tabindex": "-1"],
            ReferenceStart(api: api).html,
            .all(
                sections.map { section in
                    .element(
                        "section",
                        ["class": "calls", "id": section.rawValue, "aria-labelledby": "\(section.rawValue)-h"],
                        .element(
                            "header", [:], .element("h2", ["id": "\(section.rawValue)-h"], HTML(section.title)),
                            .element("p", [:], HTML(section.words))),
                        .all(calls.filter { $0.section == section }.map(\.html)))
                }),
            .element("footer", ["class": "foot"], .element("p", [:], "Nuntiq, licensed under Apache-2.0.")))
    }
}

/// The mark of the house.
enum Brand {
    /// An N whose diagonal lets a dart fly off, and the word in one stroke.
    static let mark = HTML.drawing(
        """
        <svg role="img" aria-label="Nuntiq" width="100" height="20" viewBox="0 0 120 24" fill="none">\
        <path fill="currentColor" d="M2 3h5l10 13.600V10.500h5V21h-5L7 7.400V21H2z"/>\
        <path class="dart" d="M11.600 3H22v6.400h-5.700z"/>\
        <g transform="translate(34 0)"><g stroke="currentColor" stroke-width="2.3">\
        <path d="M2.200 18.500V4.200L12.800 18V3.500"/>\
        <path d="M18.200 8.500v5.600c0 2.200 1.300 3.500 3.300 3.500 2.100 0 3.600-1.500 \
        3.600-3.700V8.500M25.100 8.500v10"/>\
        <path d="M31 8.500v10M31 13.100c0-2.200 1.500-3.700 3.600-3.700 2 0 3.300 1.300 3.300 3.500v5.600"/>\
        <path d="M44.300 4.500v10.600c0 1.600.8 2.400 2.300 2.400h2M41.300 9.500h7.300"/><path d="M54 8.500v10"/>\
        <circle cx="65" cy="13.500" r="4.300"/><path d="M70.200 8.500v14.800"/></g>\
        <path class="dart" d="M51.600 2.600h5.200v4.400z"/></g></svg>
        """)
}
