"""The flight recorder: a run in one file, both sides of it, and its replay without network or server."""
