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
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, Callable, Mapping, Sequence, TextIO

from .context import JobContext
from .dry.run import DryRun
from .errors import ConnectorError, NuntiqError
from .flight.modes import RESULT_LINE, Mode, Recorded, Replayed
from .flight.stops import RunStopped
from .output import take_over_output

__all__ = ["RESULT_LINE", "connector_file", "load_connector", "main", "read_config"]
_KEY = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}")
_CONFIG_BYTES_MAX = 16 * 1024 * 1024


@dataclass(frozen=True)
class _Plan:
    """What is run, and how."""

    key: str
    path: Path
    config: Mapping[str, Any]
    mode: Mode


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; its exit status."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if not options.replay and not (options.entrypoint and options.config):
        parser.error("--entrypoint and --config are needed")
    try:
        plan = _plan(options)
        context = JobContext.from_config(plan.config, plan.key, options.connector_path)
    except NuntiqError as error:
        print(f"nuntiq: {error}", file=sys.stderr)
        return 2
    context.is_terminal = sys.stderr.isatty() and "NO_COLOR" not in os.environ
    with take_over_output(context.logger.masker) as result_stream:
        return _run(context, plan, options.connector_path, result_stream)


def _plan(options: argparse.Namespace) -> _Plan:
    if options.replay:
        replayed = Replayed(options.replay, options.json)
        path = connector_file(options.connector_path, replayed.key)
        replayed.note_connector(path)
        return _Plan(replayed.key, path, replayed.config, replayed)
    config = read_config(options.config)
    path = connector_file(options.connector_path, options.entrypoint)
    file = options.record or config.get("record")
    mode = Mode(options.json)
    if options.dry_run:
        mode = DryRun(_settings_of_dry_run(config), options.json)
    elif file:
        mode = Recorded(str(file), options.entrypoint, path, config, options.json)
    return _Plan(options.entrypoint, path, config, mode)


def _settings_of_dry_run(config: Mapping[str, Any]) -> Mapping[str, Any]:
    settings = config.get("dry_run") or {}
    if not isinstance(settings, dict) or not isinstance(settings.get("answer") or {}, dict):
        raise ConnectorError("dry_run must be an object in the configuration: {allow: [...], answer: {status, body}}.")
    return settings


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


def _run(context: JobContext, plan: _Plan, bundle: str, result_stream: TextIO) -> int:
    _take_signals()
    try:
        plan.mode.begin(context)
    except NuntiqError as error:
        sys.stderr.write(f"nuntiq: {error}\n")
        return 2
    outcome = _outcome(context, plan.path, bundle)
    work_dir = context.folder.made
    # The log first, so that the result is the last thing a run says.
    context.close()
    text, status = plan.mode.end(context, context.logger.masker.mask_all(_printable(outcome)), work_dir)
    result_stream.write(text)
    result_stream.flush()
    return status


def _outcome(context: JobContext, path: Path, bundle: str) -> dict[str, Any]:
    try:
        try:
            result = _checked(load_connector(path, bundle)(context))
        finally:
            # After an error no lease is renewed any more: another run may take the invoices over.
            context.leases.close()
        return {**result, "success": True}
    except RunStopped as stop:
        return {"success": False, "error": type(stop).__name__, "message": str(stop)}
    except (Exception, SystemExit, KeyboardInterrupt) as error:
        for line in traceback.format_exc().splitlines():
            context.logger.error(line)
        return {"success": False, "error": type(error).__name__, "message": str(error)}


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
    parser.add_argument("--entrypoint", metavar="KEY", help="file in connectors/ without .py")
    parser.add_argument("--connector-path", required=True, metavar="BUNDLE", help="folder that holds connectors/")
    parser.add_argument("--config", metavar="FILE", help="JSON of the run; - for standard input")
    modes = parser.add_mutually_exclusive_group()
    modes.add_argument("--record", metavar="FILE", help="write what the run asks and is answered to a file")
    modes.add_argument("--replay", metavar="FILE", help="run on a recording: no network, no server")
    modes.add_argument("--dry-run", action="store_true", help="send no write to anyone, and show what would be sent")
    parser.add_argument("--json", action="store_true", help="nothing but one line of JSON on stdout")
    return parser
