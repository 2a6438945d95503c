#!/usr/bin/env python3
"""check_order.py MARSIFT [--seeds N] [--from SEED]: checks that the order of reading changes nothing in a report.

check_order.py --write SEED FOLDER writes one bundle. Each seed makes logs and lists of a few servers whose records tie wherever they
can: times equal to the millisecond, dates without times, times without years, the same file by drive letter and by the
volume's GUID, one list of a day twice, the same job in a log and in tables. The report of the files as arguments must be
the same in every order, whatever the number of threads; that of their folder, a zip and a tar with members in any order
too, but for the name of the bundle and the
examples. Prints what differs. Exit status 1 if anything does.
"""
import argparse
import concurrent.futures
import difflib
import io
import itertools
import json
import os
import random
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile

HEADING = "Consider adding these to exclusion list of backup policy.----------------------------------------------\r\n"
CODES = ["0x80070005", "0x80070020", "0x80070002", "0x8007010B", "0x800700A1"]
GUID = r"\\?\Volume{6b29fc40-ca47-1067-b31d-00dd010662da}"
JOBS = [f"0C8D8A20-0000-0000-0000-00000000000{i}" for i in range(4)]
STATES = ["Completed", "CompletedWithWarning", "Failed", "Aborted"]
TEXTS = [
    ("WARNING", r"Failed: Hr: = [{code}] ReadFile failed on file({path})"),
    ("FATAL", "CBPSourceSnapshotFailed: Hr: = [0x800423F4] on volume D: (0x186C2)"),
    ("NORMAL", "Backup Progress: Prebackup started."),
    ("NORMAL", "Backup Progress: Backup succeeded."),
    ("FATAL", "Backup Failed: {code}"),
    ("NORMAL", r"Volume C: is {guid}\ "),
]


def path_of(rng):
    name = rng.choice([r"D:\Data\a.txt", r"D:\Data\A.TXT", r"D:\b.log", GUID + r"\Data\a.txt", r"C:\$Recycle.Bin\x", r"D:\Data\ä.txt"])
    return name


def trace(rng, day):
    """Returns a line of an engine log, which has no year."""
    level, text = rng.choice(TEXTS)
    text = text.format(code=rng.choice(CODES), path=path_of(rng), guid=GUID)
    moment = rng.choice(["10:00:00.000", "10:00:00.000", "10:00:00.999", "23:59:59.999"])
    return f"1A2C\t2A10\t07/{day:02d}\t{moment}\t32\tbackupasync.cpp(100)\t[0000000000000000]\t{rng.choice(JOBS)}\t{level}\t{text}\r\n"


def engine_log(rng):
    days = sorted(rng.choice([19, 20, 20, 21]) for _ in range(rng.randrange(1, 12)))
    return "".join(trace(rng, day) for day in days)


def failed_files(rng):
    return HEADING + "".join(f"{rng.choice(CODES)}, {path_of(rng)}\r\n" for _ in range(rng.randrange(1, 5)))


def job_table(rng):
    rows = ["JobId,JobType,JobStatus,StartTime,EndTime,ErrorInfo"]
    for _ in range(rng.randrange(1, 5)):
        day = rng.choice([19, 20, 20, 21, 22])
        start, end = rng.choice([("10:00:00", "10:00:00"), ("10:00:00", "11:00:00"), ("22:00:00", "23:00:00")])
        rows.append(f"{rng.choice(JOBS)},Backup,{rng.choice(STATES)},2024-07-{day} {start},2024-07-{day} {end},{rng.choice(CODES)}")
    return "\r\n".join(rows) + "\r\n"


def events(rng):
    rows = ["TimeCreated,Id,LevelDisplayName,ProviderName,Message"]
    for _ in range(rng.randrange(1, 4)):
        rows.append(f'2024-07-{rng.choice([20, 21])} 10:00:00,{rng.choice([11, 12, 18])},{rng.choice(["Error", "Warning"])},CloudBackup,'
                    f'"The backup did not complete. {rng.choice(CODES)}"')
    return "\r\n".join(rows) + "\r\n"


def names_of_list(rng):
    return rng.choice(["LastBackupFailedFiles1_7_20_2024.txt", "LastBackupFailedFiles1_7_21_2024_10_00_00.txt",
                       "LastBackupFailedFiles2_7_21_2024_10_00_00.txt", "LastBackupFailedFiles3_7_21_2024.txt",
                       "LastBackupFailedFiles17af1.txt"])


def bundle(seed):
    """Returns the bytes of each file by its path."""
    rng = random.Random(seed)
    files = {}
    for _ in range(rng.randrange(2, 8)):
        host = rng.choice(["SRV1", "SRV1", "srv1-b", "SRV2"])
        name, text = rng.choice([
            lambda: (rng.choice(["CBEngineCurr.errlog", "CBEngine0.errlog", "CBEngine1.errlog"]), engine_log(rng)),
            lambda: (names_of_list(rng), failed_files(rng)),
            lambda: (rng.choice(["jobs.csv", "OnlineJob_History.csv"]), job_table(rng)),
            lambda: ("events.csv", events(rng)),
        ])()
        files[f"{host}/Temp/{name}"] = text.encode("utf-8")
    return files


def write(files, folder):
    for name, data in files.items():
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(data)
        os.utime(path, (1721865600, 1721865600))  # 2024-07-25


def zipped(files, names):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(zipfile.ZipInfo("b/" + name, (2024, 7, 25, 0, 0, 0)), files[name])
    return out.getvalue()


def tarred(files, names):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name in names:
            member = tarfile.TarInfo("b/" + name)
            member.size, member.mtime = len(files[name]), 1721865600
            archive.addfile(member, io.BytesIO(files[name]))
    return out.getvalue()


def report(marsift, arguments, folder, form):
    done = subprocess.run([marsift, "--lang", "en", "--all", "-f", form, *arguments], cwd=folder, stdin=subprocess.DEVNULL,
                          capture_output=True, check=False, timeout=60)
    if done.returncode not in (0, 4):
        raise ValueError(f"status {done.returncode}: {done.stderr.decode()[:300]}")
    return done.stdout.decode("utf-8", "replace")


def without_places(node):
    """Leaves out where an example is, and the order of rows that tie: in an archive, which is read once, its first one decides."""
    if isinstance(node, list):
        return [without_places(value) for value in node]
    if not isinstance(node, dict):
        return node
    kept = {key: without_places(value) for key, value in node.items() if key not in ("example", "log", "line", "unparsed_examples")}
    for key in ("logs", "findings", "other_failures"):
        if isinstance(kept.get(key), list):
            kept[key].sort(key=lambda row: json.dumps(row, sort_keys=True))
    return kept


def comparable(text, form, keep_places):
    """Returns the lines of a report without the bundle before a file's path; logs of data in the order of their names."""
    text = re.sub(r"\b((sorted|shuffled)-(zip|tar)/)?b(\.zip|\.tar)?[:/](b/)?(?=SRV|srv)", "", text)
    if form == "json":
        data = json.loads(text)
        for log in data["logs"]:
            log["source"] = (log.pop("member") or log["source"]).removeprefix("b/")
        if not keep_places:
            data = without_places(data)
        text = json.dumps(data, indent=1, ensure_ascii=False)
    return text.splitlines()


def compare(marsift, seed, folder, ways, forms, keep_places):
    """Returns how the report of one of `ways` differs from that of the first one."""
    for form in forms:
        reports = [comparable(report(marsift, way, folder, form), form, keep_places) for way in ways]
        for other in range(1, len(ways)):
            if reports[other] != reports[0]:
                title = f"seed {seed}, {form}: {' '.join(ways[0])} and {' '.join(ways[other])}"
                return [title] + list(difflib.unified_diff(reports[0], reports[other], lineterm="", n=1))
    return []


def check(marsift, seed, folder):
    """Returns what differs from the report of the first order."""
    files = bundle(seed)
    rng = random.Random(-seed)
    write(files, os.path.join(folder, "b"))
    names = sorted(files)
    arguments = [[rng.choice(["-j1", "-j2"])] + ["b/" + name for name in rng.sample(names, len(names))] for _ in range(4)]
    containers = [["b"]]
    shuffled = rng.sample(names, len(names))
    for suffix, packed in (("zip", zipped), ("tar", tarred)):
        for kind, order in (("sorted", names), ("shuffled", shuffled)):
            os.mkdir(os.path.join(folder, f"{kind}-{suffix}"))
            with open(os.path.join(folder, f"{kind}-{suffix}", "b." + suffix), "wb") as file:
                file.write(packed(files, order))
        containers.append([f"sorted-{suffix}/b.{suffix}"])
    lines = compare(marsift, seed, folder, arguments, ("json", "text"), keep_places=True)
    lines = lines or compare(marsift, seed, folder, containers, ("json", "text"), keep_places=True)
    return lines or compare(marsift, seed, folder, [["b"], ["shuffled-zip/b.zip"], ["shuffled-tar/b.tar"]], ("json",), keep_places=False)


def check_seed(marsift, seed):
    """Returns what differs in the bundle of that seed, in lines."""
    with tempfile.TemporaryDirectory() as folder:
        return check(marsift, seed, folder)


def main():
    parser = argparse.ArgumentParser(usage="check_order.py MARSIFT [--seeds N] [--from SEED] | --write SEED FOLDER")
    parser.add_argument("marsift", nargs="?")
    parser.add_argument("--seeds", type=int, default=40)
    parser.add_argument("--from", dest="start", type=int, default=1)
    parser.add_argument("--write", nargs=2)
    options = parser.parse_args()
    if options.write:
        write(bundle(int(options.write[0])), options.write[1])
        return 0
    marsift = os.path.abspath(options.marsift)
    failed = 0
    seeds = range(options.start, options.start + options.seeds)
    with concurrent.futures.ProcessPoolExecutor() as pool:
        for lines in pool.map(check_seed, itertools.repeat(marsift), seeds):
            failed += bool(lines)
            if lines and failed <= 5:
                print("\n".join(lines[:30]))
    print(f"orders of {options.seeds} bundles: {options.seeds - failed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
