// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/lib/objects/purchase_order.py by Scripts/embed-assets; change that file, not this one.
    static let libObjectsPurchaseOrderPy = #"""
        """Purchase orders."""

        from __future__ import annotations

        from .master_load import MasterLoad, MasterRow
        from .rows import Day, Number, Text


        class PurchaseOrder(MasterRow):
            """A purchase order; known by ``source_document_id``. Its supplier and organisation must exist."""

            po_number = Text(is_identity=True)
            supplier_code = Text(is_identity=True)
            organization_unit_code = Text(is_identity=True)
            source_document_id = Text(is_identity=True)
            source_system = Text(is_identity=True)
            po_date = Day()
            supplier_location_code = Text()
            buyer = Text()
            requester = Text()
            status = Text()
            currency_code = Text()
            expected_delivery_date = Day()
            comments = Text()
            net_amount = Number()
            tax_amount = Number()
            gross_amount = Number()
            source = Text()
            custom_text_1 = Text()
            custom_text_2 = Text()
            custom_text_3 = Text()
            custom_text_4 = Text()
            custom_text_5 = Text()
            custom_text_6 = Text()
            custom_text_7 = Text()
            custom_text_8 = Text()
            custom_text_9 = Text()
            custom_text_10 = Text()
            custom_text_11 = Text()
            custom_text_12 = Text()
            custom_text_13 = Text()
            custom_text_14 = Text()
            custom_text_15 = Text()
            custom_number_1 = Number()
            custom_number_2 = Number()
            custom_number_3 = Number()
            custom_number_4 = Number()
            custom_number_5 = Number()
            custom_number_6 = Number()
            custom_number_7 = Number()
            custom_number_8 = Number()
            custom_number_9 = Number()
            custom_number_10 = Number()
            custom_number_11 = Number()
            custom_number_12 = Number()
            custom_number_13 = Number()
            custom_number_14 = Number()
            custom_number_15 = Number()
            custom_date_1 = Day()
            custom_date_2 = Day()
            custom_date_3 = Day()
            custom_date_4 = Day()
            custom_date_5 = Day()
            custom_date_6 = Day()
            custom_date_7 = Day()
            custom_date_8 = Day()
            custom_date_9 = Day()
            custom_date_10 = Day()
            custom_date_11 = Day()
            custom_date_12 = Day()
            custom_date_13 = Day()
            custom_date_14 = Day()
            custom_date_15 = Day()


        class PurchaseOrderLoad(MasterLoad[PurchaseOrder]):
            """The purchase orders. A delete takes their lines and receipts along."""

            path = "/v1/purchaseorder"
            item = PurchaseOrder
            key_fields = ("source_document_id",)

        """#
}
