// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/lib/masking.py by Scripts/embed-assets; change that file, not this one.
    static let libMaskingPy = #"""
        """Takes secrets out of texts, also where they were encoded."""

        from __future__ import annotations

        import base64
        import json
        import re
        from typing import Any, Iterable, Iterator
        from urllib.parse import quote, quote_plus

        #: What stands where a secret stood.
        MASK = "***"
        #: Shorter values are not masked: they would blot out ordinary words, and protect nothing.
        SECRET_CHARACTERS_MIN = 4


        class Masker:
            """Masks the secrets it knows: as they are, in base64 at any offset, URL-encoded, and escaped as in JSON."""

            def __init__(self, secrets: Any = None) -> None:
                self._spellings: set[str] = set()
                self._shortest: tuple[str, ...] = ()
                self._pattern: re.Pattern[str] | None = None
                self.add(secrets)

            def add(self, secrets: Any) -> None:
                """Learns every text in ``secrets``, which may be nested lists and dicts."""
                for secret in _texts(secrets):
                    if len(secret) >= SECRET_CHARACTERS_MIN:
                        self._spellings.update(_spellings(secret))
                longest_first = sorted(self._spellings, key=len, reverse=True)
                self._shortest = _without_longer(longest_first)
                self._pattern = re.compile("|".join(map(re.escape, longest_first))) if longest_first else None

            def mask(self, text: str) -> str:
                """``text`` without secrets."""
                pattern = self._pattern
                # To look for each spelling is many times cheaper than to try them all at every letter.
                if pattern is None or not any(spelling in text for spelling in self._shortest):
                    return text
                return pattern.sub(MASK, text)

            def mask_all(self, value: Any) -> Any:
                """``value`` with every text in it masked, keys included."""
                if isinstance(value, str):
                    return self.mask(value)
                if isinstance(value, dict):
                    return {self.mask_all(key): self.mask_all(part) for key, part in value.items()}
                if isinstance(value, (list, tuple)):
                    return [self.mask_all(part) for part in value]
                return value


        def _without_longer(longest_first: list[str]) -> tuple[str, ...]:
            """Those in which no other one is."""
            found: list[str] = []
            for spelling in reversed(longest_first):
                if not any(shorter in spelling for shorter in found):
                    found.append(spelling)
            return tuple(found)


        def _texts(value: Any) -> Iterator[str]:
            if isinstance(value, str):
                yield value
                # A private key of several lines is often logged line by line.
                yield from (line.strip() for line in value.splitlines() if len(line.strip()) >= 16)
            elif isinstance(value, bytes):
                yield from _texts(value.decode("utf-8", "replace"))
            elif isinstance(value, dict):
                yield from (text for part in value.values() for text in _texts(part))
            elif isinstance(value, (list, tuple, set, frozenset)):
                yield from (text for part in value for text in _texts(part))
            elif isinstance(value, (int, float)) and not isinstance(value, bool):
                yield str(value)


        def _spellings(secret: str) -> Iterable[str]:
            escaped = [json.dumps(secret)[1:-1], json.dumps(secret, ensure_ascii=False)[1:-1], repr(secret)[1:-1]]
            percent = [quote(secret, safe=""), quote(secret), quote_plus(secret)]
            spellings = {secret, *escaped, *percent, *_base64(secret)}
            spellings.update(text.replace("/", "\\/") for text in escaped)
            # Hexadecimal digits of percent and \\u escapes are written in both cases.
            spellings.update([_lower_hex(text) for text in percent] + [_upper_hex(text) for text in escaped])
            return {text for text in spellings if len(text) >= SECRET_CHARACTERS_MIN}


        def _base64(secret: str) -> Iterator[str]:
            """The secret's part of a longer text in base64: after 0, 1 and 2 other bytes its digits differ."""
            content = secret.encode("utf-8", "surrogatepass")
            for before in range(3):
                encoded = base64.b64encode(b"\0" * before + content).decode().rstrip("=")
                start = (0, 2, 3)[before]
                # The last digit also depends on what follows, unless the text ends on a boundary.
                end = len(encoded) if (before + len(content)) % 3 == 0 else len(encoded) - 1
                part = encoded[start:end]
                if len(part) >= SECRET_CHARACTERS_MIN:
                    yield part
                    yield part.replace("+", "-").replace("/", "_")


        def _lower_hex(text: str) -> str:
            return re.sub("%[0-9A-F]{2}", lambda found: found.group().lower(), text)


        def _upper_hex(text: str) -> str:
            return re.sub(r"\\u[0-9a-f]{4}", lambda found: "\\u" + found.group()[2:].upper(), text)

        """#
}
