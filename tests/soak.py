#!/usr/bin/env python3
"""soak.py MARSIFT GENERATE FOLDER GIGABYTES FILES: checks that large input loses nothing and keeps memory flat.

Streams GIGABYTES (may be 0.05) of a generated engine log through a pipe, and reads FILES tiny logs and lists, plain,
gzipped and in UTF-16, from one folder below FOLDER. marsift must count exactly what the generator wrote. Its memory
and open files are sampled while it runs: memory during the second half of the input may not be much above that during
the first quarter. Prints the measurements as a table. Exit status 1 if a check fails.
"""
import os
import subprocess
import sys
import time

from support.generated import differences, make_files, truth_of

BYTES_OF_LINE = 182  # slightly less than the generator's average
MOST_OPEN_FILES = 8
# Allowance for growth after the first quarter: tables double, and a small input ends before all rounds have occurred.
SLACK_KIB = 2048
# A file of the folder adds a row of the report, an entry of the listing, a job, and about ten failed files.
BYTES_OF_LOG = 3072


class Samples:
    """Samples of a running process: (bytes read, resident KiB, open files)."""

    def __init__(self):
        self.rows = []

    def add(self, process):
        """Adds a sample, unless the process is just ending."""
        try:
            folder = f"/proc/{process.pid}"
            with open(folder + "/status") as status, open(folder + "/io") as traffic:
                resident = [line for line in status if line.startswith("VmRSS:")]
                read = int(traffic.readline().split()[1])
                if resident:
                    self.rows.append((read, int(resident[0].split()[1]), len(os.listdir(folder + "/fd"))))
        except OSError:
            pass

    def follow(self, process, interval):
        """Adds a sample every `interval` seconds until the process ends. Returns its status."""
        while process.poll() is None:
            self.add(process)
            time.sleep(interval)
        return process.returncode

    def bytes_read(self):
        return self.rows[-1][0] if self.rows else 0

    def resident(self, start, end):
        """Returns the peak in KiB between two fractions of the bytes read."""
        total = self.bytes_read()
        return max((kib for read, kib, _ in self.rows if start * total <= read <= end * total), default=0)

    def complaints(self, allowed_kib):
        """Returns sentences on memory growth above `allowed_kib` and on too many open files."""
        if len(self.rows) < 8:
            return [f"only {len(self.rows)} samples of the process"]
        early, late = self.resident(0, 0.25), self.resident(0.5, 1)
        wrong = [f"memory grows from {early} to {late} KiB"] if late > early + allowed_kib else []
        most = max(opened for _, _, opened in self.rows)
        return wrong + ([f"{most} open files"] if most > MOST_OPEN_FILES else [])


class Soak:
    """Runs the program on generated input and counts the results."""

    def __init__(self, marsift, generate, folder):
        self.marsift = [marsift, "-q", "--year", "2024", "--format", "json", "--ever"]
        self.generate = generate
        self.folder = folder
        self.passed = self.failed = 0

    def verdict(self, name, complaints):
        """Counts a check, which passed if there are no complaints."""
        self.passed += not complaints
        self.failed += bool(complaints)
        for complaint in complaints:
            print(f"failed: {name}: {complaint}")

    def print_row(self, name, samples, seconds):
        print(f"{name:<28} {samples.bytes_read() / 1e6:>9.1f} MB {seconds:>7.1f} s   KiB at a quarter "
              f"{samples.resident(0, 0.25):>7}, at a half {samples.resident(0.25, 0.5):>7}, "
              f"later {samples.resident(0.5, 1):>7}   {max(row[2] for row in samples.rows or [(0, 0, 0)])} open files",
              flush=True)

    def run(self, name, arguments, stdin, truth_now, interval, allowed_kib):
        """Runs once and checks counts, memory and open files. `truth_now` is called after the run."""
        samples, start = Samples(), time.monotonic()
        output = os.path.join(self.folder, "report.json")
        with open(output, "wb") as file:
            process = subprocess.Popen(self.marsift + arguments, stdin=stdin, stdout=file)
            status = samples.follow(process, interval)
        self.print_row(name, samples, time.monotonic() - start)
        with open(output) as file:
            wrong = differences(truth_now(), file.read())
        self.verdict(f"{name}: nothing is lost", wrong + ([f"status {status}"] if status else []))
        self.verdict(f"{name}: memory is flat", samples.complaints(allowed_kib))

    def stream(self, gigabytes, interval):
        lines = int(gigabytes * 1e9 / BYTES_OF_LINE)
        with subprocess.Popen([self.generate, "rounds", str(lines)], stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, text=True) as source:
            self.run(f"pipe, {gigabytes} GB", [], source.stdout, lambda: truth_of(source.stderr.read()), interval,
                     SLACK_KIB)

    def files(self, count, interval):
        folder = os.path.join(self.folder, "files")
        truth = make_files(self.generate, folder, count)
        self.run(f"folder of {count} files", [folder], subprocess.DEVNULL, lambda: truth, interval,
                 SLACK_KIB + count * BYTES_OF_LOG // 1024)
        os.remove(os.path.join(folder, sorted(os.listdir(folder))[count // 2]))
        self.must_differ("a missing file", truth, [folder], b"")

    def lost_line(self):
        """Checks the checks: they must notice a lost line and growing memory."""
        made = subprocess.run([self.generate, "rounds", "2000"], capture_output=True, check=True)
        lines = made.stdout.splitlines(keepends=True)
        self.must_differ("a lost line", truth_of(made.stderr.decode()), [], b"".join(lines[:-1]))
        samples = Samples()
        samples.rows = [(read, 20000 + 100 * read, 4) for read in range(100)]
        self.verdict("growing memory is noticed", [] if samples.complaints(SLACK_KIB) else ["it was not"])

    def must_differ(self, what, truth, arguments, text):
        report = subprocess.run(self.marsift + arguments, input=text, stdout=subprocess.PIPE).stdout
        self.verdict(f"{what} is noticed", [] if differences(truth, report) else ["it was not"])


def main():
    marsift, generate, folder, gigabytes, count = sys.argv[1:]
    os.makedirs(folder, exist_ok=True)
    soak = Soak(os.path.abspath(marsift), os.path.abspath(generate), folder)
    interval = 1 if float(gigabytes) >= 1 else 0.005
    soak.stream(float(gigabytes), interval)
    soak.files(int(count), min(interval, 0.1))
    soak.lost_line()
    print(f"{soak.passed} passed, {soak.failed} failed")
    return 1 if soak.failed else 0


if __name__ == "__main__":
    sys.exit(main())
