#!/usr/bin/env python3
"""seeds.py GENERATE FOLDER: what `make fuzz` begins with beside the corpora, FOLDER/TARGET/...: the samples
of every grammar and rows of every catalog, the inputs of the cases and the logs that the measurements
generate, each in the form that the target reads."""
import glob
import gzip
import os
import re
import subprocess
import sys

MOST_BYTES = 16 * 1024


def put(folder, target, name, content):
    path = os.path.join(folder, target)
    os.makedirs(path, exist_ok=True)
    with open(os.path.join(path, name), "wb") as file:
        file.write(content[:MOST_BYTES])


def read(path):
    with open(path, "rb") as file:
        return file.read()


def samples_of(grammar):
    """The lines of samples and not_samples, which are scalars in quotes."""
    text = read(grammar).decode()
    for quoted in re.findall(r"- (?:line: )?'((?:[^'\n]|'')*)'", text):
        yield quoted.replace("''", "'")
    for quoted in re.findall(r'- (?:line: )?"((?:[^"\\\n]|\\.)*)"', text):
        yield quoted.replace('\\"', '"').replace("\\t", "\t").replace("\\n", "\n").replace("\\\\", "\\")


def logs(generate):
    """Pairs of name and content."""
    for path in sorted(glob.glob("tests/cases/*/input/**", recursive=True) + glob.glob("samples/*")):
        if os.path.isfile(path) and os.path.getsize(path) <= MOST_BYTES:
            yield path, read(path)
    for kind in ("engine", "list"):
        yield kind, subprocess.run([generate, kind, "60"], capture_output=True, check=True).stdout


def main():
    generate, folder = sys.argv[1:]
    grammars = sorted(glob.glob("grammars/*.yaml"))
    for grammar in grammars:
        name = os.path.basename(grammar)
        put(folder, "grammar", name, read(grammar))
        lines = list(samples_of(grammar))
        text = "\n".join(lines).encode()
        for target in ("engine", "list", "output"):
            put(folder, target, name, text)
        for number in range(4):
            put(folder, "other_logs", "%s.%d" % (name, number), bytes([number]) + text)
    for number, line in enumerate(line for grammar in grammars for line in samples_of(grammar)):
        put(folder, "notation", str(number), line.encode())
    for catalog in glob.glob("catalog/*.csv"):
        rows = read(catalog).split(b"\n")
        put(folder, "catalog", os.path.basename(catalog), b"\n".join(rows[:6]) + b"\n")
    for number, (path, content) in enumerate(logs(generate)):
        name = "%d-%s" % (number, os.path.basename(path))
        named = b"==> " + os.path.basename(path).encode() + b" <==\n" + content
        put(folder, "archive", name, content)
        put(folder, "gzip", name, gzip.compress(content, mtime=0))
        for target in ("engine", "list"):
            put(folder, target, name, content)
        put(folder, "output", name, named)
        for target in ("cutter", "decoder", "other_logs"):
            put(folder, target, name, bytes([number % 32]) + content)
    for number, path in enumerate(sorted(glob.glob("tests/cases/*/args"))):
        words = read(path).replace(b"{samples}", b"samples")
        put(folder, "options", str(number), words)
        if words.startswith(b"explain\n"):
            put(folder, "explain", str(number), words[len(b"explain\n"):])


main()
