// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/lib/objects/records.py by Scripts/embed-assets; change that file, not this one.
    static let libObjectsRecordsPy = #"""
        """Read-only objects over what the API sent: typed attributes, and the exact numbers beside them."""

        from __future__ import annotations

        from decimal import Decimal, InvalidOperation
        from typing import Any, Mapping

        from ..wire import as_documented


        class Record:
            """A part of an answer. ``raw`` is exact: numbers with a fraction in it are ``Decimal``."""

            __slots__ = ("raw",)

            raw: Mapping[str, Any]

            def __init__(self, raw: Mapping[str, Any]) -> None:
                object.__setattr__(self, "raw", raw)

            def __setattr__(self, name: str, value: object) -> None:
                raise AttributeError(f"{type(self).__name__} is read-only.")

            def __eq__(self, other: object) -> bool:
                return type(self) is type(other) and isinstance(other, Record) and self.raw == other.raw

            __hash__ = None  # type: ignore[assignment]

            def __repr__(self) -> str:
                return f"{type(self).__name__}({dict(self.raw)!r})"

            def get_decimal(self, key: str, default: Decimal | None = None) -> Decimal | None:
                """The exact number called ``key``. Raises ``ValueError`` for a value that is no number."""
                return decimal_of(key, self.raw.get(key), default)

            def _text(self, key: str) -> str | None:
                value = self.raw.get(key)
                return None if value is None else str(value)

            def _number(self, key: str) -> float | int | None:
                """As documented: an ``int`` or a ``float``, ``None`` where it is absent."""
                number: float | int | None = as_documented(self.raw.get(key))
                return number


        def decimal_of(key: str, value: Any, default: Decimal | None) -> Decimal | None:
            """An exact number from what was read exactly."""
            if value is None:
                return default
            if isinstance(value, Decimal):
                return value
            if isinstance(value, int) and not isinstance(value, bool):
                return Decimal(value)
            if isinstance(value, str):
                try:
                    number = Decimal(value)
                except InvalidOperation:
                    number = Decimal("NaN")
                if number.is_finite():
                    return number
            raise ValueError(f"{key} is no number: {value!r}.")

        """#
}
