#!/usr/bin/env python3
"""check_low_limits.py MARSIFT GENERATE FOLDER: checks that 64 open files and little address space are enough.

"Little" is 65 MiB more than the program has when it starts (its libraries, measured here with --version). Under these
limits the output must be the same bytes as without. With still less address space a run must end in one of three
ways: as without limits; with one clear message and the matching status; or with a report that is marked as
incomplete, names each log or archive that was not read once, is the same for every other log, and balances. It must
never end by a signal, nor with a different report that looks complete. Exit status 1 if a check fails.
"""
import json
import os
import resource
import subprocess
import sys
import tarfile
import zipfile

from support.generated import make_files

MEBIBYTE = 1 << 20
HEADROOM = 65 * MEBIBYTE
OPEN_FILES = 64
REASON = ": not enough memory to unpack "
CLASSES = ["failed_files", "findings", "other_failures", "noise", "unparsed", "frame", "outside_period"]


def logs_of(report):
    """Returns the logs of a JSON report, by the names that messages use."""
    return {"/".join(filter(None, [log["source"], log["member"]])): log for log in report["logs"]}


def partial_complaint(wanted, got, messages):
    """Returns what is wrong with `got`, a report of a run with too little memory for some archives, or None."""
    wanted, got = json.loads(wanted), json.loads(got)
    logs, named = logs_of(got), [line.split(": ")[1] for line in messages.splitlines()]
    if len(set(named)) != len(named) or not named or not messages.count(REASON) == len(named):
        return "what was not read is not named exactly once with the reason"
    for name, log in logs_of(wanted).items():
        log_got = logs.get(name)
        is_reported = name in named if log_got else any(name.startswith(archive + "/") for archive in named)
        if log_got != log and not (is_reported and not (log_got and log_got["complete"])):
            return f"{name} is incomplete, but no message says so"
    sums = {kind: sum(log[kind] for log in got["logs"]) for kind in ["lines"] + CLASSES}
    is_balanced = (got["books"]["balanced"] and all(got["books"][kind] == sums[kind] for kind in sums) and
                   all(log["lines"] == sum(log[kind] for kind in CLASSES) for log in got["logs"]))
    return None if got["incomplete"] and is_balanced else "not incomplete, or the books do not balance"


def limited(address_bytes):
    """Returns a function for subprocess that sets the limits in the child."""
    def set_limits():
        resource.setrlimit(resource.RLIMIT_NOFILE, (OPEN_FILES, OPEN_FILES))
        if address_bytes:
            resource.setrlimit(resource.RLIMIT_AS, (address_bytes, address_bytes))
    return set_limits


class Check:
    """Runs the program under limits and counts the results."""

    def __init__(self, marsift):
        self.marsift = marsift
        self.passed = self.failed = 0
        self.unlimited = {}  # results of runs without limits, by arguments
        self.start = self.bytes_at_start()

    def run(self, arguments, address_bytes=0):
        done = subprocess.run([self.marsift] + arguments, stdin=subprocess.DEVNULL, capture_output=True,
                              preexec_fn=limited(address_bytes), check=False, timeout=300)
        return done.returncode, done.stdout, done.stderr

    def without_limit(self, arguments):
        key = " ".join(arguments)
        if key not in self.unlimited:
            self.unlimited[key] = self.run(arguments)
        return self.unlimited[key]

    def verdict(self, name, complaint):
        self.passed += not complaint
        self.failed += bool(complaint)
        if complaint:
            print(f"failed: {name}: {complaint}")

    def bytes_at_start(self):
        """Returns the least address space in bytes in which --version works, to 256 KiB."""
        low, high = MEBIBYTE, 1024 * MEBIBYTE
        while high - low > MEBIBYTE // 4:
            middle = (low + high) // 2
            if self.run(["--version"], middle)[0] == 0:
                high = middle
            else:
                low = middle
        return high

    def same(self, arguments, address_bytes):
        """Checks that the limits change nothing."""
        wanted, got = self.run(arguments), self.run(arguments, address_bytes)
        self.verdict(f"{' '.join(arguments)} in {address_bytes // MEBIBYTE} MiB",
                     got != wanted and f"status {got[0]} instead of {wanted[0]}: {got[2][-200:]}")

    def ends_well(self, arguments, address_bytes):
        """Checks that the run ends in one of the three ways. Returns its status."""
        wanted, got = self.without_limit(arguments), self.run(arguments, address_bytes)
        is_reported = got[0] == 1 and got[1] == b"" and got[2].startswith(b"marsift: ") and got[2].count(b"\n") == 1
        # If not even the libraries fit, the loader ends the run.
        is_loader = got[0] == 127 and got[1] == b"" and address_bytes < self.start + MEBIBYTE
        complaint = None if got == wanted or is_reported or is_loader else f"status {got[0]}: {got[2][-200:]}"
        if got[0] == 4:
            complaint = partial_complaint(wanted[1], got[1], got[2].decode())
        self.verdict(f"{' '.join(arguments)} in {address_bytes // 1024} KiB", complaint)
        return got[0]


def make_bundles(folder):
    """Writes nested archives of several kinds that hold the samples."""
    os.makedirs(folder, exist_ok=True)
    with zipfile.ZipFile(os.path.join(folder, "inner.zip"), "w", zipfile.ZIP_DEFLATED) as bundle:
        for name in sorted(os.listdir("samples")):
            bundle.write(os.path.join("samples", name), "srv/" + name)
    for kind in ["gz", "bz2", "xz"]:
        with tarfile.open(os.path.join(folder, f"N-{kind}.tar.{kind}"), f"w:{kind}") as bundle:
            bundle.add(os.path.join(folder, "inner.zip"), "inner.zip")
            bundle.add("samples/CBEngineCurr.errlog", "own/CBEngineCurr.errlog")


def lost_log(check):
    """Returns a report, the same report without one of its logs, and messages that do not name that log."""
    report = check.run(["--year", "2024", "--format", "json", "samples"])[1]
    fake = json.loads(report)
    fake["incomplete"] = True
    lost = fake["logs"].pop()
    for kind in ["lines"] + CLASSES:
        fake["books"][kind] -= lost[kind]
    return report, json.dumps(fake), f"marsift: samples/other.zip{REASON}zip data\n"


def main():
    marsift, generate, folder = sys.argv[1:]
    check = Check(os.path.abspath(marsift))
    start = check.start
    bundles, files = os.path.join(folder, "bundles"), os.path.join(folder, "files")
    make_bundles(bundles)
    make_files(generate, files, 20000)
    log = os.path.join(folder, "CBEngineCurr.errlog")
    with open(log, "wb") as file:
        subprocess.run([generate, "engine", "100000"], stdout=file, stderr=subprocess.DEVNULL, check=True)
    check.verdict("a lost log is noticed", not partial_complaint(*lost_log(check)) and "it was not")
    for threads in ["-j1", "-j2", "-j8"]:
        for what in ["samples", bundles, log]:
            check.same([threads, "--year", "2024", "--format", "json", what], start + HEADROOM)
    for arguments in [["--format", "json", files], ["files", "--format", "csv", "samples"], ["annotate", log],
                      ["explain", "0x80070005"], ["check"]]:
        check.same(arguments, start + HEADROOM)
    # Which allocation fails changes every 100 KiB, so one thread is tried in small steps, from too
    # little to enough.
    statuses = {check.ends_well([threads, "--year", "2024", "--format", "json", what], start + share * MEBIBYTE // 8)
                for threads, step in [("-j1", 2), ("-j4", 12)] for what in ["samples", bundles]
                for share in range(-4, 240, step)}
    # With large blocks outside of glibc's heap, freed ones come back, and others fail: those of a first reading alone.
    os.environ["MALLOC_MMAP_THRESHOLD_"] = "262144"
    statuses |= {check.ends_well(["-j1", "--year", "2024", "--format", "json", bundles], start + share * MEBIBYTE // 8)
                 for share in range(160, 240, 2)}
    del os.environ["MALLOC_MMAP_THRESHOLD_"]
    # Many threads leave too little memory for the report on very many files: the run must say so.
    statuses |= {check.ends_well(["-j32", "--format", "json", files], start + HEADROOM)}
    check.verdict("some limit is too low", 1 not in statuses and f"only {statuses}")
    check.verdict("some limit is enough", 0 not in statuses and f"only {statuses}")
    print(f"at start the program takes {start // MEBIBYTE} MiB of address space")
    print(f"{check.passed} passed, {check.failed} failed")
    return 1 if check.failed else 0


if __name__ == "__main__":
    sys.exit(main())
