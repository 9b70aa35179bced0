// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/lib/dry/fields.py by Scripts/embed-assets; change that file, not this one.
    static let libDryFieldsPy = #"""
        """What a body says, field by field."""

        from __future__ import annotations

        import json
        from decimal import Decimal
        from typing import Any, Iterator
        from urllib.parse import parse_qsl
        from xml.etree import ElementTree

        from ..flight.messages import Headers, header

        _TEXT_CHARACTERS_MAX = 2_000
        Fields = list[tuple[str, Any]]


        def fields_of_body(body: bytes, headers: Headers) -> Fields:
            """Paths and values of JSON, a form or XML; else the text as it is, or how long it is."""
            kind = header(headers, "content-type").lower()
            try:
                text = body.decode("utf-8")
            except UnicodeDecodeError:
                return [("(body)", f"{len(body)} bytes of {kind or 'an unknown kind'}")]
            try:
                # Some send JSON and say that it is a form.
                return list(fields_of(json.loads(text, parse_float=Decimal)))
            except ValueError:
                pass
            if "form-urlencoded" in kind:
                return list(parse_qsl(text, keep_blank_values=True))
            if text.lstrip().startswith("<") and "<!DOCTYPE" not in text[:2000].upper():
                try:
                    return list(_elements(ElementTree.fromstring(text), ""))
                except ElementTree.ParseError:
                    pass
            return [("(body)", text[:_TEXT_CHARACTERS_MAX])] if text else []


        def fields_of(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
            """The leaves of a value of JSON."""
            if isinstance(value, dict) and value:
                for name, part in value.items():
                    yield from fields_of(part, f"{path}.{name}" if path else str(name))
            elif isinstance(value, (list, tuple)) and value:
                for place, part in enumerate(value):
                    yield from fields_of(part, f"{path}[{place}]")
            else:
                yield path or "(value)", value


        def _elements(element: ElementTree.Element, path: str) -> Iterator[tuple[str, Any]]:
            name = element.tag.rsplit("}", 1)[-1]
            path = f"{path}/{name}" if path else name
            for key, value in element.attrib.items():
                yield f"{path}@{key.rsplit('}', 1)[-1]}", value
            children = list(element)
            if not children or (element.text or "").strip():
                yield path, (element.text or "").strip()
            counts: dict[str, int] = {}
            for child in children:
                counts[child.tag] = counts.get(child.tag, 0) + 1
            seen: dict[str, int] = {}
            for child in children:
                seen[child.tag] = seen.get(child.tag, 0) + 1
                for below, value in _elements(child, path):
                    number = f"[{seen[child.tag]}]" if counts[child.tag] > 1 else ""
                    local = child.tag.rsplit("}", 1)[-1]
                    yield below.replace(f"{path}/{local}", f"{path}/{local}{number}", 1), value

        """#
}
