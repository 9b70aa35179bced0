// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/settings.example.json by Scripts/embed-assets; change that file, not this one.
    static let settingsExampleJson = #"""
        {
          "customer_number": "C00000000",
          "secrets": {
            "erp_password": "replace me"
          },
          "config": {
            "connector_name": "my-erp",
            "erp_url": "http://localhost:8090",
            "ext_reference_1": "CUSTOMER-A"
          },
          "job_params": {}
        }

        """#
}
