// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/toolkit/bringing.py by Scripts/embed-assets; change that file, not this one.
    static let toolkitBringingPy = #"""
        """Scenarios for connectors that bring data in, or poll."""

        from __future__ import annotations

        from .flow import spoil_once, target
        from .judging import succeeded
        from .proxy import Spoilt
        from .scenario import Fault, NotApplicable, scenario
        from .ground import Ground as Stage

        _BRINGS = ("pull", "poll")


        @scenario("save-fails", "Nuntiq refuses what is brought", ("pull",))
        def save_fails(stage: Stage) -> list[Fault]:
            expected = stage.reference()
            stage.enter_tenant()
            refusal = Spoilt(422, {"error": "validation_failed", "message": "made by the suite"})
            stage.proxy.before = spoil_once(target(stage, "save"), refusal, times=99)
            run = stage.run()
            if run.is_success:
                what = "It said that it succeeded, and Nuntiq had taken nothing."
                return [Fault(what, "Let the error out of delta_run: the cursor stays, and the next run brings it again.")]
            stage.spare()
            again = stage.run()
            faults = succeeded(again, "After a run that failed the next one must work.")
            what = "What a failed run did not bring was left out by the next one."
            advice = "Set the cursor after what it stands for was taken, inside delta_run."
            return faults or ([Fault(what, advice)] if stage.snapshot() != expected else [])


        @scenario("cursor-set", "The cursor is kept by Nuntiq", _BRINGS)
        def cursor_set(stage: Stage) -> list[Fault]:
            stage.enter_tenant()
            stage.proxy.calls = []
            run = stage.run()
            if "begin" not in {call.step for call in stage.proxy.calls}:
                what = "It keeps no cursor in Nuntiq, so each run begins anew or by a file of its own."
                return [Fault(what, "Wrap it in delta_run(context, connector, stream), and call set_new_cursor.")]
            return succeeded(run, "Call set_new_cursor before the end of the block; None keeps the cursor that stands.")


        @scenario("stream-busy", "Another run of the stream is at work", _BRINGS)
        def stream_busy(stage: Stage) -> list[Fault]:
            target(stage, "begin")
            stage.enter_tenant()
            stage.run()
            streams = stage.streams()
            if not streams:
                raise NotApplicable("it has no stream")
            for path in streams:
                kind = stage.cursor_types.get(path, "timestamp_utc")
                stage.context.api.call("POST", f"{path}/begin", data={"cursor_type": kind}, repeatable=True)
            stage.proxy.calls = []
            stage.run()
            saved = [call for call in stage.proxy.calls if call.step == "save"]
            begun = [call for call in stage.proxy.calls if call.step == "begin"]
            if not saved and not begun:
                return []
            what = "It began while another run of its stream was at work."
            return [Fault(what, "Leave the check to delta_run, which raises DeltaRunBusy; do not set stuck_after to nothing.")]

        """#
}
