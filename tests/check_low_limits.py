#!/usr/bin/env python3
"""check_low_limits.py MARSIFT GENERATE FOLDER: 64 open files and little address space are enough.

"Little" is what the program has when it starts (its libraries, measured here with --version) and 64 MiB. Under these
limits the same bytes must come out as without. With less and less address space a run must end as without limits, or
with one clear message and the status that goes with it, or with a report that names the archive for which memory was
too small and is marked as incomplete: never by a signal, never with another report that looks whole.
"""
import os
import resource
import subprocess
import sys
import tarfile
import zipfile

from support.generated import make_files

MEBIBYTE = 1 << 20
HEADROOM = 64 * MEBIBYTE
OPEN_FILES = 64


def limited(address_bytes):
    """For subprocess: sets the limits in the child."""
    def set_limits():
        resource.setrlimit(resource.RLIMIT_NOFILE, (OPEN_FILES, OPEN_FILES))
        if address_bytes:
            resource.setrlimit(resource.RLIMIT_AS, (address_bytes, address_bytes))
    return set_limits


class Check:
    def __init__(self, marsift):
        self.marsift = marsift
        self.passed = self.failed = 0

    def run(self, arguments, address_bytes=0):
        done = subprocess.run([self.marsift] + arguments, stdin=subprocess.DEVNULL, capture_output=True,
                              preexec_fn=limited(address_bytes), check=False, timeout=300)
        return done.returncode, done.stdout, done.stderr

    def verdict(self, name, complaint):
        self.passed += not complaint
        self.failed += bool(complaint)
        if complaint:
            print(f"failed: {name}: {complaint}")

    def bytes_at_start(self):
        """The least address space in which the program says its version, to 256 KiB."""
        low, high = MEBIBYTE, 1024 * MEBIBYTE
        while high - low > MEBIBYTE // 4:
            middle = (low + high) // 2
            if self.run(["--version"], middle)[0] == 0:
                high = middle
            else:
                low = middle
        return high

    def same(self, arguments, address_bytes):
        """The limits change nothing."""
        wanted, got = self.run(arguments), self.run(arguments, address_bytes)
        self.verdict(f"{' '.join(arguments)} in {address_bytes // MEBIBYTE} MiB",
                     got != wanted and f"status {got[0]} instead of {wanted[0]}: {got[2][-200:]}")

    def ends_well(self, arguments, address_bytes):
        """However little there is, the run ends as it should, or says in one line that it cannot."""
        wanted, got = self.run(arguments), self.run(arguments, address_bytes)
        is_told = got[0] == 1 and got[1] == b"" and got[2].startswith(b"marsift: ") and got[2].count(b"\n") == 1
        is_partial = (got[0] == 4 and b'"incomplete": true' in got[1] and
                      all(b"tar." in line for line in got[2].splitlines()) and got[2] != b"")
        # Where not even the libraries fit, the loader ends the run.
        is_loader = got[0] == 127 and got[1] == b"" and b"shared libraries" in got[2]
        self.verdict(f"{' '.join(arguments)} in {address_bytes // 1024} KiB",
                     not (got == wanted or is_told or is_partial or is_loader) and f"status {got[0]}: {got[2][-200:]}")
        return got[0]


def make_bundles(folder):
    """The samples in archives of several kinds, one in the other."""
    os.makedirs(folder, exist_ok=True)
    with zipfile.ZipFile(os.path.join(folder, "inner.zip"), "w", zipfile.ZIP_DEFLATED) as bundle:
        for name in sorted(os.listdir("samples")):
            bundle.write(os.path.join("samples", name), "srv/" + name)
    for kind in ["gz", "bz2", "xz"]:
        with tarfile.open(os.path.join(folder, f"N-{kind}.tar.{kind}"), f"w:{kind}") as bundle:
            bundle.add(os.path.join(folder, "inner.zip"), "inner.zip")
            bundle.add("samples/CBEngineCurr.errlog", "own/CBEngineCurr.errlog")


def main():
    marsift, generate, folder = sys.argv[1:]
    check = Check(os.path.abspath(marsift))
    start = check.bytes_at_start()
    bundles, files = os.path.join(folder, "bundles"), os.path.join(folder, "files")
    make_bundles(bundles)
    make_files(generate, files, 20000)
    log = os.path.join(folder, "CBEngineCurr.errlog")
    with open(log, "wb") as file:
        subprocess.run([generate, "engine", "100000"], stdout=file, stderr=subprocess.DEVNULL, check=True)
    for threads in ["-j1", "-j2", "-j8"]:
        for what in ["samples", bundles, log]:
            check.same([threads, "--year", "2024", "--format", "json", what], start + HEADROOM)
    for arguments in [["--format", "json", files], ["files", "--format", "csv", "samples"], ["annotate", log],
                      ["explain", "0x80070005"], ["check"]]:
        check.same(arguments, start + HEADROOM)
    statuses = {check.ends_well([threads, "--year", "2024", "--format", "json", what], start + share * MEBIBYTE // 4)
                for threads in ["-j1", "-j4"] for what in ["samples", bundles] for share in range(-2, 40, 3)}
    # Many threads leave too little for what is told apart in very many files: that is said.
    statuses |= {check.ends_well(["-j32", "--format", "json", files], start + HEADROOM)}
    check.verdict("there is a limit that is too low", 1 not in statuses and f"only {statuses}")
    check.verdict("there is a limit that is enough", 0 not in statuses and f"only {statuses}")
    print(f"at its start the program takes {start // MEBIBYTE} MiB of address space")
    print(f"{check.passed} passed, {check.failed} failed")
    return 1 if check.failed else 0


if __name__ == "__main__":
    sys.exit(main())
