#!/usr/bin/env python3
"""seeds.py GENERATE FOLDER: writes initial inputs of the fuzz targets, in addition to their corpora, to
FOLDER/TARGET/.

They are the samples of every grammar, rows of every catalog, the inputs of the cases and logs from GENERATE
(bench/generate), each in the form that the target reads and at most 16 KiB long.
"""
import glob
import gzip
import os
import re
import subprocess
import sys

MOST_BYTES = 16 * 1024


def write_seed(folder, target, name, content):
    """Writes `content`, cut to MOST_BYTES, as an input of `target`."""
    path = os.path.join(folder, target)
    os.makedirs(path, exist_ok=True)
    with open(os.path.join(path, name), "wb") as file:
        file.write(content[:MOST_BYTES])


def read(path):
    with open(path, "rb") as file:
        return file.read()


def samples_of(grammar):
    """Yields the lines of samples and not_samples, which are quoted scalars."""
    text = read(grammar).decode()
    for quoted in re.findall(r"- (?:line: )?'((?:[^'\n]|'')*)'", text):
        yield quoted.replace("''", "'")
    for quoted in re.findall(r'- (?:line: )?"((?:[^"\\\n]|\\.)*)"', text):
        yield quoted.replace('\\"', '"').replace("\\t", "\t").replace("\\n", "\n").replace("\\\\", "\\")


def logs(generate):
    """Yields the name and content of each log."""
    for path in sorted(glob.glob("tests/cases/*/input/**", recursive=True) + glob.glob("samples/*")):
        if os.path.isfile(path) and os.path.getsize(path) <= MOST_BYTES:
            yield path, read(path)
    for kind in ("engine", "list"):
        yield kind, subprocess.run([generate, kind, "60"], capture_output=True, check=True).stdout


def event_logs():
    """Yields chunks of event logs, without the free space at their end."""
    for data in (b"", b', "data": ["0x186A0", "text"]', b', "data": {"ErrorCode": "2155348237"}'):
        event = b'{"provider": "disk", "id": 7, "level": 2, "time": "2024-07-20T18:27:38Z", "computer": "A"%s}\n' % data
        for count in (1, 2, 3):
            made = subprocess.run(["python3", "tests/support/evtx.py"], input=event * count, capture_output=True, check=True)
            yield made.stdout[4096:].rstrip(b"\0")


def main():
    generate, folder = sys.argv[1:]
    for number, chunk in enumerate(event_logs()):
        for setting in (0, 1, 5):
            write_seed(folder, "evtx", "%d.%d" % (number, setting), bytes([setting]) + chunk)
    grammars = sorted(glob.glob("grammars/*.yaml"))
    for grammar in grammars:
        name = os.path.basename(grammar)
        write_seed(folder, "grammar", name, read(grammar))
        lines = list(samples_of(grammar))
        text = "\n".join(lines).encode()
        for target in ("engine", "list", "output"):
            write_seed(folder, target, name, text)
        for number in range(5):
            write_seed(folder, "other_logs", "%s.%d" % (name, number), bytes([number]) + text)
    for number, line in enumerate(line for grammar in grammars for line in samples_of(grammar)):
        write_seed(folder, "code_notation", str(number), line.encode())
    for catalog in glob.glob("catalog/*.csv"):
        rows = read(catalog).split(b"\n")
        write_seed(folder, "catalog", os.path.basename(catalog), b"\n".join(rows[:6]) + b"\n")
    for number, (path, content) in enumerate(logs(generate)):
        name = "%d-%s" % (number, os.path.basename(path))
        named = b"==> " + os.path.basename(path).encode() + b" <==\n" + content
        write_seed(folder, "archive", name, content)
        write_seed(folder, "structured", name, content)
        write_seed(folder, "gzip", name, gzip.compress(content, mtime=0))
        for target in ("engine", "list"):
            write_seed(folder, target, name, content)
        write_seed(folder, "output", name, named)
        for mark, form in enumerate(("%d:%s", "a.errlog:%d:%s", "%6d\t%s", "> %d-%s", "Jul 21 03:00:05 N1 mars[%d]: %s")):
            lines = content.decode("utf-8", "replace").splitlines()[:40]
            wrapped = "\n".join(form % (at, line) for at, line in enumerate(lines, 1))
            write_seed(folder, "wrapper", "%s.%d" % (name, mark), bytes([mark]) + wrapped.encode())
        for target in ("chunker", "decoder", "other_logs"):
            write_seed(folder, target, name, bytes([number % 32]) + content)
    for number, path in enumerate(sorted(glob.glob("tests/cases/*/args"))):
        words = read(path).replace(b"{samples}", b"samples")
        write_seed(folder, "options", str(number), words)
        if words.startswith(b"explain\n"):
            write_seed(folder, "explain", str(number), words[len(b"explain\n"):])


main()
