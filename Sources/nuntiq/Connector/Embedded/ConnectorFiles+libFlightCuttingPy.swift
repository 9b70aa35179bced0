// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/lib/flight/cutting.py by Scripts/embed-assets; change that file, not this one.
    static let libFlightCuttingPy = #"""
        """Cuts secrets out of what is recorded: those that are known, and what is named like one."""

        from __future__ import annotations

        import base64
        import re
        from typing import Any
        from urllib.parse import unquote_plus

        from ..masking import MASK, Masker
        from .messages import Headers, header

        _SECRET_NAMES = (
            "access_token|refresh_token|id_token|lease_token|job_token|client_secret|client_assertion|api_?key|secret"
            "|passw(?:or)?d|pwd|session_?id|sessionid|csrf_?token"
        )
        #: What any of the names above has in it: cheaper to look for than all of them at every letter.
        _HINTS = (
            "access_token refresh_token id_token lease_token job_token ecret assertion pi_key pikey assw ASSW pwd PWD ession csrf"
        ).split()
        _IN_JSON = re.compile(rf'("(?:{_SECRET_NAMES})"\s*:\s*")((?:[^"\\]|\\.)*)"', re.IGNORECASE)
        _IN_FORM = re.compile(rf"((?:^|[?&])(?:{_SECRET_NAMES})=)([^&\s#]*)", re.IGNORECASE)
        _HEADER = re.compile(r"auth|token|key|secret|passw|cookie|session|signature|credential|csrf", re.IGNORECASE)
        _PLAIN_HEADERS = frozenset({"idempotency-key"})
        #: A token that an answer brings is cut wherever it comes back, if it is long enough to be one.
        _LEARNT_CHARACTERS_MIN = 12
        #: Ids of this run alone, in great number: cut by their names, not learnt.
        _NOT_LEARNT = "lease_token"
        _USER = re.compile(r"(://)[^/@\s]+@")


        class Cutter:
            """Cuts with the masker of the run, which learns the tokens that answers bring."""

            def __init__(self, masker: Masker) -> None:
                self._masker = masker
                self._is_secret: dict[str, bool] = {}

            def url(self, url: str) -> str:
                """A URL without secrets."""
                if "?" in url:
                    url = self._named(url, _IN_FORM)
                return self._masker.mask(_USER.sub(rf"\1{MASK}@", url) if "@" in url else url)

            def headers(self, headers: Headers) -> list[list[str]]:
                """Headers, those that carry secrets without their values."""
                kept = [[name, MASK if self._cuts(name) else value] for name, value in headers]
                values = "\n".join([value for _, value in kept])
                if self._masker.mask(values) == values:
                    return kept
                return [[name, self._masker.mask(value)] for name, value in kept]

            def _cuts(self, name: str) -> bool:
                known = self._is_secret.get(name)
                if known is None:
                    known = bool(_HEADER.search(name)) and name.lower() not in _PLAIN_HEADERS
                    self._is_secret[name] = known
                return known

            def body(self, body: bytes, headers: Headers) -> Any:
                """A text, or ``{"base64"}`` of what is none; ``None`` for nothing."""
                if not body:
                    return None
                try:
                    text = body.decode("utf-8")
                except UnicodeDecodeError:
                    masked = self._masker.mask(body.decode("latin-1")).encode("latin-1", "replace")
                    return {"base64": base64.b64encode(masked).decode("ascii")}
                if any(hint in text for hint in _HINTS):
                    is_form = "form-urlencoded" in header(headers, "content-type")
                    text = self._named(text, _IN_FORM if is_form else _IN_JSON)
                return self._masker.mask(text)

            def value(self, value: Any) -> Any:
                """Any value of JSON."""
                return self._masker.mask_all(value)

            def _named(self, text: str, pattern: re.Pattern[str]) -> str:
                def cut(found: re.Match[str]) -> str:
                    value = found.group(2)
                    if len(value) >= _LEARNT_CHARACTERS_MIN and _NOT_LEARNT not in found.group(1):
                        self._masker.add(unquote_plus(value) if pattern is _IN_FORM else value)
                    return found.group(1) + MASK + ('"' if pattern is _IN_JSON else "")

                return pattern.sub(cut, text)

        """#
}
