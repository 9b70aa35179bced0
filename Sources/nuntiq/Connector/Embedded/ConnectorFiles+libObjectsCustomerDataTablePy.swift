// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/lib/objects/customer_data_table.py by Scripts/embed-assets; change that file, not this one.
    static let libObjectsCustomerDataTablePy = #"""
        """The tenant's own tables: twenty of them, with fields by number."""

        from __future__ import annotations

        import re
        from typing import TYPE_CHECKING, Any
        from urllib.parse import quote

        from .. import checks
        from .master_load import MasterLoad, MasterRow

        if TYPE_CHECKING:
            from ..context import JobContext

        _FIELD = re.compile(r"(text_field|number_field|date_field|field)_([1-9][0-9]?)")
        _KEY = ("source_record_id", "source_system")
        _LAST = {"text_field": 30, "number_field": 10, "date_field": 10, "field": 30}


        class CustomerDataTableRecord(MasterRow):
            """A row: ``set(name, value)`` and ``get(name)``, and ``id`` once it is stored.

            Without ``source_record_id`` every save inserts another row.
            """

            def set(self, name: str, value: Any) -> None:
                """Sets ``text_field_1…30`` (or ``field_N``), ``number_field_1…10``, ``date_field_1…10``, or a key part."""
                self.put(_known(name), value)

            def get(self, name: str, default: Any = None) -> Any:
                """The value of a field; numbers as ``float``, exact by ``get_decimal``."""
                known = _known(name)
                value = getattr(self, known) if known in self.raw else None
                return default if value is None else value

            def body(self) -> dict[str, Any]:
                """What was set, and the key."""
                key: dict[str, Any] = {name: self.raw[name] for name in _KEY if name in self.raw}
                return {**key, **super().body()}


        class CustomerDataTableLoad(MasterLoad[CustomerDataTableRecord]):
            """The rows of one table, by its number name (``customer_data_table_1``…``20``) or the name it was given."""

            item = CustomerDataTableRecord
            key_fields = _KEY

            def __init__(self, context: JobContext, table_name: str) -> None:
                super().__init__(context)
                self.path = f"/v1/customerdatatable/{quote(checks.text('table_name', table_name), safe='')}"

            def _is_repeatable(self, rows: list[CustomerDataTableRecord]) -> bool:
                # A row without its key would be inserted twice.
                return all(row.raw.get("source_record_id") for row in rows)


        def _known(name: str) -> str:
            """The name on the wire. Raises ``ValueError`` for a field that tables do not have."""
            found = _FIELD.fullmatch(name)
            if found and int(found.group(2)) <= _LAST[found.group(1)]:
                return f"text_field_{found.group(2)}" if found.group(1) == "field" else name
            if name in (*_KEY, "id"):
                return name
            raise ValueError(f"A data table has no field {name!r}.")

        """#
}
