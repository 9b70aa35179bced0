// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/lib/runner.py by Scripts/embed-assets; change that file, not this one.
    static let libRunnerPy = #"""
        """What ``main.py`` does: loads a connector, runs it, prints its result."""

        from __future__ import annotations

        import argparse
        import importlib.util
        import json
        import os
        import re
        import signal
        import sys
        import traceback
        from decimal import Decimal
        from pathlib import Path
        from typing import Any, Callable, Mapping, Sequence, TextIO

        from . import wire
        from .context import JobContext
        from .errors import ConnectorError, NuntiqError
        from .output import take_over_output

        RESULT_LINE = "================ result ================"
        _KEY = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}")
        _CONFIG_BYTES_MAX = 16 * 1024 * 1024


        def main(arguments: Sequence[str] | None = None) -> int:
            """The command; its exit status."""
            options = _parser().parse_args(arguments)
            try:
                config = read_config(options.config)
                path = connector_file(options.connector_path, options.entrypoint)
                context = JobContext.from_config(config, options.entrypoint, options.connector_path)
            except NuntiqError as error:
                print(f"nuntiq: {error}", file=sys.stderr)
                return 2
            with take_over_output(context.logger.masker) as result_stream:
                return _run(context, path, options.connector_path, result_stream)


        def read_config(place: str, environment: Mapping[str, str] = os.environ) -> dict[str, Any]:
            """The configuration of a run, from a file or ``-``. Raises ``ConnectorError``."""
            try:
                if place == "-":
                    content = sys.stdin.buffer.read(_CONFIG_BYTES_MAX + 1)
                else:
                    with open(place, "rb") as file:
                        content = file.read(_CONFIG_BYTES_MAX + 1)
                config = json.loads(content)
            except OSError as error:
                raise ConnectorError(f"The configuration cannot be read: {error}") from error
            except ValueError as error:
                # The text is not shown: it holds secrets.
                raise ConnectorError(f"The configuration {place} is no JSON.") from error
            if not isinstance(config, dict):
                raise ConnectorError(f"The configuration {place} must be an object.")
            config.setdefault("api_url", environment.get("NUNTIQ_API_URL"))
            if not config.get("job_token"):
                config["api_key"] = config.get("api_key") or environment.get("NUNTIQ_API_KEY")
            return config


        def connector_file(bundle: str, key: str) -> Path:
            """``<bundle>/connectors/<key>.py``. Raises ``ConnectorError`` when it is not there."""
            folder = Path(bundle, "connectors").resolve()
            path = (folder / f"{key}.py").resolve()
            if not _KEY.fullmatch(key) or folder not in path.parents:
                raise ConnectorError(f"{key!r} is no entrypoint: it is the name of a file in connectors/ without .py.")
            if not path.is_file():
                there = sorted(file.stem for file in folder.glob("*.py") if not file.stem.startswith("__"))
                raise ConnectorError(f"There is no {path}. Entrypoints here: {', '.join(there) or 'none'}.")
            return path


        def load_connector(path: Path, bundle: str) -> Callable[[JobContext], Any]:
            """The ``run`` of a connector; its neighbours in the bundle can be imported."""
            # Behind the SDK: an old copy of lib in a bundle does not replace it.
            sys.path += [str(Path(bundle).resolve()), str(path.parent)]
            spec = importlib.util.spec_from_file_location(re.sub(r"\W", "_", f"connector_{path.stem}"), path)
            if spec is None or spec.loader is None:
                raise ConnectorError(f"{path} cannot be imported.")
            module = importlib.util.module_from_spec(spec)
            sys.modules[spec.name] = module
            spec.loader.exec_module(module)
            run = getattr(module, "run", None)
            if not callable(run):
                raise ConnectorError(f"{path} has no function run(context).")
            connector: Callable[[JobContext], Any] = run
            return connector


        def _run(context: JobContext, path: Path, bundle: str, result_stream: TextIO) -> int:
            _take_signals()
            try:
                try:
                    result = _checked(load_connector(path, bundle)(context))
                finally:
                    # After an error no lease is renewed any more: another run may take the invoices over.
                    context.leases.close()
                outcome = {**result, "success": True}
            except (Exception, SystemExit, KeyboardInterrupt) as error:
                for line in traceback.format_exc().splitlines():
                    context.logger.error(line)
                outcome = {"success": False, "error": type(error).__name__, "message": str(error)}
            # The log first, so that the result is the last thing a run says.
            context.close()
            text = wire.encode(context.logger.masker.mask_all(_printable(outcome))).decode("utf-8")
            result_stream.write(f"{RESULT_LINE}\n{text}\n")
            result_stream.flush()
            return 0 if outcome["success"] is True else 1


        def _checked(result: Any) -> dict[str, Any]:
            if result is None:
                return {}
            if not isinstance(result, dict):
                raise ConnectorError(f"run(context) must return a dict or None, not {type(result).__name__}.")
            return result


        def _printable(value: Any) -> Any:
            """The result as JSON can say it; what JSON does not know is said as text."""
            if isinstance(value, dict):
                return {str(key): _printable(part) for key, part in value.items()}
            if isinstance(value, (list, tuple, set, frozenset)):
                return [_printable(part) for part in value]
            if value is None or isinstance(value, (str, bool, int)):
                return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value
            if isinstance(value, (float, Decimal)) and value == value and abs(value) != float("inf"):
                return value
            return str(value)


        def _take_signals() -> None:
            """A server starts its children with signals blocked: then they could not be stopped politely."""
            if hasattr(signal, "pthread_sigmask"):
                signal.pthread_sigmask(signal.SIG_SETMASK, ())
            signal.signal(signal.SIGTERM, _stop)


        def _stop(*_: Any) -> None:
            """SIGTERM ends the run as an error would, so that its result is still printed."""
            raise SystemExit("The run was stopped.")


        def _parser() -> argparse.ArgumentParser:
            parser = argparse.ArgumentParser(prog="main.py", description="Run one connector.")
            parser.add_argument("--entrypoint", required=True, metavar="KEY", help="file in connectors/ without .py")
            parser.add_argument("--connector-path", required=True, metavar="BUNDLE", help="folder that holds connectors/")
            parser.add_argument("--config", required=True, metavar="FILE", help="JSON of the run; - for standard input")
            return parser

        """#
}
