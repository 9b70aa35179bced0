"""The ring between a run and its recording: whole and in order at any size, also when one end is gone."""

from __future__ import annotations

import os
import threading
import unittest

from lib.flight.ring import RingInlet, RingOutlet, new_ring


class Ring(unittest.TestCase):
    def setUp(self) -> None:
        self.ring = new_ring()
        self.held, self.hold = os.pipe()
        self.addCleanup(os.close, self.ring)
        self.addCleanup(os.close, self.held)

    def test_what_is_put_in_comes_out_whole_and_in_order(self) -> None:
        sizes = [1, 0, 7, 4096, 3_000_000, 4 * 1024 * 1024, 5, 11_000_000, 1_300_000, 2]
        contents = [bytes([number + 1]) * size for number, size in enumerate(sizes)]
        taken: list[bytes] = []

        def take() -> None:
            outlet = RingOutlet(self.ring, self.held)
            buffer = bytearray(700_000)
            while True:
                size = outlet.readinto(buffer)
                if not size:
                    break
                taken.append(bytes(buffer[:size]))

        thread = threading.Thread(target=take)
        thread.start()
        inlet = RingInlet(self.ring)
        for content in contents:
            self.assertTrue(inlet.put(content, lambda: True))
        os.close(self.hold)
        thread.join()
        inlet.close()
        self.assertEqual(b"".join(taken), b"".join(contents))

    def test_nobody_waits_for_an_end_that_is_gone(self) -> None:
        inlet = RingInlet(self.ring)
        self.assertFalse(inlet.put(bytes(5_000_000), lambda: False))
        inlet.close()
        os.close(self.hold)

    def test_who_takes_no_more_is_not_waited_for(self) -> None:
        inlet = RingInlet(self.ring)
        RingOutlet(self.ring, self.held).refuse()
        self.assertFalse(inlet.put(b"one", lambda: True))
        inlet.close()
        os.close(self.hold)


if __name__ == "__main__":
    unittest.main()
