// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/lib/objects/supplier.py by Scripts/embed-assets; change that file, not this one.
    static let libObjectsSupplierPy = #"""
        """Suppliers, with their locations, addresses and bank accounts."""

        from __future__ import annotations

        from typing import Any

        from .master_load import MasterLoad, MasterRow
        from .rows import Row, Text, Truth, Whole


        class SupplierAddress(Row):
            """An address of a location."""

            street = Text()
            city = Text()
            state = Text()
            postal_code = Text()
            country_code = Text()
            custom_field_1 = Text()
            custom_field_2 = Text()
            custom_field_3 = Text()


        class SupplierBankAccount(Row):
            """A bank account of a location."""

            bank_name = Text()
            bank_branch = Text()
            bank_account_number = Text()
            bank_routing_number = Text()
            swift_code = Text()
            account_currency = Text()
            is_primary = Truth()
            custom_field_1 = Text()
            custom_field_2 = Text()
            custom_field_3 = Text()


        class SupplierLocation(Row):
            """A place of a supplier."""

            children = {"supplier_address": SupplierAddress, "supplier_bank_account": SupplierBankAccount}

            location_code = Text()
            location_name = Text()
            organization_code = Text()
            site_purpose = Whole()
            is_active = Truth()
            custom_field_1 = Text()
            custom_field_2 = Text()
            custom_field_3 = Text()
            custom_field_4 = Text()
            custom_field_5 = Text()
            default_currency_code = Text()
            default_payment_term_code = Text()
            default_payment_method = Text()
            taxpayer_id = Text()
            duns_number = Text()

            def new_address(self) -> SupplierAddress:
                """A new address of the location."""
                return self._new_child("supplier_address", SupplierAddress)

            def new_bank_account(self) -> SupplierBankAccount:
                """A new bank account of the location."""
                return self._new_child("supplier_bank_account", SupplierBankAccount)

            @property
            def addresses(self) -> list[Row]:
                """Its addresses."""
                return self._lists["supplier_address"]

            @property
            def bank_accounts(self) -> list[Row]:
                """Its bank accounts."""
                return self._lists["supplier_bank_account"]


        class Supplier(MasterRow):
            """A supplier; known by ``supplier_number`` and ``organization_code``, which may be left out."""

            children = {"supplier_location": SupplierLocation}

            supplier_number = Text(is_identity=True)
            organization_code = Text(is_identity=True)
            supplier_name = Text(is_identity=True)
            supplier_id = Text()
            alternative_supplier_name = Text()
            supplier_type = Text()
            is_active = Truth()
            custom_field_1 = Text()
            custom_field_2 = Text()
            custom_field_3 = Text()
            custom_field_4 = Text()
            custom_field_5 = Text()

            def new_location(self) -> SupplierLocation:
                """A new location of the supplier."""
                return self._new_child("supplier_location", SupplierLocation)

            @property
            def locations(self) -> list[Row]:
                """Its locations."""
                return self._lists["supplier_location"]

            def deactivate(self) -> dict[str, Any]:
                """Sets ``is_active`` to false and saves."""
                self.is_active = False
                return self.save()


        class SupplierLoad(MasterLoad[Supplier]):
            """The suppliers.

            ``load.options['SupplierAddressInsertOnly'] = True`` adds addresses and never changes one; for bank accounts it is
            ``SupplierBankInsertOnly``.
            """

            path = "/v1/supplier"
            item = Supplier
            key_fields = ("supplier_number", "organization_code")

        """#
}
