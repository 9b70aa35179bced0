// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/lib/flight/stops.py by Scripts/embed-assets; change that file, not this one.
    static let libFlightStopsPy = #"""
        """What ends a run from within, past code that catches every ``Exception``."""

        from __future__ import annotations


        class RunStopped(BaseException):
            """The run cannot go on, and that is no error of the connector's."""

            code = "run_stopped"


        class ReplayDiverged(RunStopped):
            """The connector asks something else than the recorded run did."""

            code = "replay_diverged"


        class RecordingOver(RunStopped):
            """The recorded run was killed here."""

            code = "recording_over"

        """#
}
