// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/lib/work_dir.py by Scripts/embed-assets; change that file, not this one.
    static let libWorkDirPy = #"""
        """A run's own folder, which no path leaves."""

        from __future__ import annotations

        import os
        import shutil
        import stat
        import tempfile
        import time
        from datetime import datetime, timezone
        from pathlib import Path
        from typing import BinaryIO

        from .errors import WorkDirError

        _NAME_BYTES_MAX = 150


        class WorkDir:
            """Makes ``<entrypoint_key>_<YYYYMMDD-HHMMSS-fff>`` at first use, readable by its owner alone.

            Under ``connector_run/`` of the system's temporary folder it is wiped after the run; under the ``temp_work/`` of a
            project it is kept.
            """

            def __init__(self, entrypoint_key: str, project: str | None = None, given: str | None = None) -> None:
                self._key = clean_name(entrypoint_key)
                # A server makes the folder of a run itself, and wipes it itself.
                self._is_kept = project is not None or given is not None
                self._parent = Path(project, "temp_work") if project else Path(tempfile.gettempdir(), "connector_run")
                self._made: Path | None = Path(given).resolve() if given else None

            @property
            def path(self) -> str:
                """The folder's absolute path."""
                if self._made is None:
                    self._made = self._make()
                return str(self._made)

            @property
            def made(self) -> str | None:
                """Its path, if it was asked for."""
                return None if self._made is None else str(self._made)

            def inside(self, name: str) -> str:
                """The absolute path of ``name`` in the folder. Raises ``WorkDirError`` for a path that leaves it."""
                if not name or "\0" in name or os.path.isabs(name) or Path(name).drive:
                    raise WorkDirError(f"{name!r} is no path inside the work directory.")
                if any(part in ("..", ".") for part in name.replace("\\", "/").split("/")):
                    raise WorkDirError(f"{name!r} would leave the work directory.")
                root = os.path.realpath(self.path)
                resolved = os.path.realpath(os.path.join(root, name))
                if os.path.commonpath([root, resolved]) != root or resolved == root:
                    raise WorkDirError(f"{name!r} leads out of the work directory, by a link.")
                return resolved

            def create(self, name: str, is_replaced: bool = False) -> tuple[str, BinaryIO]:
                """A new file in the folder, with its folders made; another that has the name gets it only ``is_replaced``.

                A name that is taken gets a number: ``invoice.pdf``, ``invoice-2.pdf``, …
                """
                folder, last = os.path.split(name)
                for number in range(1, 10_000):
                    path = self.inside(os.path.join(folder, _numbered(last, number)))
                    os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
                    exclusive = os.O_TRUNC if is_replaced else os.O_EXCL
                    try:
                        flags = os.O_WRONLY | os.O_CREAT | exclusive | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
                        return path, os.fdopen(os.open(path, flags, 0o600), "wb")
                    except FileExistsError:
                        continue
                raise WorkDirError(f"There are too many files called {name!r}.")

            def wipe(self) -> None:
                """Removes the folder, unless it is kept."""
                if self._made is not None and not self._is_kept:
                    shutil.rmtree(self._made, ignore_errors=True)
                    self._made = None

            def _make(self) -> Path:
                os.makedirs(self._parent, mode=0o700, exist_ok=True)
                if not self._is_kept:
                    _require_own(self._parent)
                while True:
                    now = datetime.now(timezone.utc)
                    made = self._parent.resolve() / f"{self._key}_{now:%Y%m%d-%H%M%S}-{now.microsecond // 1000:03d}"
                    try:
                        made.mkdir(mode=0o700)
                        return made
                    except FileExistsError:
                        time.sleep(0.001)


        def clean_name(name: str) -> str:
            """A file name from anywhere made harmless: its last part, without control characters, at most 150 bytes.

            The ending survives the cut; a name that has nothing left is ``file``.
            """
            last = name.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
            kept = "".join(sign for sign in last if sign.isprintable() and sign not in ':*?"<>|').strip()
            if not kept.strip("."):
                return "file"
            return _cut(kept)


        def _numbered(name: str, number: int) -> str:
            return name if number == 1 else _cut(name, f"-{number}")


        def _cut(name: str, before_ending: str = "") -> str:
            """The name with something before its ending, cut to 150 bytes of whole characters."""
            stem, ending = os.path.splitext(name)
            ending = before_ending + ending
            room = _NAME_BYTES_MAX - len(ending.encode("utf-8"))
            if room < 1:
                stem, ending, room = name, before_ending, _NAME_BYTES_MAX - len(before_ending)
            return stem.encode("utf-8")[:room].decode("utf-8", "ignore") + ending


        def _require_own(folder: Path) -> None:
            """Refuses a shared folder that another user made there before us, or that is a link to somewhere else."""
            found = os.lstat(folder)
            if not stat.S_ISDIR(found.st_mode) or (hasattr(os, "getuid") and found.st_uid != os.getuid()):
                raise WorkDirError(f"{folder} is not a folder of this user. Remove it, or set TMPDIR.")

        """#
}
