// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/lib/objects/invoice_fields.py by Scripts/embed-assets; change that file, not this one.
    static let libObjectsInvoiceFieldsPy = #"""
        """Fields of an invoice or a line: what the tenant's template captures."""

        from __future__ import annotations

        from decimal import Decimal
        from typing import Any, Iterator, Mapping, Sequence, overload

        from ..wire import as_documented
        from .records import Record, decimal_of


        class InvoiceField(Record):
            """A field of the template: ``key``, ``label``, ``value``."""

            __slots__ = ()

            @property
            def key(self) -> str:
                """Its name, in camelCase."""
                return str(self.raw.get("key", ""))

            @property
            def label(self) -> str:
                """What people call it."""
                return str(self.raw.get("label") or self.key)

            @property
            def value(self) -> Any:
                """A ``str``, ``int``, ``float``, ``bool`` or ``None``."""
                return as_documented(self.raw.get("value"))


        class InvoiceFields(Sequence[InvoiceField]):
            """Fields in the order of the template: ``fields[0]`` by place, ``fields['grossAmount']`` the value by key."""

            def __init__(self, raw: Sequence[Mapping[str, Any]]) -> None:
                self._fields = tuple(InvoiceField(field) for field in raw)
                self._by_key = {field.key: field for field in self._fields}

            def __len__(self) -> int:
                return len(self._fields)

            def __iter__(self) -> Iterator[InvoiceField]:
                return iter(self._fields)

            def __contains__(self, key: object) -> bool:
                return key in self._by_key if isinstance(key, str) else key in self._fields

            @overload
            def __getitem__(self, place: int) -> InvoiceField: ...
            @overload
            def __getitem__(self, place: slice) -> Sequence[InvoiceField]: ...
            @overload
            def __getitem__(self, place: str) -> Any: ...
            def __getitem__(self, place: int | slice | str) -> Any:
                return self._by_key[place].value if isinstance(place, str) else self._fields[place]

            def get(self, key: str, default: Any = None) -> Any:
                """The value of a field, ``default`` where it has none."""
                field = self._by_key.get(key)
                return default if field is None or field.value is None else field.value

            def get_decimal(self, key: str, default: Decimal | None = None) -> Decimal | None:
                """The exact value of a field that is a number."""
                field = self._by_key.get(key)
                return decimal_of(key, field.raw.get("value") if field else None, default)

            def __repr__(self) -> str:
                return f"InvoiceFields({ {field.key: field.value for field in self._fields}!r})"


        class WithFields(Record):
            """Something that has fields."""

            __slots__ = ("fields",)

            fields: InvoiceFields

            def __init__(self, raw: Mapping[str, Any], fields: Sequence[Mapping[str, Any]]) -> None:
                super().__init__(raw)
                object.__setattr__(self, "fields", InvoiceFields(fields))

            def get_field(self, key: str, default: Any = None) -> Any:
                """The value of a field of the template, such as ``grossAmount``; ``default`` where it has none."""
                return self.fields.get(key, default)

            def get_decimal(self, key: str, default: Decimal | None = None) -> Decimal | None:
                """The exact value of a field of the template."""
                return self.fields.get_decimal(key, default)

        """#
}
