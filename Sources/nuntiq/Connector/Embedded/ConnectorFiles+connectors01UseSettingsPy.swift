// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from connectors/01_use_settings.py by Scripts/embed-assets; change that file, not this one.
    static let connectors01UseSettingsPy = #"""
        """Shows what a connector is given: settings, secrets, parameters, log and work directory."""

        from pathlib import Path


        def run(context):
            name = context.get_config("connector_name", "sample")
            greeting = context.get_param("greeting", "Hello")
            context.logger.info(f"{greeting} from {name}, for customer {context.customer_number}", step="greet")
            # Secrets are there to be used; in a log they are masked.
            context.logger.info(f"The ERP's password is {context.get_secret('erp_password', 'not set')}")

            note = Path(context.work_dir) / "note.txt"
            note.write_text("Files of a run live here.", encoding="utf-8")
            return {"connector_name": name, "secrets": sorted(context.secrets), "note": note.name}

        """#
}
