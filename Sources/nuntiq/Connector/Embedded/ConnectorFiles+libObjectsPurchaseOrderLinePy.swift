// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/lib/objects/purchase_order_line.py by Scripts/embed-assets; change that file, not this one.
    static let libObjectsPurchaseOrderLinePy = #"""
        """Lines of purchase orders."""

        from __future__ import annotations

        from .master_load import MasterLoad, MasterRow
        from .rows import Day, Number, Text


        class PurchaseOrderLine(MasterRow):
            """A line; known by ``source_line_id``. Its order must exist; ``po_line_number`` is a text."""

            po_number = Text(is_identity=True)
            po_line_number = Text(is_identity=True)
            source_document_id = Text(is_identity=True)
            source_line_id = Text(is_identity=True)
            quantity = Number(is_identity=True)
            unit_price = Number(is_identity=True)
            net_amount = Number(is_identity=True)
            line_type = Text()
            product_code_1 = Text()
            product_code_2 = Text()
            product_name = Text()
            unspsc_code = Text()
            description = Text()
            requester = Text()
            buyer = Text()
            unit_of_measure = Text()
            currency_code = Text()
            expected_delivery_date = Day()
            ship_to_location_code = Text()
            tax_amount = Number()
            gross_amount = Number()
            status = Text()
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


        class PurchaseOrderLineLoad(MasterLoad[PurchaseOrderLine]):
            """The lines of purchase orders. A delete takes their receipts along."""

            path = "/v1/purchaseorderline"
            item = PurchaseOrderLine
            key_fields = ("source_line_id",)

        """#
}
