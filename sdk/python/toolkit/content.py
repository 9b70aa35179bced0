"""Scenarios about what invoices hold."""

from __future__ import annotations

import json
from decimal import Decimal, InvalidOperation
from typing import Any, Iterator

from .judging import judge, succeeded
from .scenario import TAKES_INVOICES, Fault, NotApplicable, scenario
from .ground import Ground as Stage
from .stage import PDF

_NAME = "Żółw & Søn «Ünïcode» 株式会社 😀 \u202ertl"
_EXACT = Decimal("1024.34")


@scenario("unicode", "Names in every script, and long ones", TAKES_INVOICES)
def unicode_and_long(stage: Stage) -> list[Fault]:
    texts: dict[str, Any] = {"supplier_name": _NAME + " x" * 60, "number_prefix": "№-Ł" + "9" * 40 + "-"}
    lines = [{"description": _NAME + " y" * 500, "quantity": 2, "unit_price": Decimal("60.55")}]
    seeded = stage.seed(1, lines=lines, total_amount=Decimal("121.10"), **texts)
    run = stage.run()
    faults = succeeded(run, "Write UTF-8 wherever text leaves; do not cut or encode it to something smaller.")
    if not faults and stage.profile.posts and not any(_says(each.body, seeded[0].number) for each in stage.erp.entries):
        what = "The ERP got the invoice's number with other letters than Nuntiq has."
        return [Fault(what, "Send JSON in UTF-8, or what your ERP documents; never errors='replace' or 'ignore'.")]
    return faults or judge(stage, seeded)


@scenario("field-missing", "Nothing but what an invoice must have", TAKES_INVOICES)
def field_missing(stage: Stage) -> list[Fault]:
    seeded = stage.seed(1, bare=True)
    advice = "Optional fields may be missing: get_field(key) is None then, addresses and attachments may be empty."
    return succeeded(stage.run(), advice) or judge(stage, seeded)


@scenario("exact-amounts", "Amounts that no float can hold", ("push",))
def exact_amounts(stage: Stage) -> list[Fault]:
    if not stage.profile.posts:
        raise NotApplicable("it posts nothing to the ERP in the box")
    lines = [{"description": "A", "quantity": 1, "unit_price": _EXACT}]
    seeded = stage.seed(1, lines=lines, total_amount=_EXACT)
    run = stage.run()
    numbers = [number for entry in stage.erp.entries for number in _numbers(entry.body)]
    near = [each for each in numbers for wanted in (_EXACT, _EXACT * 100) if 0 < abs(each - wanted) < wanted / 1000]
    if near:
        what = f"The ERP got {near[0]} for an amount of {_EXACT}."
        return [Fault(what, 'Take amounts by invoice.get_decimal("grossAmount"), and send them as text or exact.')]
    return succeeded(run, "An amount with cents must not end the run.") or judge(stage, seeded)


@scenario("same-file-names", "Two attachments of one name", TAKES_INVOICES)
def same_file_names(stage: Stage) -> list[Fault]:
    _saving(stage)
    stage.seed(1, files=("invoice.pdf", "invoice.pdf", "invoice.pdf"))
    run = stage.run()
    kept = {content for content in stage.new_files().values() if content.startswith(PDF)}
    if run.is_success and len(kept) < 3:
        what = f"Of three attachments of one name {len(kept)} were kept."
        return [Fault(what, "attachment.save() gives each a name of its own; a name of yours must be unique.")]
    return succeeded(run, "Two attachments may have the same name.")


@scenario("name-that-leaves", "An attachment is called ../../../escaped.pdf", TAKES_INVOICES)
def name_that_leaves(stage: Stage) -> list[Fault]:
    _saving(stage)
    stage.seed(1, files=("escaped.pdf",))
    # Nuntiq keeps the last part of a name alone; a connector must not rely on it.
    stage.proxy.rewrite = lambda _, content: content.replace(b'"escaped.pdf"', b'"../../../escaped.pdf"')
    run = stage.run()
    outside = stage.escaped("escaped.pdf")
    if outside:
        what = "An attachment was written outside the work directory: its name said so."
        return [Fault(what, "Use attachment.save(): a file's name is data, not a path.")]
    return succeeded(run, "A strange name of a file must not end the run: attachment.save() makes it harmless.")


def _saving(stage: Stage) -> None:
    if "attachment" not in stage.profile.steps:
        raise NotApplicable("it fetches no attachments")


def _says(body: str, text: str) -> bool:
    return text in body or json.dumps(text)[1:-1] in body


def _numbers(body: str) -> Iterator[Decimal]:
    try:
        content = json.loads(body, parse_float=Decimal)
    except ValueError:
        return
    for leaf in _leaves(content):
        try:
            yield Decimal(str(leaf))
        except InvalidOperation:
            continue


def _leaves(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        for part in value.values():
            yield from _leaves(part)
    elif isinstance(value, list):
        for part in value:
            yield from _leaves(part)
    elif isinstance(value, (str, int, Decimal)) and not isinstance(value, bool):
        yield value
