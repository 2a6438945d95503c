"""check.py BUILD [--long] [SECTION...]: runs the program under injected faults of the machine.

Each run must end with a documented status and one clear line, leave its output file complete or untouched, leak no
memory, not hang, and have balanced books. Prints a line for each breach, with how to reproduce it, then the number of
runs. --long tries every call (about half an hour). Exit status 1 if there is a breach.
"""

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import bundle
import changes
import calls
import memory
import outputs
import signals
from program import Program

SECTIONS = {"memory": memory.check, "calls": calls.check, "outputs": outputs.check, "signals": signals.check,
            "changes": changes.check}
SAMPLES = os.path.join(os.path.dirname(__file__), "..", "..", "samples")


class Section:
    """The results of a section, which calls `record` for each run."""

    def __init__(self, name):
        self.name = name
        self.statuses = Counter()
        self.breaches = 0
        self.seconds = 0.0
        self.lock = threading.Lock()

    def record(self, what, outcome, breach):
        with self.lock:
            self.statuses[outcome.status] += 1
            if breach:
                self.breaches += 1
                print(f"faults: {self.name}: {what}: {breach}: status {outcome.status}, {outcome.messages[:3]}")

    def run(self, build, bundle_folder, is_long):
        started = time.monotonic()
        try:
            with Program(build) as program:
                SECTIONS[self.name](program, bundle_folder, is_long, self.record)
        except (EOFError, TimeoutError, subprocess.TimeoutExpired) as error:
            self.breaches += 1
            print(f"faults: {self.name}: {error}")
        self.seconds = time.monotonic() - started

    def summary(self):
        ends = ", ".join(f"{count} with {status}" for status, count in sorted(self.statuses.items()))
        return f"faults: {self.name}: {sum(self.statuses.values())} runs in {self.seconds:.0f} s ({ends}), " \
               f"{self.breaches} breaches"


def main():
    arguments = sys.argv[1:]
    is_long = "--long" in arguments
    build, *names = [argument for argument in arguments if argument != "--long"]
    sections = [Section(name) for name in names or SECTIONS]
    # nohup ignores the one, a shell's background job the other, and the program would inherit that.
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with tempfile.TemporaryDirectory(prefix="marsift-faults-") as folder, ThreadPoolExecutor(2) as threads:
        bundle.make(os.path.join(folder, "bundle"), SAMPLES)
        for section in sections:
            threads.submit(section.run, build, os.path.join(folder, "bundle"), is_long)
        threads.shutdown()
    for section in sections:
        print(section.summary())
    sys.exit(any(section.breaches or not section.statuses for section in sections))


if __name__ == "__main__":
    main()
