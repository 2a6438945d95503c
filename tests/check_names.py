#!/usr/bin/env python3
"""check_names.py BUILD: checks that hostile names are inert wherever marsift prints them.

Uses each name as a zip member, a file, a failed file, a host, and an argument of every kind. Every format in both
languages must pass a strict reader and contain nothing that controls a terminal, changes the direction of text or
breaks a line. Prints the first 40 failures. Exit status 1 if there are any.
"""
import csv
import io
import json
import os
import shutil
import subprocess
import sys
import zipfile

NAMES = [
    "\x1b]8;;http://evil.example\x07link\x1b]8;;\x07.log",  # a terminal hyperlink
    "\x1b[31mred\x1b[2J.log", "\x9b31m\x85.log", "\x7f.log",
    "two\nrows.log", "\r=1.log", "\ttab.log", "\u2028\u2029.log",
    "\u202egol.txt", "\u2066x\u2069.log", "\u200e\u200f\u061c.log", "\u200b\ufeff.log",
    "=cmd|' /C calc'!A0.log", "+1.log", "-1.log", "@sum.log", "\uff1d1.log", " =1.log",
    "<script>alert(1)</script>.log", '"quote\'s, and commas.log',
]
LONG_NAME = "n" * 32767
LINE = b"D:\\a.txt, 0x80070005\r\ngarbage \x1b[31m\xe2\x80\xae\r\n"
LIST = "LastBackupFailedFiles1_7_21_2024.txt"
FORMULA = "=+-@\t\r\uff0b\uff0d\uff1d\uff20"
UNSAFE = set(map(chr, [*range(0x20), *range(0x7F, 0xA0), 0x061C, 0x200E, 0x200F, *range(0x2028, 0x202F),
                        *range(0x2066, 0x206A)])) - {"\n"}
FORMATS_OF = os.path.join(os.path.dirname(os.path.abspath(__file__)), "support", "formats.sh")
STATUSES = {0, 1, 2, 4, 5}

failures = []
runs = 0


def fail(arguments, why):
    failures.append(f"{' '.join(ascii(argument)[:60] for argument in arguments)}: {why}")


def check_lines(arguments, text, where):
    unsafe = sorted(set(text) & UNSAFE)
    if unsafe:
        fail(arguments, f"{where} contains {unsafe!r}")


def check_csv(arguments, text):
    if "\n" in text.replace("\r\n", ""):
        fail(arguments, "a row is more than one line")
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    if len({len(row) for row in rows}) > 1:
        fail(arguments, "rows differ in their number of columns")
    if "--csv-safe" not in arguments:
        return
    for cell in (cell for row in rows for cell in row):
        if cell.lstrip(" \u3000\u00a0\u200b\ufeff")[:1] in set(FORMULA):
            fail(arguments, f"a formula: {cell!r}")


def check_json(arguments, text):
    try:
        json.loads(text)
    except ValueError as error:
        fail(arguments, error)


def run(binary, form, *arguments):
    """Runs marsift and checks its output, which is in the format `form`, and its messages."""
    global runs
    runs += 1
    done = subprocess.run([binary, *arguments], capture_output=True, timeout=60)
    if done.returncode not in STATUSES:
        fail(arguments, f"status {done.returncode}")
    output, messages = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    check_lines(arguments, messages, "stderr")
    if any(not line.startswith("marsift: ") for line in messages.split("\n")[:-1]):
        fail(arguments, "a message is more than one line")
    check_lines(arguments, output.replace("\r\n", "\n") if form == "csv" else output, "stdout")
    if form == "csv":
        check_csv(arguments, output)
    if form == "json" and output:
        check_json(arguments, output)
    if form == "ndjson":
        for line in output.split("\n")[:-1]:
            check_json(arguments, line)


def write_inputs():
    with zipfile.ZipFile("names.zip", "w") as archive:
        for name in NAMES + ["../x.log", "/x.log", "C:\\x.log", LONG_NAME]:
            member = zipfile.ZipInfo("x")
            member.filename = name
            archive.writestr(member, LINE)
    os.mkdir("folder")
    for name in NAMES:
        with open(os.path.join("folder", name.replace("/", "_")), "wb") as file:
            file.write(LINE)
    with open(LIST, "wb") as file:
        for name in NAMES + [LONG_NAME]:
            file.write(f"D:\\{name}, 0x80070005\r\n".replace("\n", "\x0b", name.count("\n")).encode())


def check_reports(binary, formats):
    files = [os.path.join("folder", name) for name in os.listdir("folder")]
    for paths in (["names.zip"], ["folder"], [LIST], files + [path + ".gone" for path in files]):
        for form in formats:
            for extra in ([], ["--csv-safe"], ["--lang", "ja"]):
                run(binary, form, "report", "-f", form, *extra, *paths)
                run(binary, form, "files", "-f", form, *extra, *paths)
        run(binary, "text", "--all", "--lang", "ja", "--by", "host", "--jobs-table", *paths)
        run(binary, "text", "--all", "--by", "folder", *paths)


def check_arguments(binary, formats):
    for name in NAMES:
        for form in formats:
            run(binary, form, "explain", "-f", form, "--csv-safe", "--", name)
        run(binary, "csv", "files", "-f", "csv", "--csv-safe", "--host", name, LIST)
        for option in ("--fail-on", "--format", "--grammar", "--catalog", "--host", "--tz", "--encoding", "--year"):
            run(binary, "text", option, name, LIST)
        run(binary, "text", "-o", "/nowhere/" + name, LIST)
        run(binary, "text", "--" + name)
        run(binary, "text", "check", name)
        run(binary, "text", "annotate", "./" + name)


def main():
    build = os.path.abspath(sys.argv[1])
    work = os.path.join(build, "check-names")
    shutil.rmtree(work, ignore_errors=True)
    os.makedirs(work)
    os.chdir(work)
    os.environ["LC_ALL"] = "C.UTF-8"
    write_inputs()
    binary = os.path.join(build, "marsift")
    formats = subprocess.check_output(["sh", FORMATS_OF, binary], text=True).split()
    check_reports(binary, formats)
    check_arguments(binary, formats)
    print("\n".join(failures[:40]))
    print(f"{runs} runs, {len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
