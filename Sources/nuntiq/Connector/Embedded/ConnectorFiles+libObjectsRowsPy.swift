// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/lib/objects/rows.py by Scripts/embed-assets; change that file, not this one.
    static let libObjectsRowsPy = #"""
        """Rows of master data: objects with the fields of the wire, which remember what was changed."""

        from __future__ import annotations

        from datetime import date, datetime
        from decimal import Decimal
        from typing import Any, Generic, Iterator, Mapping, TypeVar, Union, overload

        from ..wire import as_documented
        from .records import decimal_of

        Value = TypeVar("Value")
        Self = TypeVar("Self", bound="Row")


        class Field(Generic[Value]):
            """A field of a row, under its name on the wire."""

            def __init__(self, wire: str = "", is_identity: bool = False) -> None:
                self.wire = wire
                #: Sent with every change: the key, and what the API requires.
                self.is_identity = is_identity

            def __set_name__(self, owner: type, name: str) -> None:
                self.wire = self.wire or name

            @overload
            def __get__(self, row: None, owner: type) -> Field[Value]: ...
            @overload
            def __get__(self, row: Row, owner: type) -> Value | None: ...
            def __get__(self, row: Row | None, owner: type) -> Field[Value] | Value | None:
                if row is None:
                    return self
                value: Value | None = as_documented(row.raw.get(self.wire))
                return value

            def __set__(self, row: Row, value: Value | None) -> None:
                row.put(self.wire, value)


        class Text(Field[str]):
            """A text."""


        class Whole(Field[int]):
            """An integer."""


        class Truth(Field[bool]):
            """``True`` or ``False``."""


        class Number(Field[float]):
            """A number: read as ``float`` (``get_decimal`` is exact), set as ``int``, ``float`` or ``Decimal``."""

            def __set__(self, row: Row, value: Union[float, Decimal, None]) -> None:
                row.put(self.wire, value)


        class Day(Field[str]):
            """A date: read as ``YYYY-MM-DD``, set as a text or a ``date``."""

            def __set__(self, row: Row, value: Union[str, date, None]) -> None:
                row.put(self.wire, value.isoformat() if isinstance(value, date) else value)


        class Moment(Field[str]):
            """A time in ISO 8601: set as a text or a ``datetime``."""

            def __set__(self, row: Row, value: Union[str, datetime, None]) -> None:
                row.put(self.wire, value.isoformat() if isinstance(value, datetime) else value)


        class Row:
            """A row as the API has it, or a new one. A name that it does not have is an ``AttributeError``, not a lost value.

            ``raw`` is exact: numbers with a fraction are ``Decimal``.
            """

            #: The lists within it: their name on the wire, and what their rows are.
            children: Mapping[str, type[Row]] = {}

            def __init__(self, raw: Mapping[str, Any] | None = None) -> None:
                values = {name: value for name, value in (raw or {}).items() if name not in self.children}
                lists = {name: [kind(child) for child in (raw or {}).get(name) or ()] for name, kind in self.children.items()}
                for name, part in (("raw", values), ("_lists", lists), ("_changed", set()), ("_changed_lists", set())):
                    object.__setattr__(self, name, part)

            raw: dict[str, Any]
            _lists: dict[str, list[Row]]
            _changed: set[str]
            _changed_lists: set[str]

            def __setattr__(self, name: str, value: Any) -> None:
                if not isinstance(getattr(type(self), name, None), Field):
                    raise AttributeError(f"{type(self).__name__} has no field {name!r}.")
                super().__setattr__(name, value)

            def __getattr__(self, name: str) -> Any:
                # What the API says beyond the documented fields, such as ``created_at``, can be read.
                raw = self.__dict__.get("raw") or {}
                if name.startswith("_") or name not in raw:
                    raise AttributeError(f"{type(self).__name__} has no field {name!r}.")
                return as_documented(raw[name])

            def __repr__(self) -> str:
                return f"{type(self).__name__}({self.raw!r})"

            def put(self, wire: str, value: Any) -> None:
                """Sets a field by its name on the wire."""
                self.raw[wire] = value
                self._changed.add(wire)

            def get_decimal(self, name: str, default: Decimal | None = None) -> Decimal | None:
                """The exact number of a field."""
                return decimal_of(name, self.raw.get(name), default)

            def body(self) -> dict[str, Any]:
                """What is sent: the key, what is required, what was changed; a list within, whole, if anything in it was."""
                identity = {field.wire for field in self._fields() if field.is_identity and field.wire in self.raw}
                body = {name: value for name, value in self.raw.items() if name in identity or name in self._changed}
                for name, rows in self._lists.items():
                    if name in self._changed_lists or any(row.is_changed() for row in rows):
                        body[name] = [row._whole() for row in rows]
                return body

            def is_changed(self) -> bool:
                """Whether anything was set since it was read."""
                return bool(self._changed or self._changed_lists) or any(
                    row.is_changed() for rows in self._lists.values() for row in rows
                )

            def note_saved(self) -> None:
                """What was changed is what the API has."""
                self._changed.clear()
                self._changed_lists.clear()
                for rows in self._lists.values():
                    for row in rows:
                        row.note_saved()

            def _new_child(self, name: str, kind: type[Self]) -> Self:
                child = kind()
                self._lists[name].append(child)
                self._changed_lists.add(name)
                return child

            def _whole(self) -> dict[str, Any]:
                known = {field.wire for field in self._fields()}
                body = {name: value for name, value in self.raw.items() if name in known}
                body.update({name: [row._whole() for row in rows] for name, rows in self._lists.items() if rows})
                return body

            @classmethod
            def _fields(cls) -> Iterator[Field[Any]]:
                for owner in cls.__mro__:
                    yield from (field for field in vars(owner).values() if isinstance(field, Field))

        """#
}
