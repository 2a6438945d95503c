"""Runs bench/generate and compares its counts with those of marsift."""
import gzip
import json
import os
import shutil
import subprocess

# The storage forms of tiny files, in turn, so that every kind of log and list occurs in each form.
FORMS = ["plain", "gzip", "utf-16"]


def truth_of(words):
    """Parses the generator's counts, 'lines 3 failures 2 files 1', into a dictionary."""
    words = words.split()
    return dict(zip(words[::2], map(int, words[1::2])))


def counts_of(report):
    """Returns the counts of a JSON report that the generator knows, and its indicators of errors."""
    report = json.loads(report)
    return {"lines": report["books"]["lines"], "failures": report["events"], "files": report["files"],
            "books balance": report["books"]["balanced"], "files exact": report["files_exact"],
            "incomplete": report["incomplete"], "unparsed": report["books"]["unparsed"]}


def differences(truth, report, incomplete=False):
    """Returns a sentence for each value of the report that differs from the expected one."""
    wanted = {**truth, "books balance": True, "files exact": True, "incomplete": incomplete, "unparsed": 0}
    try:
        counts = counts_of(report)
    except ValueError:
        return ["no report"]
    return [f"{what}: {counts[what]} instead of {number}" for what, number in wanted.items() if counts[what] != number]


def convert(path, form):
    """Rewrites the file at `path` in `form`."""
    if form == "plain":
        return
    with open(path, "rb") as file:
        text = file.read()
    with open(path, "wb") as file:
        file.write(gzip.compress(text, 1, mtime=0) if form == "gzip" else text.decode().encode("utf-16"))


def make_files(generate, folder, count):
    """Fills `folder`, which is emptied first, with `count` tiny files of mixed kinds. Returns their counts."""
    shutil.rmtree(folder, ignore_errors=True)
    made = subprocess.run([generate, "files", folder, str(count)], stderr=subprocess.PIPE, text=True, check=True)
    for number, name in enumerate(sorted(os.listdir(folder))):
        convert(os.path.join(folder, name), FORMS[number % len(FORMS)])
    return truth_of(made.stderr)
