// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/nuntiq.py by Scripts/embed-assets; change that file, not this one.
    static let nuntiqPy = #"""
        """A menu of the connectors of this project: ``python nuntiq.py``, or ``python nuntiq.py <key>`` to run one at once.

        Settings come from ``settings.json`` (copy ``settings.example.json``); where the API is, from ``NUNTIQ_API_URL`` and
        ``NUNTIQ_API_KEY``. With the command ``nuntiq`` at hand and no key, connectors run on a Nuntiq of their own instead, made
        for the run from the files in ``fixtures/`` (``nuntiq connector run``). ``r`` puts the fixtures back.
        """

        from __future__ import annotations

        import ast
        import os
        import shutil
        import subprocess
        import sys
        import tempfile
        from pathlib import Path

        HERE = Path(__file__).resolve().parent


        def main() -> int:
            """The menu, until a connector was run or ``q`` was given."""
            found = connectors(HERE)
            if len(sys.argv) > 1:
                return run(sys.argv[1])
            if not found:
                print(f"There are no connectors in {HERE / 'connectors'} yet.")
                return 1
            for number, (key, summary) in enumerate(found, start=1):
                print(f"{number:>3}  {key:<32} {summary}")
            print("  r  put the fixtures back\n  q  quit")
            while True:
                try:
                    choice = input("> ").strip()
                except (EOFError, KeyboardInterrupt):
                    return 0
                if choice in ("", "q"):
                    return 0
                if choice == "r":
                    print(f"{reset(HERE)} fixtures are as they were.")
                elif choice.isdigit() and 1 <= int(choice) <= len(found):
                    return run(found[int(choice) - 1][0])
                elif choice in dict(found):
                    return run(choice)
                else:
                    print("Choose a number of the list.")


        def connectors(project: Path) -> list[tuple[str, str]]:
            """The keys in ``connectors/`` with the first line of their docstrings; nothing is imported or run."""
            found = []
            for path in sorted((project / "connectors").glob("*.py")):
                try:
                    text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
                except SyntaxError as error:
                    text = f"(does not compile: line {error.lineno})"
                if not path.stem.startswith("__"):
                    found.append((path.stem, text.split("\n", 1)[0]))
            return found


        def run(key: str) -> int:
            """Runs a connector against the API of the environment, else on a Nuntiq made for the run."""
            program = shutil.which("nuntiq")
            if program and not os.environ.get("NUNTIQ_API_KEY"):
                return subprocess.run([program, "connector", "run", key], cwd=HERE, check=False).returncode
            settings = HERE / "settings.json"
            if not settings.exists():
                print("There is no settings.json: copy settings.example.json and fill it in.")
                return 2
            if not os.environ.get("NUNTIQ_API_KEY"):
                print("Set NUNTIQ_API_KEY (and NUNTIQ_API_URL, unless it is http://localhost:8080/api).")
                return 2
            command = [sys.executable, str(HERE / "main.py"), "--entrypoint", key]
            command += ["--connector-path", str(HERE), "--config", str(settings)]
            return subprocess.run(command, check=False).returncode


        def reset(project: Path) -> int:
            """Copies ``fixtures/_seed`` over ``fixtures``, each file whole or not at all; how many."""
            seed, fixtures = project / "fixtures" / "_seed", project / "fixtures"
            count = 0
            for source in sorted(path for path in seed.rglob("*") if path.is_file()):
                target = fixtures / source.relative_to(seed)
                target.parent.mkdir(parents=True, exist_ok=True)
                with tempfile.NamedTemporaryFile(dir=target.parent, delete=False) as draft:
                    draft.write(source.read_bytes())
                os.replace(draft.name, target)
                count += 1
            return count


        if __name__ == "__main__":
            sys.exit(main())

        """#
}
