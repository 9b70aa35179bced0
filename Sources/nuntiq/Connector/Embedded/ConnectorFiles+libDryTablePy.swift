// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/lib/dry/table.py by Scripts/embed-assets; change that file, not this one.
    static let libDryTablePy = #"""
        """A dry run as people read it."""

        from __future__ import annotations

        import json
        from typing import Any, Mapping

        _COLUMNS_MAX = 40
        _FIELDS_SHOWN = 60


        def told(report: Mapping[str, Any], stopped: str | None, is_coloured: bool) -> str:
            """Every posting field by field, then what Nuntiq would be told."""
            bold, dim, end = ("\x1b[1m", "\x1b[2m", "\x1b[0m") if is_coloured else ("", "", "")
            lines: list[str] = []
            for number, posting in enumerate(report["postings"], start=1):
                name = f", {posting['reference']}" if posting["reference"] else ""
                lines.append(f"\n{bold}Posting {number}{name}{end}")
                if posting["method"]:
                    lines.append(f"  {dim}{posting['method']} {posting['url']}{end}")
                lines += _table(posting["fields"])
                lines += [f"  {posting['note']}"] if posting.get("note") else []
            writes = [call for call in report["nuntiq"] if not call["path"].endswith(_OF_LEASES)]
            if writes:
                lines.append(f"\n{bold}Nuntiq would be told{end}")
            for call in writes:
                lines.append(f"  {dim}{call['method']} {call['path']}{end}")
                lines += [f"  {line}" for line in _table(call["fields"])]
            lines.append(f"\n{bold}No write was sent.{end} {_counted(report)}")
            return "\n".join([*lines, *([stopped] if stopped else []), ""])


        _OF_LEASES = ("/claim", "/acknowledge", "/lease", "/posting-intent")


        def _counted(report: Mapping[str, Any]) -> str:
            parts = (
                (len(report["postings"]), "to the ERP held back"),
                (len(report["nuntiq"]), "to Nuntiq answered here"),
                (report["reads"], "read from Nuntiq"),
            )
            return ", ".join(f"{count} {what}" for count, what in parts) + "."


        def _table(fields: list[dict[str, Any]]) -> list[str]:
            width = min(_COLUMNS_MAX, max((len(each["field"]) for each in fields), default=0))
            lines = [f"  {each['field']:<{width}}  {_shown(each['value'])}" for each in fields[:_FIELDS_SHOWN]]
            left = len(fields) - _FIELDS_SHOWN
            return [*lines, f"  and {left} more"] if left > 0 else lines


        def _shown(value: Any) -> str:
            if isinstance(value, str):
                return "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in value)
            return json.dumps(value, default=str)

        """#
}
