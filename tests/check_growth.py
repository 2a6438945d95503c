#!/usr/bin/env python3
"""check_growth.py MARSIFT FOLDER: checks that work grows linearly with the input.

Reads inputs with more and more codes, hosts, logs, agent errors, jobs and numbers in a line under valgrind, which counts instructions:
unlike times, these do not depend on the machine's load. After subtracting those of a one-line input, four times the
input may take at most five times the instructions; comparing each item with all others would take sixteen times.
FOLDER is for temporary files. Exit status: 0, 1 if work grows faster, or if a run fails.
"""
import concurrent.futures
import datetime
import os
import re
import subprocess
import sys
import tempfile

LIST = "Consider adding these to exclusion list of backup policy.----------------------------------------------\n"
RECORD = "1A2C\t2A10\t07/%02d\t%02d:%02d:%02d.000\t32\t%s\t[0000000000000000]\t%s\t\t%s\t%s\n"
JOB = "0C8D8A20-0000-0000-0000-%012X"
FEW, MANY, MOST_GROWTH = 1500, 6000, 5.0
DAY = 24 * 60 * 60


def record(number, level, text, source="backupasync.cpp(100)", job=0):
    minute = number // 60
    return RECORD % (19 + number // DAY, minute // 60 % 24, minute % 60, number % 60, source, JOB % job, level, text)


def codes(count):
    return {"LastBackupFailedFiles0.txt": LIST + "".join(f"0x8{i:07x}, C:\\q\\x{i}.txt\n" for i in range(count))}


def hosts_of_files(count):
    return {f"SRV{i}/LastBackupFailedFiles0.txt": LIST + f"0x80070005, C:\\q\\x{i}.txt\n" for i in range(count // 4)}


def hosts_of_errors(count):
    text = "CBPSourceSnapshotFailed: Hr: = [0x800423F4] on volume D: (0x186C2)"
    return {f"SRV{i}/CBEngineCurr.errlog": record(i, "FATAL", text) for i in range(count // 4)}


def unfinished_jobs(count):
    return {f"SRV{i}/CBEngineCurr.errlog": record(i, "NORMAL", "Backup Progress: Prebackup started.", job=i + 1) +
            record(i + 1, "FATAL", "Backup Failed: 0x80070005", job=i + 1) for i in range(count // 4)}


def numbers_of_one_line(count):
    return {"notes.log": "The job did not fail: " + "(0x80070005 " * count + "\nSucceeded: " + "(0x186C2 " * count + "\n"}


def failures_of_one_host(count):
    """A job table of years, in which each failed night has a code of its own and a later night succeeds."""
    rows = ["JobId,StartTime,EndTime,JobType,Status,ErrorCode"]
    for i in range(count):
        start = datetime.datetime(2010, 1, 1, 22) + datetime.timedelta(hours=8 * i)
        end = start + datetime.timedelta(minutes=40)
        outcome = f"Failed,0x8{i:07X}" if i % 3 else "Completed,0"
        rows.append(f"{JOB % (i + 1)},{start:%m/%d/%Y %H:%M:%S},{end:%m/%d/%Y %H:%M:%S},Backup,{outcome}")
    return {"SRV1/jobs.csv": "\n".join(rows) + "\n"}


def nights_of_hosts(count):
    """Three nights of each host, with files of ten reasons and an agent error."""
    reasons = [0x80070005, 0x80070020, 0x80070002, 0x80070570, 0x8007017C, 0x80070780, 0x800703ED, 0x80070079, 0x8007000D, 0x80070070]
    error = "CBPSourceSnapshotFailed: Hr: = [0x800423F4] on volume D: (0x186C2)"
    logs = {}
    for host in range(count // 4):
        log = ""
        for night in range(3):
            job, start = host * 3 + night + 1, night * DAY
            log += record(start, "NORMAL", "Backup Progress: Prebackup started.", job=job)
            for i, code in enumerate(reasons):
                file = f"D:\\d{host % 50}\\{i}\\x{night}.txt"
                log += record(start + 2 + i, "WARNING", f"Failed: Hr: = [0x{code:08x}] BackupRead failed on file({file})", job=job)
            log += record(start + 60, "FATAL", error, job=job) + record(start + 61, "FATAL", "Backup Failed: 0x80070005", job=job)
        logs[f"SRV{host}/CBEngineCurr.errlog"] = log
    return logs


KINDS = [codes, hosts_of_files, hosts_of_errors, unfinished_jobs, failures_of_one_host, nights_of_hosts, numbers_of_one_line]

# Lines that took a time that grew with their square: a lead, what is repeated, an end; in a log by name.
NOTES, FAILED_LIST = "Backup failed: 0x80070005 on file(C:\\a.txt)\n", "LastBackupFailedFiles1_7_21_2024.txt"
LINES = {
    "numbers in brackets": ("notes.txt", "", "Failed: ", "(0x80070005 ", ""),
    "errors of BackupRead": ("notes.txt", "", "", 'Failed: Hr: = [0x80070005] X failed on file("0x80070005 ', ""),
    "square brackets behind a path": (FAILED_LIST, LIST, "D:\\a ", "[", ""),
    "brackets behind a path": (FAILED_LIST, LIST, "D:\\a ", "(", ""),
    "commas in quotes": (FAILED_LIST, LIST, "\u00a0 What ", "','", "*"),
    "blanks behind a symbol": ("notes.txt", NOTES, " hr ", " ", "\u200b"),
    "backslashes behind an error": ("mail.txt", "> Subject: Backup failed\n", "> error: ", "\\\\", ""),
    "blanks": ("notes.txt", NOTES, "", " ", ""),
    "quotes": ("notes.log", NOTES, "", '"', ""),
    "short lines with NULs": ("CBEngineCurr.errlog", record(0, "NORMAL", "x") * 100, "", "a\0b\n", ""),
}
LINE_SIZES = [64 * 1024, 256 * 1024]
MOST_OF_BYTE = 6000  # instructions: what the step limit of a pattern may let one that backtracks take


def line_of(name, size):
    """Returns an input with one line of `size` bytes, by name."""
    log, head, lead, unit, tail = LINES[name]
    return {log: head + lead + unit * (size // len(unit)) + tail + "\n"}


def instructions(marsift, files, arguments):
    """Returns the number of instructions of a run on `files`, texts by name."""
    with tempfile.TemporaryDirectory(dir=sys.argv[2]) as folder:
        for name, text in files.items():
            path = os.path.join(folder, "input", name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8", newline="") as out:
                out.write(text)
        os.makedirs(os.path.join(folder, "input"), exist_ok=True)
        counts = os.path.join(folder, "counts")
        done = subprocess.run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={counts}", marsift, "-j1", "--year",
                               "2024", "--no-sandbox", *arguments, os.path.join(folder, "input")],
                              stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
        if done.returncode not in (0, 4):
            sys.exit(f"status {done.returncode}: {done.stderr[-400:]}")
        with open(counts, encoding="utf-8") as file:
            return int(re.search(r"^(?:totals|summary): (\d+)", file.read(), re.M).group(1))


def at_once(work, values):
    """Returns work(value) of each, several at a time."""
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(work, values))


def check_lines(marsift, arguments):
    """Returns how many kinds of long lines cost more than MOST_OF_BYTE instructions a byte at any length."""
    failed = 0
    for name in LINES:
        none, *all_sizes = at_once(lambda size, name=name: instructions(marsift, line_of(name, size), arguments), [100, *LINE_SIZES])
        costs = [(count - none) / size for count, size in zip(all_sizes, LINE_SIZES)]
        is_bounded = max(costs) <= MOST_OF_BYTE
        failed += not is_bounded
        print(f"{'passed' if is_bounded else 'failed'}: a line of {name}: " +
              ", ".join(f"{cost:.0f}" for cost in costs) + " instructions a byte at " +
              ", ".join(f"{size // 1024} KiB" for size in LINE_SIZES))
    return failed


# The usual readers, each with a text in which one field is long: the log's name, what comes before, the lead of a
# record, what is repeated, its end, and the most instructions that a byte may take, twice of what it took: a
# record of a job or of the console is searched by many patterns, whatever its length.
WORDS = "0x80070005 Access is denied, C:\\data\\file one.txt (copy); "
READERS = {
    "engine": ("CBEngineCurr.errlog", "", RECORD.strip() % (19, 10, 10, 10, "backupasync.cpp(100)", JOB % 1, "WARNING", "Failed: "), WORDS, "\n", 1500),
    "list": (FAILED_LIST, LIST, "0x80070005, C:\\q\\", "folder [one] (two), 3\\", "x.txt\n", 300),
    "events": ("events.csv", "TimeCreated,Id,LevelDisplayName,ProviderName,Message\n",
               '2024-07-21 10:00:00,11,Error,CloudBackup,"Backup failed. ', WORDS, '"\n', 5000),
    "jobs": ("jobs.csv", "JobId,JobType,JobStatus,StartTime,EndTime,ErrorInfo\n",
             JOB % 1 + ',Backup,Failed,2024-07-21 10:00:00,2024-07-21 11:00:00,"', WORDS, '"\n', 12000),
    "console": ("console.txt", "PS C:\\> Get-OBJob -Previous 1\n\nJobStatus : Failed\n", "ErrorInfo : ", WORDS, "\n", 15000),
}
READER_SIZES = [1024, 4 * 1024, 16 * 1024, 64 * 1024, 256 * 1024]
READER_BYTES = 40 * 1024  # at least, and without the first of them, for which the reader prepares itself
FIRST_LINE, FIRST_BYTES = 1024, 8 * 1024


def lines_of(reader, size, total):
    """Returns an input of lines of `size` bytes, `total` bytes in all, by name."""
    log, head, lead, unit, tail, _ = READERS[reader]
    line = lead + unit * ((size - len(lead) - len(tail)) // len(unit)) + tail
    return {log: head + line * max(total // size, 1)}


def check_readers(marsift, arguments):
    """Returns how many readers take more than their instructions for a byte of lines of any length."""
    failed = 0
    for reader, (*_, most) in READERS.items():
        runs = [(FIRST_LINE, FIRST_BYTES)] + [(size, max(size, READER_BYTES)) for size in READER_SIZES]
        none, *counts = at_once(lambda run, reader=reader: instructions(marsift, lines_of(reader, *run), arguments), runs)
        costs = [(count - none) / (total - FIRST_BYTES) for count, (_, total) in zip(counts, runs[1:])]
        is_bounded = max(costs) <= most
        failed += not is_bounded
        print(f"{'passed' if is_bounded else 'failed'}: {reader}: " + ", ".join(f"{cost:.0f}" for cost in costs) +
              " instructions a byte in lines of " + ", ".join(f"{size // 1024} KiB" for size in READER_SIZES) + f"; at most {most}")
    return failed


CONTEXT_COLUMNS = ("name,codes,paths,except_paths,lookalike_paths,min_path_length,min_share_pct,min_files,errors,texts,becomes,"
                   "finding,mark,advice_en,advice_ja,reference\n")


def check_rules(marsift, arguments):
    """Returns 1 if reading a user's context rules, each about a code of its own, grows faster than their number."""
    log = {"CBEngineCurr.errlog": record(0, "NORMAL", "x")}
    none = instructions(marsift, log, arguments)
    works = []
    for count in (FEW, MANY):
        with tempfile.NamedTemporaryFile("w", suffix=".csv", dir=sys.argv[2], encoding="utf-8") as rules:
            rules.write(CONTEXT_COLUMNS)
            rules.writelines(f"r{i},0x8{i:07X},*\\q{i}\\*,,,,,,,,cache,,,Look at {i}.,{i} を確認。,\n" for i in range(count))
            rules.flush()
            works.append(instructions(marsift, log, [*arguments, "--catalog", rules.name]) - none)
    is_linear = works[1] / works[0] <= MOST_GROWTH
    print(f"{'passed' if is_linear else 'failed'}: context rules: {works[1] / works[0]:.1f} times the work for 4 times the rules")
    return int(not is_linear)


MOST_OF_PAIR = 300  # instructions: some 90 are taken


def check_rules_of_paths(marsift, arguments):
    """Returns 1 if a user's rules that each file may match cost more than MOST_OF_PAIR instructions for each file and rule."""
    files = 1000
    entries = "".join(f"0x80070005, C:\\users\\someone\\q{i % 400:03d}\\file number {i}.txt\n" for i in range(files))
    works = []
    for count in (100, 400):
        with tempfile.NamedTemporaryFile("w", suffix=".csv", dir=sys.argv[2], encoding="utf-8") as rules:
            rules.write(CONTEXT_COLUMNS)
            rules.writelines(f"r{i},,*q{i:03d}\\*z,,,,,,,,cache,,,Look at {i}.,{i} を確認。,\n" for i in range(count))
            rules.flush()
            works.append(instructions(marsift, {FAILED_LIST: LIST + entries}, [*arguments, "--catalog", rules.name]))
    cost = (works[1] - works[0]) / (300 * files)
    is_bounded = cost <= MOST_OF_PAIR
    print(f"{'passed' if is_bounded else 'failed'}: rules that each file may match: {cost:.0f} instructions for a file and a rule")
    return int(not is_bounded)


def main():
    marsift = sys.argv[1]
    os.makedirs(sys.argv[2], exist_ok=True)
    arguments = ["--format", "json", "--all"]
    none = instructions(marsift, {"CBEngineCurr.errlog": record(0, "NORMAL", "x")}, arguments)
    failed = check_lines(marsift, arguments) + check_readers(marsift, arguments) + check_rules(marsift, arguments) + \
        check_rules_of_paths(marsift, arguments)
    for kind in KINDS:
        few = instructions(marsift, kind(FEW), arguments) - none
        many = instructions(marsift, kind(MANY), arguments) - none
        is_linear = few > 0 and many / few <= MOST_GROWTH
        failed += not is_linear
        print(f"{'passed' if is_linear else 'failed'}: {kind.__name__}: {many / few:.1f} times the work for 4 times the input"
              f" ({few / 1e6:.0f} and {many / 1e6:.0f} million instructions)")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
