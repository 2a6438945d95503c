#!/usr/bin/env python3
"""measure.py FOLDER MARSIFT [ROUNDS]: compares marsift with the tools that people would use instead.

A row is a task, marsift's command for it, and a peer's. All commands of a row run in turn, ROUNDS times (default 5),
with their input in the page cache. The table has the medians of the wall-clock times in seconds, their ratio, and the
highest ratio that we accept (the bar). If a program of a peer is not installed, the row names it. The table goes to
standard output and, as CSV, to FOLDER/results.csv.

Exit status 1 if, in any round, a program ends with an unexpected status, or a count differs from the generator's.
"""
import csv
import os
import re
import shlex
import shutil
import statistics
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "tests"))
from support.generated import differences, truth_of  # noqa: E402

FAILURE = r"Failed: Hr: = \[0x"
COUNT_CODES = """mawk 'match($0, /0x8[0-9A-Fa-f]+/) { count[substr($0, RSTART, RLENGTH)]++ }
END { for (code in count) print count[code], code }' FILE"""
SORT_CODES = "grep -oE '0x8[0-9A-Fa-f]{7}' FILE | sort | uniq -c"
# lnav has no format for these logs, so it filters them as plain text.
LNAV = f"lnav -n -N -c ':filter-in {FAILURE}' FILE | wc -l"
DISTINCT_FILES = "LC_ALL=C sort -u FILE | grep -c ^0x"
REPORT = "report"
# marsift cuts the longest line of this input, and says so in the report and by its status.
CUT_INPUT = "long-line.errlog"
CUT_STATUS = 4


def marsift(arguments):
    return f"MARSIFT {arguments} -f json FILE"


# (work, marsift's command, its input, [(peer, its command, what it counts, bar or None)]). The last word of a command's
# first program is its input. What it counts is one of the generator's counts, or REPORT for all of them.
ROWS = [
    ("engine log, full report", marsift(""), "engine.errlog", [
        ("mawk counting codes", COUNT_CODES, "failures", 0.5),
        ("rg -c failures", f"rg -c '{FAILURE}' FILE", "failures", 4.0),
        ("grep | sort | uniq -c", SORT_CODES, "failures", None),
        ("wc -l", "wc -l FILE", "lines", None),
        ("lnav, filter | wc -l", LNAV, "failures", None)]),
    ("engine log, -j1", marsift("-j1"), "engine.errlog", [
        ("mawk counting codes", COUNT_CODES, "failures", 0.8)]),
    ("engine log, two threads against one", marsift("-j2"), "engine.errlog", [
        ("marsift -j1", marsift("-j1"), REPORT, 1 / 1.6)]),
    ("engine log, gzipped", marsift(""), "engine.errlog.gz", [
        ("zcat | rg -c failures", f"zcat FILE | rg -c '{FAILURE}'", "failures", 0.6),
        ("zcat | wc -l", "zcat FILE | wc -l", "lines", None)]),
    ("engine log, UTF-16LE", marsift(""), "engine-utf16.errlog", [
        ("marsift, the same in UTF-8", "MARSIFT -f json FOLDER/engine.errlog", REPORT, 2.0)]),
    ("failed-files list, distinct files", marsift(""), "LastBackupFailedFiles1_7_21_2024.txt", [
        ("mawk counting codes", COUNT_CODES, "failures", 1.0),
        ("sort -u | grep -c", DISTINCT_FILES, "files", None)]),
    ("zip of 200 logs", marsift(""), "servers.zip", [
        ("marsift, the same as files", "MARSIFT -f json FOLDER/servers", REPORT, 1.3)]),
    ("log with a line of 200 MB", marsift(""), "long-line.errlog", [
        ("wc -l", "wc -l FILE", "lines", None)]),
    ("ten times the log", marsift(""), "engine.errlog", [
        ("marsift, a tenth of it", "MARSIFT -f json FOLDER/tenth.errlog", REPORT, 10.5)]),
    ("400 rules instead of 40", "MARSIFT -f json --grammar FOLDER/400-rules.yaml FOLDER/tenth.errlog", "tenth.errlog", [
        ("marsift, 40 rules", "MARSIFT -f json --grammar FOLDER/40-rules.yaml FOLDER/tenth.errlog", REPORT, 1.4)]),
    ("start: explain 0x80070005 (bar: 20 ms)", "MARSIFT explain 0x80070005", None, []),
    ("start: report on ten lines (bar: 50 ms)", marsift(""), "ten-lines.errlog", []),
]


def programs_of(pipeline):
    """Splits a pipeline into its programs: for each, its environment settings and its words."""
    programs = [({}, [])]
    for word in shlex.split(pipeline):
        settings, words = programs[-1]
        if word == "|":
            programs.append(({}, []))
        elif not words and re.match(r"\w+=", word):
            settings.update([word.split("=", 1)])
        else:
            words.append(word)
    return programs


def sum_of(output):
    """Returns the sum of the numbers at the beginning of the lines, or None if a line begins otherwise."""
    try:
        return sum(int(line.split()[0]) for line in output.splitlines())
    except (IndexError, ValueError):
        return None


class Command:
    """A command, its times in seconds, and what was wrong with it."""

    def __init__(self, text, counts, folder, name, program):
        path = os.path.join(folder, name or "")
        for word, value in [("FILE", path), ("FOLDER", folder), ("MARSIFT", program)]:
            text = text.replace(word, shlex.quote(value))
        self.text = text
        self.programs = programs_of(self.text)
        self.counts = counts
        self.missing = next((words[0] for _, words in self.programs if not shutil.which(words[0])), None)
        self.seconds = []
        self.most_kilobytes = 0
        self.wrong = {}

    def run(self):
        start = time.monotonic()
        children, pipe = [], subprocess.DEVNULL
        for settings, words in self.programs:
            children.append(subprocess.Popen(words, stdin=pipe, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                             env={**os.environ, **settings}))
            if len(children) > 1:
                pipe.close()
            pipe = children[-1].stdout
        with pipe:
            output = pipe.read().decode(errors="replace")
        ends = [os.wait4(child.pid, 0) for child in children]
        self.seconds.append(time.monotonic() - start)
        self.most_kilobytes = max([self.most_kilobytes] + [usage.ru_maxrss for _, _, usage in ends])
        self.check(output, [os.waitstatus_to_exitcode(status) for _, status, _ in ends])

    def check(self, output, statuses):
        """Records a sentence for each program that failed and for each count that differs from the generator's."""
        name = self.programs[0][1][-1]
        is_cut = self.counts == REPORT and os.path.basename(name) == CUT_INPUT
        wanted = CUT_STATUS if is_cut else 0
        sentences = [f"status {status} of {words[0]}" for (_, words), status in zip(self.programs, statuses) if status != wanted]
        if self.counts:
            with open(name + ".truth") as file:
                truth = truth_of(file.read())
            if self.counts == REPORT:
                sentences += differences(truth, output, incomplete=is_cut)
            elif sum_of(output) != truth[self.counts]:
                sentences.append(f"{self.counts}: {sum_of(output)} instead of {truth[self.counts]}")
        self.wrong.update(dict.fromkeys(f"{sentence}: {self.text}" for sentence in sentences))

    def median(self):
        return statistics.median(self.seconds)


def measure(folder, program, rounds, row):
    """Runs one row. Returns its lines of the table, and what was wrong."""
    work, text, name, peers = row
    own = Command(text, REPORT if name else None, folder, name, program)
    others = [(peer, Command(command, counts, folder, name, program), bar) for peer, command, counts, bar in peers]
    runnable = [own] + [command for _, command, _ in others if not command.missing]
    for _ in range(rounds):
        for command in runnable:
            command.run()
    lines = []
    for peer, command, bar in others:
        if command.missing:
            lines.append((work, f"{peer} (not installed: {command.missing})", own.median(), None, None, None, own.most_kilobytes))
        else:
            lines.append((work, peer, own.median(), command.median(), own.median() / command.median(), bar, own.most_kilobytes))
    return (lines or [(work, "", own.median(), None, None, None, own.most_kilobytes)],
            [sentence for command in runnable for sentence in command.wrong])


def main():
    folder, program = sys.argv[1], os.path.abspath(sys.argv[2])
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 5
    everything, wrong = [], []
    print(f"{'work':<42} {'beside':<28} {'marsift':>9} {'peer':>9} {'ratio':>6} {'bar':>6} {'MiB':>5}")
    for row in ROWS:
        lines, problems = measure(folder, program, rounds, row)
        wrong += problems
        everything += lines
        for work, peer, own, other, ratio, bar, kilobytes in lines:
            print(f"{work:<42} {peer:<28} {own:>8.3f}s " + (f"{other:>8.3f}s {ratio:>6.2f}" if other else " " * 16) +
                  (f" {bar:>6.2f}{' ' if ratio <= bar else '!'}" if bar else " " * 8) + f" {kilobytes // 1024:>5}", flush=True)
    with open(os.path.join(folder, "results.csv"), "w", newline="") as file:
        table = csv.writer(file)
        table.writerow(["work", "beside", "marsift_seconds", "peer_seconds", "ratio", "bar", "marsift_kilobytes"])
        table.writerows(everything)
    for problem in wrong:
        print(f"wrong: {problem}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
