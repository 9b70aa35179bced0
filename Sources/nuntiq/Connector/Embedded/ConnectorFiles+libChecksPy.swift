// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/lib/checks.py by Scripts/embed-assets; change that file, not this one.
    static let libChecksPy = #"""
        """Checks of arguments, made before any request: what is out of range is a ``ValueError`` that says what is in."""

        from __future__ import annotations

        from datetime import datetime
        from typing import Iterable, Mapping
        from uuid import UUID

        _CROCKFORD = {sign: place for place, sign in enumerate("0123456789ABCDEFGHJKMNPQRSTVWXYZ")}


        def whole(name: str, value: object, low: int, high: int) -> int:
            """``value`` as an integer within ``low`` and ``high``."""
            if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
                raise ValueError(f"{name} must be an integer from {low} to {high}, not {value!r}.")
            return value


        def text(name: str, value: object, limit: int = 255) -> str:
            """``value`` as a text that says something, of at most ``limit`` characters."""
            if not isinstance(value, str) or not value.strip():
                raise ValueError(f"{name} must be a text that is not empty, not {value!r}.")
            if len(value) > limit:
                raise ValueError(f"{name} must have at most {limit} characters, not {len(value)}.")
            return value


        def optional_text(name: str, value: object, limit: int = 255) -> str | None:
            """``None``, or a text as ``text`` checks it."""
            return None if value is None else text(name, value, limit)


        def short_text(name: str, value: object, limit: int) -> str | None:
            """``None``, or any text, also an empty one, of at most ``limit`` characters."""
            if value is None:
                return None
            if not isinstance(value, str) or len(value) > limit:
                raise ValueError(f"{name} must be a text of at most {limit} characters.")
            return value


        def one_of(name: str, value: object, allowed: Iterable[str]) -> str:
            """``value``, which must be one of the words ``allowed``."""
            words = list(allowed)
            if value not in words:
                raise ValueError(f"{name} must be one of {', '.join(words)}, not {value!r}.")
            return str(value)


        def token(name: str, value: object) -> str:
            """``value`` as a token in its usual form: a UUID in lower case, also from its 26 characters of base 32."""
            if isinstance(value, UUID):
                return str(value)
            if isinstance(value, str) and len(value) in (26, 36):
                try:
                    return str(UUID(value) if len(value) == 36 else _from_base_32(value))
                except (KeyError, ValueError):
                    pass
            raise ValueError(f"{name} must be a UUID, not {value!r}.")


        def _from_base_32(text: str) -> UUID:
            number = 0
            for sign in text.upper():
                number = number * 32 + _CROCKFORD[sign]
            return UUID(int=number)


        def idempotency_key(value: object) -> str | None:
            """``None``, or 1 to 255 visible ASCII characters."""
            if value is None:
                return None
            if not isinstance(value, str) or not 1 <= len(value) <= 255 or not all("!" <= sign <= "~" for sign in value):
                raise ValueError("idempotency_key must be 1 to 255 visible ASCII characters.")
            return value


        def references(given: Mapping[int, str] | Mapping[str, str] | None, required: bool = False) -> dict[str, str]:
            """References by their number, 1 to 5, as the API names them: ``{1: 'A'}`` → ``{'ext_reference_1': 'A'}``."""
            found: dict[str, str] = {}
            for number, value in (given or {}).items():
                if isinstance(number, bool) or str(number) not in ("1", "2", "3", "4", "5"):
                    raise ValueError(f"ext_references are numbered 1 to 5, not {number!r}.")
                if value is not None:
                    # An empty reference would match everything that the caller means to leave out.
                    found[f"ext_reference_{number}"] = text(f"ext_reference_{number}", value)
            if required and not found:
                raise ValueError("ext_references must name at least one reference, such as {1: 'CUSTOMER-A'}.")
            return found


        def moment(name: str, value: object) -> str:
            """A time as the API takes it, from a ``datetime`` or an ISO 8601 text."""
            if isinstance(value, datetime):
                return value.isoformat()
            return text(name, value, 64)

        """#
}
