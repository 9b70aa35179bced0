// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/lib/flight/modes.py by Scripts/embed-assets; change that file, not this one.
    static let libFlightModesPy = #"""
        """How a run is run: as it is, recorded, or on a recording."""

        from __future__ import annotations

        import hashlib
        import os
        import random
        import sys
        from pathlib import Path
        from typing import TYPE_CHECKING, Any, Mapping

        from .. import __version__, wire
        from ..errors import ConnectorError
        from ..retry import RetryPolicy
        from . import guard, tap
        from .recorder import FlightRecorder
        from .recording import read_recording
        from .replay import Replay, config_of, shape_of

        if TYPE_CHECKING:
            from ..context import JobContext


        RESULT_LINE = "================ result ================"


        class Mode:
            """A run as it is."""

            def __init__(self, is_json: bool = False) -> None:
                self._is_json = is_json

            def begin(self, context: JobContext) -> None:
                """Called before the connector is loaded."""

            def end(self, context: JobContext, outcome: dict[str, Any], work_dir: str | None) -> tuple[str, int]:
                """What stdout gets, and the exit status; ``outcome`` is what the run came to, without secrets."""
                return self._text(outcome), 0 if outcome["success"] is True else 1

            def _text(self, outcome: Mapping[str, Any]) -> str:
                line = wire.encode(outcome).decode("utf-8") + "\n"
                return line if self._is_json else f"{RESULT_LINE}\n{line}"


        class Recorded(Mode):
            """A run that is written to a file."""

            def __init__(
                self, file: str, key: str, connector: Path, config: Mapping[str, Any], is_json: bool = False
            ) -> None:
                super().__init__(is_json)
                self._file, self._key, self._connector, self._config = file, key, connector, config
                self._recorder: FlightRecorder | None = None

            def begin(self, context: JobContext) -> None:
                try:
                    self._recorder = FlightRecorder(self._file, context.logger.masker, context.logger)
                except OSError as error:
                    raise ConnectorError(f"The recording cannot be written: {error}") from error
                config = self._config
                self._recorder.begin(
                    {
                        "key": self._key,
                        "api_url": config.get("api_url"),
                        "customer_number": context.customer_number,
                        "credential": "job_token" if config.get("job_token") else "api_key",
                        "secrets": shape_of(context.secrets),
                        "config": context.config,
                        "job_params": context.job_params,
                        "sdk": __version__,
                        "python": sys.version.split()[0],
                        "connector": fingerprint(self._connector),
                    }
                )

            def end(self, context: JobContext, outcome: dict[str, Any], work_dir: str | None) -> tuple[str, int]:
                if self._recorder:
                    self._recorder.end(outcome, work_dir)
                return super().end(context, outcome, work_dir)


        class Replayed(Mode):
            """A run on a recording."""

            def __init__(self, file: str, is_json: bool) -> None:
                super().__init__(is_json)
                self._file = file
                self._recording = read_recording(file)
                self.config = config_of(self._recording)
                self.key = str(self._recording.head["key"])
                self._replay = Replay(self._recording, {**self.config["secrets"], "credential": "replayed-credential"})
                self._is_changed = False

            def begin(self, context: JobContext) -> None:
                replay = self._replay
                context.api.retry = RetryPolicy(sleep=replay.clock.sleep)
                context.leases.forget_when(lambda token: token in replay.lost_leases)
                replay.clock.install()
                random.seed(self._recording.head.get("seed"))
                tap.install(replay.socket)
                guard.watch(replay.refuse)

            def note_connector(self, connector: Path) -> None:
                """Says whether it is the one that was recorded."""
                self._is_changed = fingerprint(connector) != self._recording.head.get("connector")

            def end(self, context: JobContext, outcome: dict[str, Any], work_dir: str | None) -> tuple[str, int]:
                tap.remove()
                guard.watch(None)
                replay = self._replay
                difference = replay.difference
                if difference is None:
                    where = replay.compare_outcomes(outcome, work_dir) or self._left()
                    difference = {"call": None, "where": where} if where else None
                report = {
                    "recording": os.path.basename(self._file),
                    "entrypoint": self.key,
                    "calls": replay.count,
                    "replayed": replay.replayed,
                    "is_connector_changed": self._is_changed,
                    "same": difference is None,
                    "difference": difference,
                    "result": outcome,
                    "recorded_result": (self._recording.ended or {}).get("outcome"),
                }
                if self._is_json:
                    return self._text(report), 0 if report["same"] else 1
                sys.stderr.write(_told(report))
                return self._text(outcome), 0 if report["same"] else 1

            def _left(self) -> str | None:
                left = self._replay.count - self._replay.replayed
                return f"the recorded run went on with {left} more calls" if left else None


        def fingerprint(connector: Path) -> str:
            """Tells two versions of a connector apart."""
            return hashlib.sha256(connector.read_bytes()).hexdigest()[:16]


        def _told(report: Mapping[str, Any]) -> str:
            lines = [f"Replayed {report['replayed']} of {report['calls']} calls of {report['recording']}."]
            if report["is_connector_changed"]:
                lines.append("The connector was changed since.")
            difference = report["difference"]
            if difference is None:
                lines.append("It came to the same end.")
            elif difference["call"] is None:
                lines.append(f"It came to another end: {difference['where']}.")
            else:
                lines.append(f"It asks something else at call {difference['call']}.")
                lines += [f"  expected  {difference['expected']}", f"  got       {difference['got']}"]
                lines.append(f"  where     {difference['where']}")
            return "\n".join(lines) + "\n"

        """#
}
