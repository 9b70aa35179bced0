// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/lib/objects/pages.py by Scripts/embed-assets; change that file, not this one.
    static let libObjectsPagesPy = #"""
        """Lists that arrive page by page, when they are asked for."""

        from __future__ import annotations

        from typing import TYPE_CHECKING, Any, Iterator, Mapping

        if TYPE_CHECKING:
            from ..api_client import ApiClient


        def invoice_pages(api: ApiClient, params: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
            """By cursor: changes meanwhile neither skip nor repeat an invoice."""
            cursor: str | None = ""
            while cursor is not None:
                page = api.get("/v1/invoices", {**params, "cursor": cursor})
                yield from page["items"]
                cursor = page.get("next_cursor")


        def message_pages(api: ApiClient, params: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
            """By cursor, to the last message there is now."""
            cursor: str | None = None
            while True:
                page = api.get_invoice_lifecycle_messages_since({**params, "cursor": cursor})
                yield from page["messages"]
                cursor = page.get("next_cursor")
                if not cursor:
                    return


        def numbered_pages(
            api: ApiClient, path: str, filters: Mapping[str, Any], page_size: int
        ) -> Iterator[Mapping[str, Any]]:
            """By page number, as master data is listed."""
            page = 1
            while True:
                items = api.call("GET", path, params={**filters, "page": page, "limit": page_size}, exact=True)["items"]
                yield from items
                if len(items) < page_size:
                    return
                page += 1

        """#
}
