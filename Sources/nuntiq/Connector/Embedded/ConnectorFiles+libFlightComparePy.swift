// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/lib/flight/compare.py by Scripts/embed-assets; change that file, not this one.
    static let libFlightComparePy = #"""
        """Whether a replayed run asks what the recorded one asked: ids that are made up and the time of day do not count."""

        from __future__ import annotations

        import json
        import re
        from datetime import datetime, timezone
        from decimal import Decimal
        from typing import Any, Callable
        from urllib.parse import parse_qsl, urlsplit

        from ..masking import MASK

        _UUID = re.compile(r"[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}", re.IGNORECASE)
        _MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?")
        _EPOCH = re.compile(r"(?<!\d)\d{10}(?:\d{3})?(?:\.\d+)?(?!\d)")
        _BOUNDARY = re.compile(r"--[0-9A-Za-z'()+_,./:=?-]{8,70}")
        # In base64 the digits beside a secret depend on it.
        _CUT = re.compile(r"[A-Za-z0-9+/_-]{0,2}\*\*\*[A-Za-z0-9+/_-]{0,2}={0,2}")
        _HOURS = 3600.0
        _SHOWN = 120


        class Comparison:
            """Compares with what was recorded between two moments (``started``, ``ended``, seconds of the epoch)."""

            def __init__(self, started: float, ended: float, is_known: Callable[[str], bool]) -> None:
                self._from, self._to = started - 2, ended + 2
                # Ids that the answers brought are no ids of the connector's making.
                self._is_known = is_known

            def difference_of_calls(self, expected: dict[str, Any], got: dict[str, Any]) -> str | None:
                """Where two calls ``{method, url, body}`` differ first; ``None`` when they do not."""
                for name in ("method", "url", "body"):
                    one, other = _opened(name, expected[name]), _opened(name, got[name])
                    found = self.difference(one, other, name)
                    if found:
                        return found
                return None

            def difference(self, expected: Any, got: Any, place: str) -> str | None:
                """Where two values of JSON differ first, in words."""
                if isinstance(expected, dict) and isinstance(got, dict):
                    for key in [*expected, *(key for key in got if key not in expected)]:
                        if key not in got:
                            return f"{place}.{key}: expected {_shown(expected[key])}, and it is missing"
                        if key not in expected:
                            return f"{place}.{key}: not expected, got {_shown(got[key])}"
                        found = self.difference(expected[key], got[key], f"{place}.{key}")
                        if found:
                            return found
                    return None
                if isinstance(expected, list) and isinstance(got, list) and len(expected) == len(got):
                    pairs = enumerate(zip(expected, got))
                    return next(filter(None, (self.difference(a, b, f"{place}[{at}]") for at, (a, b) in pairs)), None)
                if self._is_same(expected, got):
                    return None
                return f"{place}: expected {_shown(expected)}, got {_shown(got)}"

            def _is_same(self, expected: Any, got: Any) -> bool:
                if expected == got and isinstance(expected, bool) == isinstance(got, bool):
                    return True
                if isinstance(expected, str) and isinstance(got, str):
                    return self._settled(expected) == self._settled(got)
                if any(isinstance(each, bool) or not isinstance(each, (int, float, Decimal)) for each in (expected, got)):
                    return False
                return self._is_now(float(expected)) and self._is_now(float(got))

            def _settled(self, text: str) -> str:
                """The text without what is another each time."""
                text = _CUT.sub(MASK, text)
                text = _UUID.sub(lambda found: found.group() if self._is_known(found.group()) else "<id>", text)
                text = _MOMENT.sub(lambda found: "<now>" if self._is_moment_now(found.group()) else found.group(), text)
                return _EPOCH.sub(lambda found: "<now>" if self._is_now(float(found.group())) else found.group(), text)

            def _is_now(self, number: float) -> bool:
                seconds = number / 1000 if number > 1e11 else number
                return self._from <= seconds <= self._to

            def _is_moment_now(self, text: str) -> bool:
                normal = text.replace(" ", "T").replace("Z", "+00:00")
                normal = re.sub(r"\.(\d{1,9})", lambda found: f".{found.group(1)[:6]:0<6}", normal)
                try:
                    moment = datetime.fromisoformat(normal)
                except ValueError:
                    return False
                if moment.tzinfo is None:
                    # Perhaps of another zone: the same minute of the hour is near enough.
                    seconds = moment.replace(tzinfo=timezone.utc).timestamp()
                    return any(self._is_now(seconds + hours * _HOURS) for hours in range(-14, 15))
                return self._is_now(moment.timestamp())


        def _opened(name: str, value: Any) -> Any:
            """A URL or body by its parts, so that what differs can be named."""
            if name == "url":
                parts = urlsplit(str(value))
                return {"address": f"{parts.scheme}://{parts.netloc}{parts.path}", "query": dict(parse_qsl(parts.query, True))}
            if name != "body" or not isinstance(value, str):
                return value
            try:
                return json.loads(value, parse_float=Decimal)
            except ValueError:
                pass
            if value.startswith("--"):
                found = _BOUNDARY.match(value)
                return value.replace(found.group()[2:], "boundary") if found else value
            return value


        def _shown(value: Any) -> str:
            text = json.dumps(value, ensure_ascii=False, default=str)
            return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"

        """#
}
