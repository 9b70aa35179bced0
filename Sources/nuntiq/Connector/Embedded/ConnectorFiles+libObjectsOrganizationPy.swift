// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/lib/objects/organization.py by Scripts/embed-assets; change that file, not this one.
    static let libObjectsOrganizationPy = #"""
        """Organisations: groups (1), units (2) and business units (3)."""

        from __future__ import annotations

        from typing import Any

        from .master_load import MasterLoad, MasterRow
        from .rows import Day, Row, Text, Truth, Whole


        class OrganizationIdentifier(Row):
            """A number by which an organisation is known; all three fields are required."""

            identifier_label = Text()
            identifier_value = Text()
            identifier_type = Text()


        class OrganizationAddress(Row):
            """An address; ``name``, ``street``, ``city`` and ``country_code`` are required."""

            name = Text()
            street = Text()
            city = Text()
            country_code = Text()
            state = Text()
            postal_code = Text()
            custom_field_1 = Text()
            custom_field_2 = Text()
            custom_field_3 = Text()
            custom_field_4 = Text()
            custom_field_5 = Text()


        class Organization(MasterRow):
            """An organisation; known by ``code``. ``parent_id`` is the code of its parent."""

            children = {"identifiers": OrganizationIdentifier, "addresses": OrganizationAddress}

            code = Text(is_identity=True)
            name = Text(is_identity=True)
            organization_type = Whole(is_identity=True)
            parent_id = Text()
            active = Truth()
            active_from = Day()
            active_to = Day()
            default_currency = Text()
            custom_field_1 = Text()
            custom_field_2 = Text()
            custom_field_3 = Text()
            custom_field_4 = Text()
            custom_field_5 = Text()
            custom_field_6 = Text()
            custom_field_7 = Text()
            custom_field_8 = Text()
            custom_field_9 = Text()
            custom_field_10 = Text()
            custom_field_11 = Text()
            custom_field_12 = Text()
            custom_field_13 = Text()
            custom_field_14 = Text()
            custom_field_15 = Text()

            def new_identifier(self) -> OrganizationIdentifier:
                """A new identifier of the organisation."""
                return self._new_child("identifiers", OrganizationIdentifier)

            def new_address(self) -> OrganizationAddress:
                """A new address of the organisation."""
                return self._new_child("addresses", OrganizationAddress)

            @property
            def identifiers(self) -> list[Row]:
                """Its identifiers."""
                return self._lists["identifiers"]

            @property
            def addresses(self) -> list[Row]:
                """Its addresses."""
                return self._lists["addresses"]

            def deactivate(self) -> dict[str, Any]:
                """Makes it inactive, and nothing more."""
                return self._load._delete(self.key(), {"action": "deactivate"})


        class OrganizationLoad(MasterLoad[Organization]):
            """The organisations. A delete makes them inactive and marks them as deleted."""

            path = "/v1/organization"
            item = Organization
            key_fields = ("code",)

        """#
}
