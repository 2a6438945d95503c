"""What bench/generate makes, and what marsift counts in it; for the checks of load."""
import gzip
import json
import os
import shutil
import subprocess

# The clothes of a tiny file, by its number: every kind of log and of list in each of them.
CLOTHES = ["plain", "gzip", "utf-16"]


def truth_of(words):
    """'lines 3 failures 2 files 1' as a dictionary."""
    words = words.split()
    return dict(zip(words[::2], map(int, words[1::2])))


def counts_of(report):
    """The numbers of a JSON report that the truth has, and whatever says that something is wrong."""
    report = json.loads(report)
    return {"lines": report["books"]["lines"], "failures": report["events"], "files": report["files"],
            "books balance": report["books"]["balanced"], "files exact": report["files_exact"],
            "incomplete": report["incomplete"], "unparsed": report["books"]["unparsed"]}


def differences(truth, report, incomplete=False):
    """A sentence for each number of the report that is not what it must be."""
    wanted = {**truth, "books balance": True, "files exact": True, "incomplete": incomplete, "unparsed": 0}
    try:
        counts = counts_of(report)
    except ValueError:
        return ["no report"]
    return [f"{what}: {counts[what]} instead of {number}" for what, number in wanted.items() if counts[what] != number]


def dress(path, clothes):
    """Puts the file at `path` into other clothes, at the same place."""
    if clothes == "plain":
        return
    with open(path, "rb") as file:
        text = file.read()
    with open(path, "wb") as file:
        file.write(gzip.compress(text, 1, mtime=0) if clothes == "gzip" else text.decode().encode("utf-16"))


def make_files(generate, folder, count):
    """Fills `folder` anew with `count` tiny files, all in it, of mixed kinds. Returns their truth."""
    shutil.rmtree(folder, ignore_errors=True)
    made = subprocess.run([generate, "files", folder, str(count)], stderr=subprocess.PIPE, text=True, check=True)
    for number, name in enumerate(sorted(os.listdir(folder))):
        dress(os.path.join(folder, name), CLOTHES[number % len(CLOTHES)])
    return truth_of(made.stderr)
