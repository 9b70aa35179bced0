"""The acceptance suite of ``nuntiq connector test``: a real Nuntiq, a proxy and an ERP that fail, and what is expected."""
