"""The server that the killer tests own: that of the toolkit."""

from __future__ import annotations

from toolkit.server import OwnServer, program

__all__ = ["OwnServer", "program"]
