#!/usr/bin/env python3
"""measure.py FOLDER MARSIFT [ROUNDS]: marsift beside the tools that people would use instead.

Each row is a work, marsift's command for it, and a peer's. All commands of a row run in turn, ROUNDS
times (default 5), with their input in the page cache; what counts is the median of the wall-clock
times, and their ratio beside the bar that we set ourselves. A peer that is not installed is left out and named. Where
a command counts something that the generator knows, the count must be right, or the run ends with status 1.
The table goes to standard output and, as CSV, to FOLDER/results.csv.
"""
import csv
import os
import re
import shutil
import statistics
import subprocess
import sys
import time

FAILURE = r"Failed: Hr: = \[0x"
COUNT_CODES = r"""mawk 'match($0, /0x8[0-9A-Fa-f]+/) { count[substr($0, RSTART, RLENGTH)]++ }
END { for (code in count) { print count[code], code; all += count[code] }; print "all", all }'"""
SORT_CODES = r"grep -oE '0x8[0-9A-Fa-f]{7}' FILE | sort | uniq -c"
# Without a format of its own for these logs, lnav has them as plain text, which it filters.
LNAV = f"lnav -n -N -c ':filter-in {FAILURE}' FILE | wc -l"


def marsift(arguments):
    return f"MARSIFT {arguments} -f json FILE"


# work, marsift's command, [(peer, its command, bar or None)], the truth's number that both must find
ROWS = [
    ("engine log, full report", marsift(""), "engine.errlog", [
        ("mawk counting codes", COUNT_CODES + " FILE", 0.5),
        ("rg -c failures", f"rg -c '{FAILURE}' FILE", 4.0),
        ("grep | sort | uniq -c", SORT_CODES, None),
        ("wc -l", "wc -l FILE", None),
        ("lnav, filter | wc -l", LNAV, None)]),
    ("engine log, -j1", marsift("-j1"), "engine.errlog", [
        ("mawk counting codes", COUNT_CODES + " FILE", 0.8)]),
    ("engine log, two threads against one", marsift("-j2"), "engine.errlog", [
        ("marsift -j1", marsift("-j1"), 1 / 1.6)]),
    ("engine log, gzipped", marsift(""), "engine.errlog.gz", [
        ("zcat | rg -c failures", f"zcat FILE | rg -c '{FAILURE}'", 0.6),
        ("zcat | wc -l", "zcat FILE | wc -l", None)]),
    ("engine log, UTF-16LE", marsift(""), "engine-utf16.errlog", [
        ("marsift, the same in UTF-8", "MARSIFT -f json FOLDER/engine.errlog", 2.0)]),
    ("failed-files list, distinct files", marsift(""), "LastBackupFailedFiles1_7_21_2024.txt", [
        ("mawk counting codes", COUNT_CODES + " FILE", 1.0),
        ("sort -u | wc -l", "LC_ALL=C sort -u FILE | wc -l", None)]),
    ("zip of 200 logs", marsift(""), "servers.zip", [
        ("marsift, the same as files", "MARSIFT -f json FOLDER/servers", 1.3)]),
    ("log with a line of 200 MB", marsift(""), "long-line.errlog", [
        ("wc -l", "wc -l FILE", None)]),
    ("ten times the log", marsift(""), "engine.errlog", [
        ("marsift, a tenth of it", "MARSIFT -f json FOLDER/tenth.errlog", 10.5)]),
    ("400 rules instead of 40", "MARSIFT -f json --grammar FOLDER/400-rules.yaml FOLDER/tenth.errlog", "tenth.errlog", [
        ("marsift, 40 rules", "MARSIFT -f json --grammar FOLDER/40-rules.yaml FOLDER/tenth.errlog", 1.4)]),
    ("start: explain 0x80070005 (bar: 20 ms)", "MARSIFT explain 0x80070005", "ten-lines.errlog", []),
    ("start: report on ten lines (bar: 50 ms)", marsift(""), "ten-lines.errlog", []),
]


def truth_of(folder, name):
    """What the generator said of an input: {'lines': N, 'failures': N, 'files': N}, or {}."""
    path = os.path.join(folder, name + ".truth")
    if not os.path.exists(path):
        return {}
    words = open(path).read().split()
    return dict(zip(words[::2], map(int, words[1::2])))


class Command:
    """A command with the times that it took."""

    def __init__(self, text, folder, name, program):
        path = os.path.join(folder, name)
        self.text = text.replace("FILE", path).replace("FOLDER", folder).replace("MARSIFT", program)
        self.is_marsift = text.startswith("MARSIFT") and "-f json" in text
        self.seconds = []
        self.most_kilobytes = 0
        self.output = ""

    def run(self):
        start = time.monotonic()
        child = subprocess.Popen(["sh", "-c", "exec " + self.text if "|" not in self.text else self.text],
                                 stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.output = child.stdout.read().decode(errors="replace")
        _, status, usage = os.wait4(child.pid, 0)
        self.seconds.append(time.monotonic() - start)
        self.most_kilobytes = max(self.most_kilobytes, usage.ru_maxrss)
        return os.waitstatus_to_exitcode(status)

    def median(self):
        return statistics.median(self.seconds)

    def wrong_count(self, truth):
        """A sentence when what the command counted is not what the generator wrote, else None."""
        found = {}
        if self.is_marsift:
            found = {"files": re.search(r'"files":\s*(\d+)', self.output),
                     "failures": re.search(r'"events":\s*(\d+)', self.output)}
        elif "rg -c" in self.text or "lnav" in self.text:
            found = {"failures": re.match(r"(\d+)", self.output)}
        elif "mawk" in self.text:
            found = {"failures": re.search(r"^all (\d+)", self.output, re.MULTILINE)}
        for what, match in found.items():
            if what in truth and (match is None or int(match.group(1)) != truth[what]):
                return f"{match.group(1) if match else 'no number'} instead of {truth[what]} {what}: {self.text}"
        return None


def measure(folder, program, rounds, row):
    """The lines of one row's table, and what was wrong."""
    work, text, name, peers = row
    own = Command(text, folder, name, program)
    others = [(peer, Command(command, folder, name, program), bar) for peer, command, bar in peers
              if command.startswith("MARSIFT") or shutil.which(command.split()[0].split("=")[-1]) or "=" in command.split()[0]]
    missing = [peer for peer, _, _ in peers if peer not in [kept for kept, _, _ in others]]
    for _ in range(rounds):
        for command in [own] + [command for _, command, _ in others]:
            command.run()
    truth = truth_of(folder, name)
    wrong = [problem for problem in (command.wrong_count(truth_of(folder, "tenth.errlog") if "tenth" in command.text else truth)
                                     for command in [own] + [command for _, command, _ in others]) if problem]
    lines = [(work, peer, own.median(), command.median(), own.median() / command.median(), bar, own.most_kilobytes)
             for peer, command, bar in others] or [(work, "", own.median(), None, None, None, own.most_kilobytes)]
    for peer in missing:
        print(f"not installed: {peer} (make bench-setup)", file=sys.stderr)
    return lines, wrong


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
        print(f"wrong count: {problem}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
