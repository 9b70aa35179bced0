// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from connectors/04_poll_lifecycle_messages.py by Scripts/embed-assets; change that file, not this one.
    static let connectors04PollLifecycleMessagesPy = #"""
        """Tells the ERP what happened to its invoices: each lifecycle message once, in the order of their recording."""

        from lib.delta import delta_run
        from lib.objects.lifecycle_message import LifecycleMessageLoad

        BEGINNING = "2026-01-01T00:00:00Z"


        def run(context):
            references = {1: context.get_config("ext_reference_1", "CUSTOMER-A")}
            # A cursor of our own kind: the recorded_at of the last message, with its six digits.
            with delta_run(context, context.get_config("connector_name", "sample"), "lifecycle") as r:
                last, count = r.lower_bound_cursor or BEGINNING, 0
                for message in LifecycleMessageLoad(context).poll_since(last, references):
                    context.logger.info(f"{message.invoice_token}: {message.code}", step="lifecycle", detail=dict(message.raw))
                    last, count = message.recorded_at, count + 1
                r.records_processed = count
                r.set_new_cursor(last)
            return {"messages": count, "cursor": last}

        """#
}
