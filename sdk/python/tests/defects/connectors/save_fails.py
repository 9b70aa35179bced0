"""Planted: sets the cursor though nothing was taken."""

from lib.delta import delta_run
from lib.errors import Unprocessable
from lib.objects.supplier import SupplierLoad

ROWS = {"S-1": "One", "S-2": "Two"}


def save(context, rows):
    load = SupplierLoad(context)
    for number, name in rows.items():
        supplier = load.new()
        supplier.supplier_number, supplier.supplier_name = number, name
    load.save_all()


def run(context):
    with delta_run(context, "planted", "suppliers", cursor_type="numeric_id") as r:
        try:
            save(context, ROWS if r.lower_bound_cursor is None else {})
        except Unprocessable as refused:
            context.logger.warn(str(refused))
        r.set_new_cursor(2)
    return {"suppliers": len(ROWS)}
