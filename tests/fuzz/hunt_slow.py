#!/usr/bin/env python3
"""hunt_slow.py MARSIFT FOLDER [--seconds N] [--seed N]: searches for input that takes long, N seconds of processor time.

The processor time of a whole run per MB of its input is the feedback: lines are made of pieces of the grammars' and
samples' own words, one of them repeated until the line is long, and the costliest are changed again and again. The
slowest of each kind of text is left in FOLDER, with its cost. Exit status: 1 if one costs more than MOST_SECONDS a MB.
"""
import argparse
import os
import pathlib
import random
import re
import resource
import signal
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
MOST_SECONDS = 1.5  # of processor time; an ordinary log takes some hundredths
SIZE = 256 * 1024
TRACE = "1A2C\t2A10\t07/19\t10:10:10.000\t32\tbackupasync.cpp(100)\t[0000000000000000]\t0C8D8A20-0000-0000-0000-000000000001\t%s\t"
KINDS = {
    "CBEngineCurr.errlog": (TRACE % "WARNING", ""),
    "fatal.errlog": (TRACE % "FATAL", ""),
    "LastBackupFailedFiles1_7_21_2024.txt": ("", "Consider adding these to exclusion list of backup policy.----\r\n"),
    "notes.txt": ("", "Backup failed: 0x80070005 on file(C:\\a.txt)\n"),
    "notes.log": ("", "MARS agent: Backup failed (0x186C2)\n"),
    "jobs.csv": ("", "JobId,JobType,JobStatus,StartTime,EndTime,ErrorInfo\n"),
    "table.txt": ("", "TimeCreated            Id LevelDisplayName Message\n-----------            -- ---------------- -------\n"),
    "event.txt": ("", "Log Name: CloudBackup\nSource: CloudBackup\nEvent ID: 11\nLevel: Error\nDescription:\n"),
    "event.xml": ("", "<Events><Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'>\n"),
    "events.json": ("", "["),
    "fl.txt": ("", "JobId : 1\nJobStatus : Failed\nErrorInfo : x\n"),
    "mail.txt": ("> ", "> Subject: Backup failed\n"),
    "WindowsBackup.log": ("", "wbadmin 1.0 - Backup command-line tool\n"),
}
PUNCTUATION = list("\"'`()[]{}<>:;,.|\\/-=+*#&%$!?_~^@ \t0aA1xX") + [
    "(0x", "0x80070005 ", "C:\\", "D:\\a\\", "\\\\srv\\", "&amp;", "&#x41;", "\\n", "\\u0041", "\\\\", "<a>", "</a>", "==", "--", "::",
    "「", "」", "：", "。", "エラー", "\u00a0", "\u200b", "\x1b[31m", "12:00:01", "2024-07-21T10:00:00Z", "07/21/2024 ", "12345", "\"\"",
    "(", ")", "[]", "()", "\", \"", "','", " on file(", "Hr: = [0x80070005] "]


def words():
    """Returns pieces of words that the grammars' samples have."""
    pieces = set()
    for path in sorted((ROOT / "grammars").glob("*.yaml")):
        for line in path.read_text(encoding="utf-8").splitlines():
            for piece in re.findall(r"[\w' ]{3,40}[:=(\[.]?", line):
                pieces.add(piece)
    return sorted(pieces)


def text_of(kind, gene):
    """Returns the bytes of a text of `kind`: lines of SIZE bytes in all."""
    before, head = KINDS[kind]
    lead, unit, tail, length = gene
    line = before + "".join(lead) + "".join(unit) * max(1, length // max(1, len("".join(unit)))) + "".join(tail) + "\n"
    data = line.encode("utf-8")
    return head.encode("utf-8") + data * max(1, SIZE // len(data))


def cost(marsift, path, data):
    """Returns the seconds of processor time a MB, of a run on `data`."""
    path.write_bytes(data)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    child = subprocess.Popen([marsift, "-j1", "--no-sandbox", "--year", "2024", str(path)], stdin=subprocess.DEVNULL,
                             stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                             preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (20, 20)))
    child.wait()
    if child.returncode < 0 and child.returncode not in (-signal.SIGXCPU, -signal.SIGKILL):
        print(f"crash: signal {-child.returncode} on {path}")
        path.rename(path.with_name("crash-" + path.name))
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return max(0.0, spent - 0.02) * 1e6 / len(data)


def fresh(rng, pieces):
    pick = lambda: rng.choice(pieces if rng.random() < 0.5 else PUNCTUATION)
    return ([pick() for _ in range(rng.randrange(4))], [pick() for _ in range(rng.randrange(1, 4))],
            [pick() for _ in range(rng.randrange(3))], rng.choice([100, 300, 1000, 8000, 64000, 250000]))


def changed(rng, gene, pieces):
    parts = [list(gene[0]), list(gene[1]), list(gene[2])]
    pick = lambda: rng.choice(pieces if rng.random() < 0.4 else PUNCTUATION)
    part = parts[rng.randrange(3)]
    way = rng.randrange(3)
    if way == 0 or not part:
        part.insert(rng.randrange(len(part) + 1), pick())
    elif way == 1:
        part[rng.randrange(len(part))] = pick()
    else:
        del part[rng.randrange(len(part))]
    if not parts[1]:
        parts[1] = [pick()]
    length = rng.choice([100, 300, 1000, 8000, 64000, 250000]) if rng.random() < 0.3 else gene[3]
    return (*parts, length)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("marsift")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    rng, pieces = random.Random(options.seed), words()
    best = {kind: [] for kind in KINDS}
    tried, end = 0, resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime + options.seconds
    while resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime < end:
        kind = rng.choice(list(KINDS))
        pool = best[kind]
        gene = changed(rng, rng.choice(pool)[1], pieces) if pool and rng.random() < 0.8 else fresh(rng, pieces)
        data = text_of(kind, gene)
        spent = cost(options.marsift, options.folder / kind, data)
        tried += 1
        pool.append((spent, gene))
        pool.sort(key=lambda item: -item[0])
        if pool[0][1] is gene:
            (options.folder / ("slowest-" + kind)).write_bytes(data)
            if spent > MOST_SECONDS:
                print(f"{spent:6.2f} s/MB  {kind}: {gene}", flush=True)
        del pool[8:]
    worst = 0.0
    for kind, pool in sorted(best.items(), key=lambda item: -(item[1][0][0] if item[1] else 0)):
        if pool:
            spent, (lead, unit, tail, length) = pool[0]
            worst = max(worst, spent)
            print(f"{spent:6.2f} s/MB  {kind}: {lead!r} {unit!r} x {length} {tail!r}")
    print(f"{tried} texts tried; the slowest takes {worst:.2f} s a MB (bound: {MOST_SECONDS})")
    return 1 if worst > MOST_SECONDS else 0


if __name__ == "__main__":
    sys.exit(main())
