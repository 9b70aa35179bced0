// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/main.py by Scripts/embed-assets; change that file, not this one.
    static let mainPy = #"""
        """Runs one connector: ``python3 main.py --entrypoint <key> --connector-path <bundle> --config <config.json>``.

        ``<bundle>`` holds ``connectors/<key>.py``. The configuration is ``{api_url, customer_number, job_token or api_key,
        secrets, config, job_params}``; ``-`` reads it from standard input, where no other process can see it. Without ``api_url``
        and key the variables ``NUNTIQ_API_URL`` and ``NUNTIQ_API_KEY`` are used.

        ``--record FILE`` (or ``"record"`` in the configuration) writes both sides of the run to a file, without secrets;
        ``--replay FILE`` runs on such a file, without network or server; ``--dry-run`` sends no write to anyone and shows the
        postings that would be made; ``--json`` leaves nothing but one line of JSON on stdout. Further members of the configuration:
        ``api_timeout_seconds`` (60), ``dry_run`` (``{allow, answer}``).

        stdout is for the result alone: a line ``================ result ================`` and one line of JSON. Everything
        else, ``print()`` included, goes to stderr. Exit status: 0 success, 1 the connector failed, 2 it could not be started.
        """

        from __future__ import annotations

        import sys

        from lib.runner import main

        if __name__ == "__main__":
            sys.exit(main())

        """#
}
