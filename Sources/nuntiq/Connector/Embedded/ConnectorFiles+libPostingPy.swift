// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/lib/posting.py by Scripts/embed-assets; change that file, not this one.
    static let libPostingPy = #"""
        """Posts an invoice to the ERP so that it is never posted twice (``InvoiceLoad.post_once``).

        1. Looks the reference up in the ERP: what is there already is reported and not posted.
        2. Says what is about to be posted (the intent). From now on the end of the lease leads to "in doubt", not back into the
           queue.
        3. Pushes within the time limit that the answer names, counted from the request by the monotonic clock.
        4. Acknowledges and reports.

        Whatever happens in between, the invoice is reported, or in doubt and looked up before anyone posts it again.
        """

        from __future__ import annotations

        import time
        from dataclasses import dataclass
        from typing import TYPE_CHECKING, Any, Callable, Optional, Union

        from .errors import ApiError, LeaseLapsed, NoAnswer, NuntiqError
        from .push_limit import PushTimedOut, run_limited

        if TYPE_CHECKING:
            from .context import JobContext
            from .objects.invoice import InvoiceLoad
            from .objects.invoice_lease import InvoiceLease

        #: A push is not begun with less time than this.
        _PUSH_SECONDS_MIN = 0.5
        _TRIES = 3


        @dataclass(frozen=True)
        class Posting:
            """What the ERP calls a posting, and what it said."""

            external_id_1: str | None = None
            external_id_2: str | None = None
            external_id_3: str | None = None
            external_message_1: str | None = None
            external_message_2: str | None = None
            external_message_3: str | None = None


        @dataclass(frozen=True)
        class Push:
            """What ``post`` is given: the reference to post under, and the time it may take."""

            reference: str
            deadline: float

            def seconds_left(self) -> float:
                """The time limit of each call to the ERP; 0 when it is over, and nothing may be sent any more."""
                return max(0.0, self.deadline - time.monotonic())


        @dataclass(frozen=True)
        class PostOutcome:
            """How it ended: ``posted``, ``found`` (the ERP had it already) or ``refused`` (reported as a failure)."""

            outcome: str
            posting: Posting
            failure_code: str | None = None
            failure_message: str | None = None

            @property
            def external_id_1(self) -> str | None:
                """The ERP's id."""
                return self.posting.external_id_1


        class AlreadyPosted(Exception):
            """Raised by ``post``: the ERP refused, because it has the reference already, under this id."""

            def __init__(self, existing: Existing) -> None:
                super().__init__(f"The ERP has it already: {existing}")
                self.existing = existing


        class PostingRefused(Exception):
            """Raised by ``post``: the ERP refused for good and has nothing; it is reported as a failure."""

            def __init__(self, failure_code: str, failure_message: str = "") -> None:
                super().__init__(f"{failure_code}: {failure_message}")
                self.failure_code = failure_code
                self.failure_message = failure_message


        class NothingSent(Exception):
            """Raised by ``post``: it failed before anything left for the ERP, such as a refused connection."""


        class PostingInDoubt(NuntiqError):
            """Nobody knows yet whether the ERP has it: the invoice is at 95 and is looked up before it is posted again."""

            code = "posting_in_doubt"


        Existing = Union[str, int, Posting]
        FindExisting = Callable[[str], Optional[Existing]]
        Post = Callable[[Push], Optional[Existing]]


        class Postings:
            """The steps of ``post_once``, over an ``InvoiceLoad``."""

            def __init__(self, load: InvoiceLoad, context: JobContext) -> None:
                self._load = load
                self._context = context
                self._leases = context.leases
                self._logger = context.logger

            def post_once(
                self,
                lease: InvoiceLease,
                reference: str,
                find_existing: FindExisting | None,
                post: Post,
                payload_hash: str | None,
                erp_refuses_known: bool,
                push_seconds: int,
                settle_seconds: int,
            ) -> PostOutcome:
                """Raises ``LeaseLost`` (stop: it is another's), ``PostingInDoubt``, or what the API or the look-up raises."""
                token = lease.invoice_token
                if not self._leases.is_known(token):
                    self._leases.hold(token, lease.lease_token, 300, time.monotonic(), is_fresh=False)
                self._leases.require_not_lost(token)
                if lease.intent is not None and not (erp_refuses_known and find_existing is None):
                    found = self._settle(lease, lease.intent.erp_reference, find_existing)
                    if found is not None:
                        return self._report("found", token, found)
                found = find_existing(reference) if find_existing else None
                if found:
                    return self._report("found", token, found)
                push = self._begin(token, reference, payload_hash or "", push_seconds, settle_seconds)
                try:
                    posted = run_limited(push.deadline, lambda: self._push(post, push))
                except AlreadyPosted as refusal:
                    return self._report("found", token, refusal.existing)
                except PostingRefused as refusal:
                    return self._report_refusal(token, refusal)
                except NothingSent:
                    self._load.withdraw_intent(token)
                    self._load.give_back(token)
                    raise
                except (Exception, PushTimedOut) as error:
                    return self._resolve(token, reference, find_existing, error)
                self._acknowledge(token)
                return self._report("posted", token, posted)

            def _push(self, post: Post, push: Push) -> Existing | None:
                dry_run = self._context.dry_run
                return post(push) if dry_run is None else dry_run.push(post, push)

            def _settle(self, lease: InvoiceLease, reference: str, find_existing: FindExisting | None) -> Existing | None:
                """Looks up what an earlier holder was about to post; when the ERP does not have it, says so."""
                token = lease.invoice_token
                found = find_existing(reference) if find_existing else None
                if found:
                    return found
                # Without a look-up nobody can tell; and a lease that is not "verify first" was handed out by the key of an
                # earlier run, whose push may still be under way or not be shown yet.
                if find_existing is None or lease.mode != "verify_first":
                    self._load.give_back(token)
                    raise PostingInDoubt(f"Invoice {token} was about to be posted as {reference}, and cannot be verified yet.")
                self._load.withdraw_intent(token)
                return None

            def _begin(self, token: str, reference: str, payload_hash: str, push_seconds: int, settle_seconds: int) -> Push:
                """Places the intent; its time counts from the request on, so what was lost on the way is lost for the push."""
                for _ in range(_TRIES):
                    self._leases.require_not_lost(token)
                    if self._leases.seconds_left(token) < push_seconds:
                        self._leases.renew(token, min(1800, max(60, push_seconds + 10)))
                    started = time.monotonic()
                    try:
                        answer = self._load.place_intent(token, reference, push_seconds, settle_seconds, payload_hash)
                    except LeaseLapsed:
                        self._leases.renew(token)
                        continue
                    push = Push(reference, started + float(answer["push_seconds"]))
                    if push.seconds_left() >= min(_PUSH_SECONDS_MIN, float(push_seconds) / 2):
                        return push
                    self._load.withdraw_intent(token)
                self._load.give_back(token)
                raise NoAnswer(f"There was never enough time left to post invoice {token}.", may_have_arrived=False)

            def _resolve(
                self, token: str, reference: str, find_existing: FindExisting | None, error: BaseException
            ) -> PostOutcome:
                """The push failed, and it may have arrived: reports what the ERP shows, else leaves it in doubt."""
                try:
                    found = find_existing(reference) if find_existing else None
                except Exception as unseen:
                    self._logger.warn(f"The look-up of {reference} failed too: {unseen!r}", step="post_once")
                    found = None
                if found:
                    return self._report("found", token, found)
                try:
                    self._load.give_back(token)
                except (ApiError, NoAnswer) as late:
                    self._logger.warn(f"Invoice {token} could not be given back and will lapse: {late}", step="post_once")
                raise PostingInDoubt(f"The push of {reference} failed and may have arrived: {error!r}") from error

            def _acknowledge(self, token: str) -> None:
                """A courtesy by now: the result is what counts, and it is taken without."""
                try:
                    self._load.acknowledge(token)
                except (ApiError, NoAnswer) as error:
                    self._logger.debug(f"Invoice {token} was not acknowledged: {error}", step="post_once")

            def _report(self, outcome: str, token: str, existing: Existing | None) -> PostOutcome:
                posting = existing if isinstance(existing, Posting) else Posting(None if existing is None else str(existing))
                self._load.integration_result(token, success=True, **_members(posting))
                return PostOutcome(outcome, posting)

            def _report_refusal(self, token: str, refusal: PostingRefused) -> PostOutcome:
                code, message = str(refusal.failure_code)[:255], str(refusal.failure_message)[:4000]
                self._load.integration_result(token, success=False, failure_code=code, failure_message=message)
                return PostOutcome("refused", Posting(), code, message)


        def _members(posting: Posting) -> dict[str, Any]:
            return {name: value for name, value in vars(posting).items() if value is not None}

        """#
}
