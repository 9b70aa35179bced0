// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/lib/wire.py by Scripts/embed-assets; change that file, not this one.
    static let libWirePy = #"""
        """JSON as the API speaks it: amounts are exact decimals, times are ISO 8601."""

        from __future__ import annotations

        import json
        import re
        import secrets
        from datetime import date, datetime, time
        from decimal import Decimal
        from typing import Any, Callable


        def encode(value: Any) -> bytes:
            """The JSON of ``value``; a ``Decimal`` is written as a number with the digits it has.

            Raises ``ValueError`` for NaN, infinities and lone surrogates, ``TypeError`` for what has no JSON.
            """
            mark = ""
            numbers: list[str] = []

            def plain(part: Any) -> Any:
                nonlocal mark
                if not isinstance(part, Decimal):
                    return text_of(part)
                if not part.is_finite():
                    raise ValueError(f"{part} has no JSON.")
                # A mark that data cannot contain stands where the number goes.
                mark = mark or secrets.token_hex(16)
                numbers.append(_digits(part))
                return f"{mark}{len(numbers) - 1}"

            text = json.dumps(value, default=plain, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
            if numbers:
                text = re.sub(f'"{mark}([0-9]+)"', lambda found: numbers[int(found.group(1))], text)
            return text.encode("utf-8")


        def decode(body: bytes, exact: bool = False) -> Any:
            """What ``body`` spells; ``exact`` reads numbers with a fraction as ``Decimal`` instead of ``float``."""
            number: Callable[[str], Any] = Decimal if exact else float
            return json.loads(body, parse_float=number)


        def text_of(value: Any) -> str:
            """Dates and times as the API takes them. Raises ``TypeError`` for anything else."""
            if isinstance(value, datetime):
                return value.isoformat()
            if isinstance(value, (date, time)):
                return value.isoformat()
            raise TypeError(f"{type(value).__name__} has no JSON.")


        def as_documented(value: Any) -> Any:
            """A number that was read exactly, as documented: integers ``int``, all others ``float``."""
            return float(value) if isinstance(value, Decimal) else value


        def _digits(number: Decimal) -> str:
            """The number with its own trailing zeros; without an exponent where that is not absurdly long."""
            exponent = number.as_tuple().exponent
            return format(number, "f") if isinstance(exponent, int) and abs(exponent) <= 60 else str(number)

        """#
}
