"""The menu of a project, and its fixtures."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import nuntiq


class Menu(unittest.TestCase):
    def test_the_samples_are_listed_with_their_summaries(self) -> None:
        found = dict(nuntiq.connectors(Path(nuntiq.__file__).parents[2]))
        names = [
            "use_settings",
            "pull_suppliers",
            "pull_invoices",
            "poll_lifecycle_messages",
            "push_invoices",
            "export_invoices_csv",
        ]
        self.assertEqual(list(found), [f"{place:02d}_{name}" for place, name in enumerate(names, start=1)])
        self.assertTrue(all(summary.endswith(".") for summary in found.values()), found)

    def test_fixtures_are_put_back(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            project = Path(folder)
            (project / "fixtures" / "_seed" / "attachment_files").mkdir(parents=True)
            for name in ("supplier.json", "attachment_files/a.pdf"):
                (project / "fixtures" / "_seed" / name).write_text("seed")
            (project / "fixtures" / "supplier.json").write_text("edited")
            self.assertEqual(nuntiq.reset(project), 2)
            self.assertEqual((project / "fixtures" / "supplier.json").read_text(), "seed")
            self.assertTrue((project / "fixtures" / "attachment_files" / "a.pdf").exists())

    def test_an_empty_project_says_so(self) -> None:
        run = subprocess.run(
            [sys.executable, nuntiq.__file__], input="q\n", capture_output=True, text=True, check=False
        )
        self.assertIn("There are no connectors", run.stdout)


if __name__ == "__main__":
    unittest.main()
