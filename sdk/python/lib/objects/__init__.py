"""One module per kind of data: ``invoice``, ``supplier``, ``purchase_order``, ``payment`` and so on."""
