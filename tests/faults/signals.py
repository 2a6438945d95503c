"""SIGINT, SIGTERM and SIGHUP at any moment.

The process prints one line and ends by the signal; the old output file is complete, and no other file is left.
"""

import fcntl
import os
import signal
import struct
import subprocess
import termios
import time

from calls import LOG, OLD
from program import MOST_SECONDS, Outcome

ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def breach(outcome, whole, number, old):
    if outcome.status != -number:
        return "not ended by the signal"
    if outcome.messages != [f"marsift: ended by {signal.Signals(number).name}"]:
        return "not the one line"
    if outcome.leftovers:
        return f"{outcome.leftovers} is left"
    return None if outcome.file in (old, whole.file) else "the output file is neither the old nor the new one"


def check_every_call(program, bundle, is_long, record):
    """annotate has its output open all the time, the other commands only after they have read everything."""
    for arguments in (("annotate", f"{bundle}/{LOG}"), ("report", "-j1", "-f", "json", bundle),
                      ("files", "-j4", "-f", "csv", bundle)):
        whole = program.run(arguments, output="out", old=OLD)
        for number in ENDING if is_long else ENDING[1:2]:
            for call in range(1, whole.calls["system"] + 1):
                outcome = program.run(arguments, f"system:{call}:s{int(number)}", output="out", old=OLD)
                record(f"{' '.join(arguments)}: {number.name} before call {call}", outcome,
                    breach(outcome, whole, number, OLD))


def check_allocations(program, bundle, is_long, record):
    """Signals inside the allocator, on any thread."""
    arguments = ("report", "-j4", "--no-prefilter", "-f", "json", bundle)
    whole = program.run(arguments, output="out", old=OLD)
    for call in range(97, whole.calls["memory"] - 500, 101 if is_long else 1499):
        outcome = program.run(arguments, f"memory:{call}:s{int(signal.SIGTERM)}", output="out", old=OLD)
        record(f"-j4: SIGTERM at memory call {call}", outcome, breach(outcome, whole, signal.SIGTERM, OLD))


class Running:
    """A run that waits for input until it is ended: its standard input is a pipe that stays open."""

    def __init__(self, program, arguments, bundle, stderr, output=None, stdout=subprocess.DEVNULL, before=None):
        self.place = program.path("output")
        self.output = os.path.join(self.place, "out")
        with open(self.output, "wb") as old:
            old.write(OLD)
        arguments = [*arguments, "-o", self.output] if output else arguments
        self.process = subprocess.Popen([program.binary, *arguments], stdin=subprocess.PIPE, stdout=stdout, stderr=stderr,
                                        env=program.environment(None, None, program.path("counts")), preexec_fn=before)
        with open(f"{bundle}/{LOG}", "rb") as log:
            self.process.stdin.write(log.read())
        self.process.stdin.flush()

    def wait_until_read(self):
        """Waits until the program has emptied the pipe, and so waits for more input."""
        self.wait_until(lambda: waiting_bytes(self.process.stdin) == 0)

    def wait_until(self, condition):
        deadline = time.monotonic() + MOST_SECONDS
        while not condition() and self.process.poll() is None:
            if time.monotonic() > deadline:
                raise TimeoutError("the program makes no progress")
            time.sleep(0.01)

    def outcome(self):
        status = self.process.wait(MOST_SECONDS)
        messages = self.process.stderr.read().decode().splitlines() if self.process.stderr else []
        with open(self.output, "rb") as output:
            content = output.read()
        leftovers = [name for name in os.listdir(self.place) if name != "out"]
        return Outcome(status, b"", messages, {}, 0, 0, False, content, leftovers)


def waiting_bytes(pipe):
    return struct.unpack("i", fcntl.ioctl(pipe, termios.FIONREAD, b"\0\0\0\0"))[0]


def check_waiting_for_input(program, bundle, record):
    for arguments in (("report", "-j1"), ("report", "-j4"), ("annotate",)):
        for number in ENDING:
            run = Running(program, arguments, bundle, subprocess.PIPE, output="out")
            run.wait_until_read()
            run.process.send_signal(number)
            outcome = run.outcome()
            record(f"{' '.join(arguments)}: {number.name} while waiting for input", outcome,
                breach(outcome, outcome, number, OLD))


def full_pipe():
    """Returns the two ends of a full pipe."""
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    try:
        while True:
            os.write(writing, b"x" * 4096)
    except BlockingIOError:
        os.set_blocking(writing, True)
    return reading, writing


def check_waiting_for_output(program, bundle, record):
    """Ctrl-C while a pager blocks the output."""
    reading, writing = full_pipe()
    run = Running(program, ("annotate",), bundle, subprocess.PIPE, stdout=writing)
    run.process.stdin.close()
    run.wait_until(lambda: open(f"/proc/{run.process.pid}/syscall").read().startswith("1 "))
    run.process.send_signal(signal.SIGINT)
    outcome = run.outcome()
    record("SIGINT while waiting for output", outcome, breach(outcome, outcome, signal.SIGINT, OLD))
    os.close(reading)
    os.close(writing)


def check_second_signal(program, bundle, record):
    """If printing the line blocks, a second signal ends the process without it."""
    reading, writing = full_pipe()
    run = Running(program, ("annotate",), bundle, writing, output="out")
    run.wait_until_read()
    run.wait_until(lambda: run.process.send_signal(signal.SIGTERM))
    outcome = run.outcome()
    problem = "not ended by the signal" if outcome.status != -signal.SIGTERM else None
    if outcome.leftovers or outcome.file != OLD:
        problem = "the output is not the old file alone"
    record("a second SIGTERM", outcome, problem)
    os.close(reading)
    os.close(writing)


def check_ignored(program, bundle, record):
    """A signal that nohup ignores stays ignored."""
    run = Running(program, ("report", "-j1"), bundle, subprocess.PIPE, output="out",
                  before=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN))
    run.wait_until_read()
    run.process.send_signal(signal.SIGHUP)
    run.process.stdin.close()
    outcome = run.outcome()
    record("SIGHUP under nohup", outcome, None if outcome.status == 0 and outcome.file != OLD else "it was not ignored")


def check(program, bundle, is_long, record):
    check_every_call(program, bundle, is_long, record)
    check_allocations(program, bundle, is_long, record)
    check_waiting_for_input(program, bundle, record)
    check_waiting_for_output(program, bundle, record)
    check_second_signal(program, bundle, record)
    check_ignored(program, bundle, record)
