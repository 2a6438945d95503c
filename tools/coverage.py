#!/usr/bin/env python3
"""coverage.py BUILD [--missing]: prints how many lines and branches of each room the tests have run.

BUILD holds objects compiled with --coverage and the counts of the runs. --missing lists each line that was not run.
Exit status 1 if less than 90 % of the lines of a room that reads input were run.
"""
import collections
import json
import pathlib
import subprocess
import sys

ROOMS = ["base", "text", "catalog", "input", "grammar", "verdict", "tally", "report", "output", "engine", "cli"]
WATCHED = {"text", "catalog", "input", "grammar", "verdict", "tally", "report"}
LEAST_SHARE = 0.90


def counts_of(build):
    """Returns how often each line and each branch was run; inline functions are summed over their callers."""
    lines, branches = collections.Counter(), collections.Counter()
    objects = sorted(str(path.resolve()) for path in pathlib.Path(build).rglob("*.gcno") if "tests" not in path.parts)
    output = subprocess.run(["gcov", "--json-format", "--stdout", "--branch-probabilities", *objects],
                            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True, text=True).stdout
    for document in filter(None, output.splitlines()):
        for file in json.loads(document)["files"]:
            for line in file["lines"]:
                place = (file["file"], line["line_number"])
                lines[place] += line["count"]
                for number, branch in enumerate(line["branches"]):
                    branches[(*place, number)] += branch["count"]
    return lines, branches


def room_of(place):
    parts = pathlib.PurePath(place[0]).parts
    return parts[1] if parts[0] == "src" else None


def share_run(counts):
    """Returns the share of counts above 0, and a text for the table."""
    run = sum(count > 0 for count in counts)
    return run / len(counts), f"{run:6} of {len(counts):6} {100 * run / len(counts):6.1f} %"


def main():
    lines, branches = counts_of(sys.argv[1])
    if "--missing" in sys.argv:
        for file, number in sorted(place for place, count in lines.items() if count == 0 and room_of(place)):
            print(f"{file}:{number}")
    failed = 0
    print(f"{'room':10} {'lines':>25} {'branches':>25}")
    for room in ROOMS:
        share, lines_text = share_run([count for place, count in lines.items() if room_of(place) == room])
        _, branches_text = share_run([count for place, count in branches.items() if room_of(place) == room])
        is_low = room in WATCHED and share < LEAST_SHARE
        failed += is_low
        print(f"{room:10} {lines_text:>25} {branches_text:>25}{'  too few lines' if is_low else ''}")
    print(f"{len(WATCHED) - failed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
