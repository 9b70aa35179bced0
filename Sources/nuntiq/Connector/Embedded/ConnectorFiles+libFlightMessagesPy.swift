// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/lib/flight/messages.py by Scripts/embed-assets; change that file, not this one.
    static let libFlightMessagesPy = #"""
        """Requests and answers of HTTP/1.1, from the bytes that travelled."""

        from __future__ import annotations

        import zlib
        from dataclasses import dataclass, field
        from typing import Optional

        Headers = list[tuple[str, str]]
        #: Of the way of one connection: they say nothing about what was asked or answered.
        _OF_THE_WAY = frozenset({"content-length", "transfer-encoding", "content-encoding", "connection", "keep-alive"})
        _WITHOUT_BODY = (204, 304)
        #: For zlib: its own format and that of gzip, told apart by their beginnings.
        _ANY_WINDOW = 47
        _UNPACKED_BYTES_MAX = 64 * 1024 * 1024


        @dataclass
        class Request:
            """What was asked."""

            method: str
            url: str
            headers: Headers = field(default_factory=list)
            body: bytes = b""

            def header(self, name: str) -> str:
                """A header's value, or an empty text."""
                return header(self.headers, name)


        @dataclass
        class Answer:
            """What was answered; not ``is_whole`` when the connection ended before the body did."""

            status: int
            reason: str = ""
            headers: Headers = field(default_factory=list)
            body: bytes = b""
            is_whole: bool = True

            def wire(self) -> bytes:
                """As bytes on a connection that stays open; one that is not whole promises a byte more than it has."""
                kept = [(name, value) for name, value in self.headers if name.lower() not in _OF_THE_WAY]
                lines = [f"HTTP/1.1 {self.status} {self.reason}", *(f"{name}: {value}" for name, value in kept)]
                if self.status not in _WITHOUT_BODY:
                    lines.append(f"Content-Length: {len(self.body) + (not self.is_whole)}")
                return "\r\n".join([*lines, "", ""]).encode("latin-1", "replace") + self.body


        def header(headers: Headers, name: str) -> str:
            """The value of the first header of that name, or an empty text."""
            for key, value in headers:
                if len(key) == len(name) and key.lower() == name:
                    return value
            return ""


        def parse_request(origin: str, content: bytes) -> Request:
            """What was sent to a host."""
            line, headers, body = _parts(content)
            method, _, rest = line.partition(" ")
            target = rest.rsplit(" ", 1)[0]
            if header(headers, "transfer-encoding").lower() == "chunked":
                body = _joined(body)[0]
            body = _unpacked(body, header(headers, "content-encoding").lower())
            return Request(method, target if "://" in target else origin + target, headers, body)


        def parse_answer(content: bytes, method: str) -> Optional[Answer]:
            """What came back; ``None`` where not even the head did. Bodies are unpacked."""
            while True:
                if b"\r\n\r\n" not in content:
                    return None
                line, headers, body = _parts(content)
                words = line.split(" ", 2)
                status = int(words[1]) if len(words) > 1 and words[1].isdigit() else 0
                if not 100 <= status < 200:
                    break
                content = body  # an interim answer
            answer = Answer(status, words[2] if len(words) > 2 else "", headers, body)
            if method == "HEAD" or status in _WITHOUT_BODY:
                answer.body = b""
            elif header(headers, "transfer-encoding").lower() == "chunked":
                answer.body, answer.is_whole = _joined(body)
            elif header(headers, "content-length").isdigit():
                answer.is_whole = len(body) >= int(header(headers, "content-length"))
            if answer.is_whole:
                answer.body = _unpacked(answer.body, header(headers, "content-encoding").lower())
            return answer


        def _parts(content: bytes) -> tuple[str, Headers, bytes]:
            head, _, body = content.partition(b"\r\n\r\n")
            line, *rest = head.decode("latin-1").split("\r\n")
            headers = []
            for each in rest:
                name, _, value = each.partition(":")
                headers.append((name, value.strip()))
            return line, headers, body


        def _joined(body: bytes) -> tuple[bytes, bool]:
            """A chunked body, and whether its end was there."""
            parts: list[bytes] = []
            place = 0
            while True:
                end = body.find(b"\r\n", place)
                size = body[place:end].split(b";")[0].strip() if end >= 0 else b""
                try:
                    length = int(size, 16)
                except ValueError:
                    return b"".join(parts), False
                if length == 0:
                    return b"".join(parts), True
                parts.append(body[end + 2 : end + 2 + length])
                place = end + 2 + length + 2
                if place > len(body):
                    return b"".join(parts), False


        def _unpacked(body: bytes, encoding: str) -> bytes:
            if encoding not in ("gzip", "x-gzip", "deflate"):
                return body
            try:
                return zlib.decompressobj(_ANY_WINDOW).decompress(body, _UNPACKED_BYTES_MAX)
            except zlib.error:
                return body

        """#
}
