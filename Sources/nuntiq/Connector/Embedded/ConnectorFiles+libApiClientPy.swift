// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/lib/api_client.py by Scripts/embed-assets; change that file, not this one.
    static let libApiClientPy = #"""
        """The authenticated client of the Customer API: ``context.api``."""

        from __future__ import annotations

        import uuid
        from typing import Any, Callable, Mapping, Sequence
        from urllib.parse import quote, urlencode

        from . import __version__, checks, multipart, wire
        from .errors import ApiError, MalformedAnswer, NoAnswer, NuntiqError, api_error
        from .retry import RetryPolicy, retry_after_seconds
        from .transport import Response, Transport

        Params = Mapping[str, Any]
        Headers = Mapping[str, str]
        _REPEATABLE_METHODS = frozenset({"GET", "HEAD", "PUT", "DELETE"})


        class ApiClient:
            """Calls the API below ``api_url``, such as ``http://localhost:8080/api``; paths begin with ``/v1``.

            Connections are kept open; it may be used from several threads. A call is made again only where that is safe: it is
            idempotent, it carries an ``Idempotency-Key``, or it was refused before anything was done.
            """

            def __init__(
                self,
                api_url: str,
                customer_number: str | None = None,
                job_token: str | None = None,
                api_key: str | None = None,
                timeout_seconds: float = 60.0,
                retry: RetryPolicy | None = None,
            ) -> None:
                #: What calls are sent by.
                self.transport = Transport(api_url, timeout_seconds)
                self._headers = {"Accept": "application/json", "User-Agent": f"nuntiq-python/{__version__}"}
                if job_token:
                    self._headers["Authorization"] = f"Bearer {job_token}"
                    if customer_number:
                        self._headers["X-Customer-Number"] = str(customer_number)
                elif api_key:
                    self._headers["X-API-Key"] = api_key
                else:
                    raise ValueError("A job_token or an api_key is needed.")
                self.retry = retry or RetryPolicy()
                #: Told of each error that is followed by another try, and after how many seconds.
                self.on_retry: Callable[[str, NuntiqError, float], None] | None = None

            def __repr__(self) -> str:
                return f"ApiClient({self.transport.root!r})"

            # The four calls ---------------------------------------------------------------------------------------------

            def get(self, path: str, params: Params | None = None, extra_headers: Headers | None = None) -> Any:
                """Reads; returns the parsed JSON. Raises ``ApiError`` on 4xx and 5xx."""
                return self.call("GET", path, params=params, headers=extra_headers)

            def post(self, path: str, data: Any = None, extra_headers: Headers | None = None) -> Any:
                """Sends ``data`` as JSON; made again after a lost answer only with an ``Idempotency-Key`` header."""
                return self.call("POST", path, data=data, headers=extra_headers)

            def put(self, path: str, data: Any = None, extra_headers: Headers | None = None) -> Any:
                """Replaces by ``data``."""
                return self.call("PUT", path, data=data, headers=extra_headers)

            def delete(self, path: str, data: Any = None, extra_headers: Headers | None = None) -> Any:
                """Deletes, by ``data`` where the route takes filters."""
                return self.call("DELETE", path, data=data, headers=extra_headers)

            def call(
                self,
                method: str,
                path: str,
                params: Params | None = None,
                data: Any = None,
                headers: Headers | None = None,
                repeatable: bool | None = None,
                exact: bool = False,
                timeout_seconds: float | None = None,
                retry: RetryPolicy | None = None,
            ) -> Any:
                """The general call. ``repeatable`` says that sending it twice does no more than sending it once.

                ``exact`` reads numbers with a fraction as ``Decimal``. An empty answer is ``None``.
                """
                body = None if data is None else wire.encode(data)
                sent = {"Content-Type": "application/json"} if body is not None else {}
                response_body = self._exchange(
                    method,
                    _target(path, params),
                    {**sent, **(headers or {})},
                    body,
                    repeatable,
                    timeout_seconds,
                    retry,
                    Response.read,
                )
                try:
                    return wire.decode(response_body, exact) if response_body else None
                except ValueError as error:
                    raise MalformedAnswer(f"{method} {path}: the answer is no JSON. Check api_url.") from error

            def close(self) -> None:
                """Closes the connections that are open and idle."""
                self.transport.close()

            # Files --------------------------------------------------------------------------------------------------------

            def download_attachment(self, attachment_token: str) -> bytes:
                """The bytes of an attachment."""
                return b"".join(self.download_attachment_to(attachment_token, list))

            def download_attachment_to(self, attachment_token: str, take: Callable[[Any], Any]) -> Any:
                """Gives the attachment's bytes to ``take`` as an iterator of chunks, and returns what that returns.

                A download that breaks off begins again, so ``take`` may be called more than once.
                """
                path = f"/v1/attachment/{quote(checks.token('attachment_token', attachment_token))}"
                return self._exchange(
                    "GET", self._join(path), {"Accept": "*/*"}, None, True, None, None, lambda response: take(response.chunks())
                )

            def upload_source_documents(
                self,
                files: Sequence[multipart.File],
                receiving_inbox: str | None = None,
                supplier_code: str | None = None,
                company_code: str | None = None,
            ) -> dict[str, Any]:
                """Uploads documents for extraction; the answer's ``data``. Not made again after a lost answer."""
                if not 1 <= len(files) <= multipart.FILES_MAX:
                    raise ValueError(f"{len(files)} files; 1 to {multipart.FILES_MAX} are possible.")
                fields = {"receiving_inbox": receiving_inbox, "supplier_code": supplier_code, "company_code": company_code}
                return _data(self._upload("/v1/source-documents", fields, files, "files"))

            def upload_invoice_attachments(self, files: Sequence[multipart.File]) -> list[dict[str, Any]]:
                """Uploads files for a later import; for each its ``document_token``, ``file_name``, ``size``, …"""
                return [self._upload("/v1/attachments", {}, [file], "file") for file in files]

            # Invoices and lifecycle messages --------------------------------------------------------------------------------

            def invoice_import(self, body: Mapping[str, Any], idempotency_key: str | None = None) -> dict[str, Any]:
                """Imports an invoice; the answer's ``data``. Without a key one is made for the tries of this call."""
                return _data(self.call("POST", "/v1/invoice-import", data=body, headers=_keyed(idempotency_key)))

            def post_invoice_lifecycle_message(
                self, invoice_token: str, message: Mapping[str, Any], idempotency_key: str | None = None
            ) -> dict[str, Any]:
                """Writes a message on an invoice; returns it, or what waits while a connector holds the invoice."""
                path = f"/v1/invoices/{checks.token('invoice_token', invoice_token)}/lifecycle-messages"
                return _object(self.call("POST", path, data=message, headers=_keyed(idempotency_key)))

            def post_invoice_lifecycle_message_by_reference(
                self, message: Mapping[str, Any], idempotency_key: str | None = None
            ) -> dict[str, Any]:
                """The same for the invoice that ``invoice_number`` and ``supplier_code`` in the message name."""
                path = "/v1/lifecycle-messages/by-reference"
                return _object(self.call("POST", path, data=message, headers=_keyed(idempotency_key)))

            def get_invoice_lifecycle_messages(self, invoice_token: str, tier: int | str | None = None) -> list[Any]:
                """An invoice's messages, oldest first."""
                path = f"/v1/invoices/{checks.token('invoice_token', invoice_token)}/lifecycle-messages"
                return list(self.get(path, {"tier": tier})["messages"])

            def get_invoice_lifecycle_messages_since(self, params: Params) -> dict[str, Any]:
                """One page of the messages of all invoices: ``{since_utc, tz, filters, tier, messages, next_cursor}``."""
                return _object(self.get("/v1/invoice-lifecycle-messages", params))

            # How a call is made -----------------------------------------------------------------------------------------

            def _upload(
                self, path: str, fields: Mapping[str, str | None], files: Sequence[multipart.File], part: str
            ) -> dict[str, Any]:
                content_type, body = multipart.form(fields, files, part)
                headers = {"Content-Type": content_type, "Content-Length": str(sum(map(len, body)))}
                answer = self._exchange("POST", self._join(path), headers, body, False, 300.0, None, Response.read)
                return _object(wire.decode(answer))

            def _join(self, target: str) -> str:
                return self.transport.root + target

            def _exchange(
                self,
                method: str,
                target: str,
                headers: Headers,
                body: bytes | list[bytes] | None,
                repeatable: bool | None,
                timeout_seconds: float | None,
                retry: RetryPolicy | None,
                read: Callable[[Response], Any],
            ) -> Any:
                policy = retry or self.retry
                if repeatable is None:
                    repeatable = method in _REPEATABLE_METHODS or any(name.lower() == "idempotency-key" for name in headers)
                if not target.startswith(self.transport.root + "/"):
                    target = self._join(target)
                everything = {**self._headers, **headers}
                attempt = 0
                while True:
                    attempt += 1
                    retry_after = None
                    try:
                        response = self.transport.send(method, target, everything, body, timeout_seconds)
                        if response.status < 300:
                            return read(response)
                        retry_after = retry_after_seconds(response.headers.get("Retry-After"))
                        error: NuntiqError = _refusal(response, attempt)
                    except NoAnswer as lost:
                        error = lost
                    wait = policy.wait_seconds(error, retry_after, attempt, repeatable)
                    if wait is None:
                        raise error
                    if self.on_retry:
                        self.on_retry(f"{method} {target}", error, wait)
                    policy.sleep(wait)


        def _refusal(response: Response, attempt: int) -> ApiError:
            body: Any = response.read()
            try:
                body = wire.decode(body) if body else None
            except ValueError:
                body = None
            return api_error(response.status, body, response.headers.get("X-Request-Id"), attempt)


        def _target(path: str, params: Params | None) -> str:
            """The path with its query, percent-encoded where that is missing. Raises ``ValueError`` for another host."""
            if "://" in path or path.startswith("//"):
                raise ValueError(f"Expected a path such as /v1/supplier, not {path!r}: the key goes to api_url alone.")
            target = quote(path if path.startswith("/") else f"/{path}", safe="/%?&=+,:;@!$'()*~-._")
            given = [(name, _query_text(value)) for name, value in (params or {}).items() if value is not None]
            if not given:
                return target
            return f"{target}{'&' if '?' in target else '?'}{urlencode(given, quote_via=quote)}"


        def _query_text(value: Any) -> str:
            if isinstance(value, bool):
                return "true" if value else "false"
            if isinstance(value, (list, tuple, set, frozenset)):
                return ",".join(_query_text(part) for part in value)
            return (
                str(value) if isinstance(value, (str, int, float)) or not hasattr(value, "isoformat") else wire.text_of(value)
            )


        def _keyed(idempotency_key: str | None) -> dict[str, str]:
            """A header that makes a call repeatable, with a key of the caller or one for this call alone."""
            return {"Idempotency-Key": checks.idempotency_key(idempotency_key) or f"py-{uuid.uuid4()}"}


        def _object(answer: Any) -> dict[str, Any]:
            if not isinstance(answer, dict):
                raise MalformedAnswer(f"Expected an object, not {type(answer).__name__}. Check api_url.")
            return answer


        def _data(answer: Any) -> dict[str, Any]:
            """The ``data`` of an envelope."""
            return _object(_object(answer).get("data"))

        """#
}
