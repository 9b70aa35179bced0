// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/lib/errors.py by Scripts/embed-assets; change that file, not this one.
    static let libErrorsPy = #"""
        """Everything the SDK raises, apart from ``ValueError`` for arguments that are out of range.

        Each class has a ``code`` that never changes its meaning; an error of the API carries the API's own code.
        """

        from __future__ import annotations

        from typing import Any, Mapping, Sequence


        class NuntiqError(Exception):
            """The base of every error of the SDK."""

            code = "nuntiq_error"


        class NoAnswer(NuntiqError):
            """The API gave no answer: no connection, a connection that broke, or a time limit.

            ``may_have_arrived`` says whether the request can have taken effect; without it nothing was sent.
            """

            code = "no_answer"

            def __init__(self, message: str, may_have_arrived: bool) -> None:
                super().__init__(message)
                self.may_have_arrived = may_have_arrived


        class MalformedAnswer(NuntiqError):
            """The API answered with something that is no JSON; most often ``api_url`` leads to another server."""

            code = "malformed_answer"


        class ApiError(NuntiqError):
            """The API refused a call: ``status``, ``code``, ``message``, ``request_id``, and ``details`` per field.

            ``attempts`` is how often the call was sent; ``body`` is the whole answer, for members such as ``may_follow``.
            """

            def __init__(
                self,
                status: int,
                code: str,
                message: str,
                request_id: str | None = None,
                details: Sequence[Mapping[str, str]] = (),
                body: Any = None,
                attempts: int = 1,
            ) -> None:
                super().__init__(message)
                self.status = status
                self.code = code
                self.message = message
                self.request_id = request_id
                self.details = list(details)
                self.body = body
                self.attempts = attempts

            def __str__(self) -> str:
                faults = "".join(f"; {fault.get('field', '')}: {fault.get('message', '')}" for fault in self.details[:20])
                request = f", request {self.request_id}" if self.request_id else ""
                return f"{self.message}{faults} ({self.status} {self.code}{request})"


        class BadRequest(ApiError):
            """400: the call is wrong; ``details`` names every fault."""


        class Unauthorized(ApiError):
            """401: the key or job token is missing, unknown, expired or revoked."""


        class PermissionDenied(ApiError):
            """403: the key lacks a permission; the message names it."""


        class NotFound(ApiError):
            """404: there is no such thing in this tenant."""


        class Conflict(ApiError):
            """409: what there is does not allow the call; the message says what is there."""


        class LeaseLapsed(Conflict):
            """The lease is over, but nobody else has the invoice: a heartbeat takes it up again."""


        class LeaseLost(Conflict):
            """Another worker has the invoice, or it was changed or ended since: stop working on it.

            What was posted is a fact all the same: a success is still accepted.
            """


        class Unprocessable(ApiError):
            """422: well formed, but refused, such as ``idempotency_key_reused`` or ``CURSOR_REGRESSION``."""


        class RateLimited(ApiError):
            """429: too many calls, also after the waits that ``Retry-After`` asked for."""


        class ServerFailed(ApiError):
            """500…599: the server could not do it, also when asked again where that was safe."""


        class DeltaRunBusy(NuntiqError):
            """Another run of the same stream is at work, and not yet long enough to be taken for dead."""

            code = "delta_run_busy"


        class CursorNotSet(NuntiqError):
            """The block of a ``delta_run`` ended without ``set_new_cursor``."""

            code = "cursor_not_set"


        class WorkDirError(NuntiqError, ValueError):
            """A path that would leave the work directory."""

            code = "work_dir_left"


        class ConnectorError(NuntiqError):
            """The connector or its configuration is not what ``main.py`` can run."""

            code = "connector_error"


        _BY_CODE: dict[str, type[ApiError]] = {
            "lease_lost": LeaseLost,
            "not_lease_holder": LeaseLost,
            "lease_lapsed": LeaseLapsed,
        }

        _BY_STATUS: dict[int, type[ApiError]] = {
            400: BadRequest,
            401: Unauthorized,
            403: PermissionDenied,
            404: NotFound,
            409: Conflict,
            422: Unprocessable,
            429: RateLimited,
        }


        def api_error(status: int, body: Any, request_id: str | None, attempts: int) -> ApiError:
            """The error for an answer of 300 and above, of the narrowest class there is."""
            envelope: Mapping[str, Any] = body if isinstance(body, dict) else {}
            code = str(envelope.get("error") or f"http_{status}")
            message = str(envelope.get("message") or f"The API answered {status}.")
            details = [fault for fault in envelope.get("details") or [] if isinstance(fault, dict)]
            kind = _BY_CODE.get(code) or _BY_STATUS.get(status) or (ServerFailed if status >= 500 else ApiError)
            return kind(status, code, message, request_id or envelope.get("request_id"), details, body, attempts)

        """#
}
