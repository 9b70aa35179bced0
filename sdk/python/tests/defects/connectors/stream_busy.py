"""Planted: takes every run over that is at work."""

from datetime import timedelta

from lib.delta import delta_run
from lib.objects.supplier import SupplierLoad

ROWS = {"S-1": "One", "S-2": "Two"}


def save(context, rows):
    load = SupplierLoad(context)
    for number, name in rows.items():
        supplier = load.new()
        supplier.supplier_number, supplier.supplier_name = number, name
    load.save_all()


def run(context):
    with delta_run(
        context, "planted", "suppliers", cursor_type="numeric_id", stuck_after=timedelta(days=-9999)
    ) as r:
        save(context, ROWS if r.lower_bound_cursor is None else {})
        r.set_new_cursor(2)
    return {"suppliers": len(ROWS)}
