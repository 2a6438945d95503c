#!/usr/bin/env python3
"""evtx.py [CHUNK_RECORDS]: writes an event log (.evtx) to standard output, as Windows lays it out.

Each line of standard input is an event as JSON: provider, id, level, time (ISO 8601, UTC), computer and data, a list
of strings or an object of names and strings. CHUNK_RECORDS (100) records are in a chunk.
"""
import datetime
import json
import struct
import sys
import zlib

HEADER, CHUNK, FIRST = 4096, 65536, 512
NULL, STRING, BYTE, SHORT, LONG, TIME, BINARY_XML = 0, 1, 4, 6, 10, 17, 33


def filetime(text):
    moment = datetime.datetime.fromisoformat(text.rstrip("Z")).replace(tzinfo=datetime.timezone.utc)
    since = moment - datetime.datetime(1601, 1, 1, tzinfo=datetime.timezone.utc)
    return (since.days * 86400 + since.seconds) * 10**7 + since.microseconds * 10


class Chunk:
    """The bytes of a chunk so far, and where names and templates are in it."""

    def __init__(self):
        self.bytes = bytearray(FIRST)
        self.names = {}
        self.templates = {}

    def add(self, form, *values):
        self.bytes += struct.pack("<" + form, *values)

    def patch(self, at, value):
        self.bytes[at:at + 4] = struct.pack("<I", value)

    def name(self, name):
        known = self.names.get(name)
        at = known if known is not None else len(self.bytes) + 4
        self.add("I", at)
        if known is None:
            self.names[name] = at
            self.add("IHH", 0, 0, len(name))
            self.bytes += name.encode("utf-16-le") + b"\0\0"

    def value(self, value):
        """A text, or the number of a substitution."""
        if isinstance(value, int):
            self.add("BHB", 0x0E, value, STRING)
        else:
            self.add("BBH", 0x05, STRING, len(value))
            self.bytes += value.encode("utf-16-le")

    def element(self, name, attributes, content):
        self.add("BH", 0x41 if attributes else 0x01, 0xFFFF)
        length_at = len(self.bytes)
        self.add("I", 0)
        self.name(name)
        if attributes:
            list_at = len(self.bytes)
            self.add("I", 0)
            for i, (key, value) in enumerate(attributes):
                self.add("B", 0x46 if i + 1 < len(attributes) else 0x06)
                self.name(key)
                self.value(value)
            self.patch(list_at, len(self.bytes) - list_at - 4)
        if content is None:
            self.add("B", 0x03)
        else:
            self.add("B", 0x02)
            for part in content if isinstance(content, list) else [content]:
                if isinstance(part, tuple):
                    self.element(*part)
                else:
                    self.value(part)
            self.add("B", 0x04)
        self.patch(length_at, len(self.bytes) - length_at - 4)

    def instance(self, tree, values):
        """A template instance; `tree` is its root element, `values` are pairs of type and bytes."""
        key = json.dumps(tree)
        known = self.templates.get(key)
        at = known if known is not None else len(self.bytes) + 10
        self.add("BBII", 0x0C, 1, 0, at)
        if known is None:
            self.templates[key] = at
            self.add("I16sI", 0, b"\0" * 16, 0)
            self.bytes += b"\x0f\1\1\0"
            self.element(*tree)
            self.add("B", 0)
            self.patch(at + 20, len(self.bytes) - at - 24)
        self.add("I", len(values))
        lengths_at = len(self.bytes)
        for kind, _ in values:
            self.add("HBB", 0, kind, 0)
        for i, (_, value) in enumerate(values):
            start = len(self.bytes)
            if callable(value):
                value()
            else:
                self.bytes += value
            self.bytes[lengths_at + 4 * i:lengths_at + 4 * i + 2] = struct.pack("<H", len(self.bytes) - start)

    def record(self, number, event):
        start = len(self.bytes)
        moment = filetime(event["time"])
        self.add("IIQQ", 0x2A2A, 0, number, moment)
        self.bytes += b"\x0f\1\1\0"
        data = event.get("data", [])
        pairs = data.items() if isinstance(data, dict) else [(None, text) for text in data]
        fields = [("Data", [("Name", name)] if name else [], i) for i, (name, _) in enumerate(pairs)]
        texts = [(STRING, text.encode("utf-16-le")) for _, text in pairs]
        system = ("System", [], [
            ("Provider", [("Name", 0)], None), ("EventID", [], 1), ("Level", [], 2),
            ("TimeCreated", [("SystemTime", 3)], None), ("EventRecordID", [], 4), ("Channel", [], "Application"),
            ("Computer", [], 5)])
        tree = ("Event", [("xmlns", "http://schemas.microsoft.com/win/2004/08/events/event")],
                [system, 6] if fields else [system])
        self.instance(tree, [
            (STRING, event["provider"].encode("utf-16-le")), (SHORT, struct.pack("<H", event["id"])),
            (BYTE, struct.pack("<B", event["level"])), (TIME, struct.pack("<Q", moment)),
            (LONG, struct.pack("<Q", number)), (STRING, event["computer"].encode("utf-16-le")),
            (BINARY_XML, lambda: self.instance(("EventData", [], fields), texts)) if fields else (NULL, b"")])
        self.add("B", 0)
        self.bytes += b"\0" * (-(len(self.bytes) + 4 - start) % 8)
        length = len(self.bytes) + 4 - start
        self.add("I", length)
        self.patch(start + 4, length)
        return start

    def finish(self, first, last, last_at):
        end = len(self.bytes)
        self.bytes[:56] = struct.pack("<8sQQQQIIII", b"ElfChnk", first, last, first, last, 128, last_at, end,
                                      zlib.crc32(self.bytes[FIRST:]))
        self.patch(124, zlib.crc32(self.bytes[:120] + self.bytes[128:FIRST]))
        return bytes(self.bytes) + b"\0" * (CHUNK - end)


def main():
    in_chunk = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    events = [json.loads(line) for line in sys.stdin if line.strip()]
    chunks = []
    for start in range(0, len(events), in_chunk):
        chunk = Chunk()
        for number, event in enumerate(events[start:start + in_chunk], start + 1):
            last_at = chunk.record(number, event)
        chunks.append(chunk.finish(start + 1, number, last_at))
    header = struct.pack("<8sQQQIHHHH", b"ElfFile", 0, max(len(chunks) - 1, 0), len(events) + 1, 128, 1, 3, HEADER,
                         len(chunks)).ljust(120, b"\0")
    header += struct.pack("<II", 0, zlib.crc32(header))
    sys.stdout.buffer.write(header.ljust(HEADER, b"\0") + b"".join(chunks))


main()
