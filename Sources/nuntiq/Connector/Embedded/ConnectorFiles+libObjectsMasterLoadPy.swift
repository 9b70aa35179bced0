// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/lib/objects/master_load.py by Scripts/embed-assets; change that file, not this one.
    static let libObjectsMasterLoadPy = #"""
        """What all loads of master data can do: list, search, save in chunks, replace, delete."""

        from __future__ import annotations

        import uuid
        from typing import TYPE_CHECKING, Any, Generic, Iterator, Mapping, TypeVar

        from .. import checks
        from ..errors import NotFound
        from .pages import numbered_pages
        from .rows import Row

        if TYPE_CHECKING:
            from ..context import JobContext

        #: The most rows of one request.
        CHUNK = 1000
        _PAGE = 500


        class MasterRow(Row):
            """A row that can be saved and deleted by itself."""

            _load: MasterLoad[Any]

            def bind(self, load: MasterLoad[Any]) -> None:
                """Says where it is saved."""
                object.__setattr__(self, "_load", load)

            def save(self) -> dict[str, Any]:
                """Sends what was set or changed; ``{inserted, updated, unchanged}``."""
                return self._load.save([self])

            def delete(self) -> dict[str, Any]:
                """Deletes it."""
                return self._load.delete_where(**self.key())

            def key(self) -> dict[str, Any]:
                """The fields by which the API knows it. Raises ``ValueError`` when they are not set."""
                key = {name: self.raw.get(name) for name in self._load.key_fields}
                if not key or all(value in (None, "") for value in key.values()):
                    raise ValueError(f"{', '.join(self._load.key_fields)} must be set.")
                return {name: value for name, value in key.items() if value not in (None, "")}


        Item = TypeVar("Item", bound=MasterRow)


        class MasterLoad(Generic[Item]):
            """The rows of one kind. ``new`` queues rows; nothing is sent before a save."""

            #: Where they are, what they are, and what they are known by.
            path: str
            item: type[Item]
            key_fields: tuple[str, ...]

            def __init__(self, context: JobContext) -> None:
                self._context = context
                self._api = context.api
                self._queue: list[Item] = []
                #: Said beside the rows of each request.
                self.options: dict[str, Any] = {}

            # Reading --------------------------------------------------------------------------------------------------------

            def get_all(self) -> Iterator[Item]:
                """All rows, page by page, as far as they are asked for."""
                return self._rows({})

            def get_all_list(self) -> list[Item]:
                """All rows at once."""
                return list(self.get_all())

            def search(self, **filters: Any) -> list[Item]:
                """The rows whose fields have these values."""
                return list(self._rows(filters))

            def get(self, page: int = 1, page_size: int = 50) -> dict[str, Any]:
                """One page: ``{'count', 'items'}``, where ``count`` is that of all rows."""
                params = {
                    "page": checks.whole("page", page, 1, 1_000_000),
                    "limit": checks.whole("page_size", page_size, 1, 1000),
                }
                answer = self._api.call("GET", self.path, params=params, exact=True)
                return {"count": answer["count"], "items": [self._made(raw) for raw in answer["items"]]}

            # Writing --------------------------------------------------------------------------------------------------------

            def new(self) -> Item:
                """A new row, queued for ``save_all``."""
                row = self._made({})
                self._queue.append(row)
                return row

            def save_all(self, full_load: bool = False, allow_shrink: bool = False) -> dict[str, Any]:
                """Sends what is queued, 1000 rows a request; ``{inserted, updated, unchanged}`` of all.

                With ``full_load`` the queued rows replace all that there are: as one change, also when they are more than 1000.
                Removing more than half of what is there needs ``allow_shrink``. What failed stays queued.
                """
                rows = list(self._queue)
                if full_load:
                    return self._replace(rows, allow_shrink)
                counts: dict[str, Any] = {}
                for start in range(0, len(rows), CHUNK):
                    counts = _sum(counts, self.save(rows[start : start + CHUNK]))
                return counts or _sum({}, {})

            def save(self, rows: list[Item]) -> dict[str, Any]:
                """Sends up to 1000 rows in one request, all or none."""
                answer = self._post({"data": [row.body() for row in rows]}, rows)
                self._note_saved(rows)
                return answer

            def delete_where(self, **filters: Any) -> dict[str, Any]:
                """Deletes the rows that have all of these values. Raises ``ValueError`` without one: that would be all rows."""
                return self._delete(filters, {})

            # How ------------------------------------------------------------------------------------------------------------

            def _rows(self, filters: Mapping[str, Any]) -> Iterator[Item]:
                return map(self._made, numbered_pages(self._api, self.path, filters, _PAGE))

            def _made(self, raw: Mapping[str, Any]) -> Item:
                row = self.item(raw)
                row.bind(self)
                return row

            def _replace(self, rows: list[Item], allow_shrink: bool) -> dict[str, Any]:
                """At once, or in parts that are swapped in with the last."""
                chunks = [rows[start : start + CHUNK] for start in range(0, len(rows), CHUNK)] or [[]]
                load_id = str(uuid.uuid4())
                answer: dict[str, Any] = {}
                for place, chunk in enumerate(chunks, start=1):
                    body: dict[str, Any] = {"data": [row.body() for row in chunk], "full_load": True}
                    if len(chunks) > 1:
                        body.update(load_id=load_id, part=place, last=place == len(chunks))
                    if allow_shrink:
                        body["allow_shrink"] = True
                    answer = self._post(body, chunk)
                self._note_saved(rows)
                return answer

            def _post(self, body: dict[str, Any], rows: list[Item]) -> dict[str, Any]:
                # By their keys: the same rows again change nothing.
                answer = self._api.call("POST", self.path, data={**body, **self.options}, repeatable=self._is_repeatable(rows))
                return dict(answer or {})

            def _is_repeatable(self, rows: list[Item]) -> bool:
                return True

            def _note_saved(self, rows: list[Item]) -> None:
                saved = set(map(id, rows))
                for row in rows:
                    row.note_saved()
                self._queue = [row for row in self._queue if id(row) not in saved]

            def _delete(self, filters: Mapping[str, Any], members: Mapping[str, Any]) -> dict[str, Any]:
                given = {name: value for name, value in filters.items() if value is not None}
                if not given:
                    raise ValueError("At least one filter is needed: without one everything would be deleted.")
                try:
                    answer = self._api.delete(self.path, {"parameters": [given], **members})
                except NotFound as missing:
                    if missing.attempts == 1:
                        raise
                    answer = {}  # the first try deleted it, and its answer was lost
                return dict(answer or {})


        def _sum(counts: Mapping[str, Any], more: Mapping[str, Any]) -> dict[str, Any]:
            names = ("inserted", "updated", "unchanged")
            return {**counts, **more, **{name: counts.get(name, 0) + more.get(name, 0) for name in names}}

        """#
}
