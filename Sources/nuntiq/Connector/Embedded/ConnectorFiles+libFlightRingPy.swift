// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/lib/flight/ring.py by Scripts/embed-assets; change that file, not this one.
    static let libFlightRingPy = #"""
        """A ring of shared memory between a run and the process that writes its recording.

        To put something in is to copy it: no call of the system, and nobody is woken. What was put in is there also when the
        process that did it is killed.
        """

        from __future__ import annotations

        import io
        import mmap
        import os
        import select
        import tempfile
        import time
        from typing import Any, Callable

        _BYTES = 4 * 1024 * 1024
        #: Before the content stand how much was put in, how much was taken out, and whether it is taken no more; each in a
        #: cache line of its own.
        _HEAD_BYTES = 192
        _PUT, _TAKEN, _REFUSED = 0, 8, 16
        _PAUSE_FOR_ROOM_SECONDS = 0.002
        _LOOK_SECONDS = 0.02
        _LOOK_SECONDS_MAX = 0.32


        def new_ring() -> int:
            """The descriptor of a new ring, of which no other program sees the name."""
            if hasattr(os, "memfd_create"):
                file = os.memfd_create("nuntiq-recording", os.MFD_CLOEXEC)
            else:
                with tempfile.TemporaryFile() as unnamed:
                    file = os.dup(unnamed.fileno())
            os.ftruncate(file, _HEAD_BYTES + _BYTES)
            return file


        class _Ring:
            def __init__(self, file: int) -> None:
                self.memory = mmap.mmap(file, _HEAD_BYTES + _BYTES)
                # By whole words: a count is never seen half written.
                self.counts = memoryview(self.memory)[:_HEAD_BYTES].cast("Q")

            def close(self) -> None:
                self.counts.release()
                self.memory.close()


        class RingInlet:
            """The run's end. One thread at a time."""

            def __init__(self, file: int) -> None:
                self._ring = _Ring(file)
                self._memory, self._counts = self._ring.memory, self._ring.counts
                self._put = 0
                self._place = 0
                #: As far as is known, up to the end of the ring.
                self._room = 0
                # The pages are there before the run begins, and not one by one while it waits.
                self._memory[_HEAD_BYTES:] = bytes(_BYTES)

            def put(self, content: bytes, is_taken: Callable[[], bool]) -> bool:
                """Puts all of it in, and waits for room where there is none; ``False``: nobody takes it any more."""
                size = len(content)
                if size <= self._room:
                    self._copy(content, size)
                    return True
                rest = memoryview(content)
                while rest:
                    if not self._has_room(is_taken):
                        return False
                    size = min(len(rest), self._room)
                    self._copy(rest[:size], size)
                    rest = rest[size:]
                return True

            def _copy(self, content: bytes | memoryview, size: int) -> None:
                start = _HEAD_BYTES + self._place
                self._memory[start : start + size] = content
                self._put += size
                self._place += size
                self._room -= size
                self._counts[_PUT] = self._put

            def _has_room(self, is_taken: Callable[[], bool]) -> bool:
                """Waits for room up to the end of the ring; ``False``: there will be none."""
                self._place = self._put % _BYTES
                while not self._counts[_REFUSED]:
                    self._room = min(_BYTES - (self._put - self._counts[_TAKEN]), _BYTES - self._place)
                    if self._room:
                        return True
                    if not is_taken():
                        break
                    time.sleep(_PAUSE_FOR_ROOM_SECONDS)
                return False

            def close(self) -> None:
                """Gives the memory back; the other end keeps its own."""
                self._ring.close()


        class RingOutlet(io.RawIOBase):
            """The writer's end: what was put in, and its end when ``held`` has none that holds its other end."""

            def __init__(self, file: int, held: int) -> None:
                self._ring = _Ring(file)
                self._held = held
                self._taken = 0
                self._seen = 0
                self._pause = _LOOK_SECONDS

            def readable(self) -> bool:
                """Always."""
                return True

            def readinto(self, buffer: Any) -> int:
                """The next bytes; waits for them."""
                while self._seen == self._taken:
                    if self._look() and self._seen == self._taken:
                        return 0
                start = self._taken % _BYTES
                size = min(len(buffer), self._seen - self._taken, _BYTES - start)
                buffer[:size] = self._ring.memory[_HEAD_BYTES + start : _HEAD_BYTES + start + size]
                self._taken += size
                self._ring.counts[_TAKEN] = self._taken
                return size

            def refuse(self) -> None:
                """Lets the run know that no more is taken."""
                self._ring.counts[_REFUSED] = 1

            def _look(self) -> bool:
                """Looks now and then; whether the run is over.

                What a look finds is taken at the next one: on some processors a count is seen before what it counts.
                """
                found = self._ring.counts[_PUT]
                is_over = bool(select.select([self._held], [], [], self._pause)[0])
                self._seen = self._ring.counts[_PUT] if is_over else found
                self._pause = _LOOK_SECONDS if self._seen != self._taken else min(self._pause * 2, _LOOK_SECONDS_MAX)
                return is_over

        """#
}
