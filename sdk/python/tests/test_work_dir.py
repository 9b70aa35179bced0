"""No path leaves the work directory."""

from __future__ import annotations

import os
import re
import stat
import tempfile
import unittest
from pathlib import Path

from lib.errors import WorkDirError
from lib.work_dir import WorkDir, clean_name


class Folder(unittest.TestCase):
    def setUp(self) -> None:
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.project = temporary.name
        self.folder = WorkDir("05_push", self.project)

    def test_it_is_made_at_first_use_with_its_documented_name(self) -> None:
        self.assertEqual(os.listdir(self.project), [])
        path = Path(self.folder.path)
        self.assertRegex(path.name, r"^05_push_\d{8}-\d{6}-\d{3}$")
        self.assertEqual(path.parent.name, "temp_work")
        self.assertEqual(stat.S_IMODE(path.stat().st_mode), 0o700)
        self.assertEqual(self.folder.path, str(path))

    def test_a_project_keeps_it_and_a_server_wipes_it(self) -> None:
        kept, wiped = self.folder, WorkDir("05_push")
        self.assertEqual(Path(wiped.path).parent.name, "connector_run")
        for folder in (kept, wiped):
            path = folder.path
            Path(path, "file").touch()
            folder.wipe()
            self.assertEqual(os.path.exists(path), folder is kept)

    def test_two_runs_at_once_have_two_folders(self) -> None:
        self.assertEqual(len({WorkDir("k", self.project).path for _ in range(20)}), 20)

    def test_paths_that_leave_are_refused(self) -> None:
        os.symlink("/etc", os.path.join(self.folder.path, "link"))
        for name in ("../x", "a/../../x", "/etc/passwd", "..", ".", "", "a\0b", "link/passwd", "..\\x"):
            with self.assertRaises(ValueError, msg=name):
                self.folder.inside(name)
        self.assertTrue(issubclass(WorkDirError, ValueError))

    def test_a_file_never_replaces_another(self) -> None:
        paths = []
        for _ in range(3):
            path, file = self.folder.create("invoice.pdf")
            file.close()
            paths.append(os.path.basename(path))
        self.assertEqual(paths, ["invoice.pdf", "invoice-2.pdf", "invoice-3.pdf"])

    def test_a_link_that_stands_there_is_not_followed(self) -> None:
        os.symlink("/tmp/nuntiq-outside", os.path.join(self.folder.path, "invoice.pdf"))
        with self.assertRaises(ValueError):
            self.folder.create("invoice.pdf")
        self.assertFalse(os.path.exists("/tmp/nuntiq-outside"))


class Names(unittest.TestCase):
    def test_they_are_cleaned(self) -> None:
        for given, cleaned in {
            "invoice.pdf": "invoice.pdf",
            "../../etc/passwd": "passwd",
            "C:\\docs\\a.pdf": "a.pdf",
            "a\nb\x00.pdf": "ab.pdf",
            "": "file",
            "..": "file",
            "/": "file",
            "\u202efdp.exe": "fdp.exe",
            "Rechnung März.pdf": "Rechnung März.pdf",
        }.items():
            self.assertEqual(clean_name(given), cleaned)

    def test_they_have_at_most_150_bytes_and_keep_their_ending(self) -> None:
        for name in ("ä" * 200 + ".pdf", "a." + "b" * 300, "漢" * 100):
            cleaned = clean_name(name)
            self.assertLessEqual(len(cleaned.encode()), 150)
        self.assertTrue(clean_name("ä" * 200 + ".pdf").endswith(".pdf"))
        self.assertTrue(re.fullmatch("漢{50}", clean_name("漢" * 100)))


if __name__ == "__main__":
    unittest.main()
