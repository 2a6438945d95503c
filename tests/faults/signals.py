"""SIGINT, SIGTERM and SIGHUP at any moment: the process ends by the signal, one line is said, the old output file is
whole and nothing lies beside it."""

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


def check_every_call(program, bundle, is_long, say):
    """annotate holds its output open from the start to the end, the others only when all is read."""
    for arguments in (("annotate", f"{bundle}/{LOG}"), ("report", "-j1", "-f", "json", bundle),
                      ("files", "-j4", "-f", "csv", bundle)):
        whole = program.run(arguments, output="out", old=OLD)
        for number in ENDING if is_long else ENDING[1:2]:
            for call in range(1, whole.calls["system"] + 1):
                outcome = program.run(arguments, f"system:{call}:s{int(number)}", output="out", old=OLD)
                say(f"{' '.join(arguments)}: {number.name} before call {call}", outcome,
                    breach(outcome, whole, number, OLD))


def check_allocations(program, bundle, is_long, say):
    """In the middle of the allocator, and on any thread."""
    arguments = ("report", "-j4", "--no-prefilter", "-f", "json", bundle)
    whole = program.run(arguments, output="out", old=OLD)
    for call in range(97, whole.calls["memory"] - 500, 101 if is_long else 1499):
        outcome = program.run(arguments, f"memory:{call}:s{int(signal.SIGTERM)}", output="out", old=OLD)
        say(f"-j4: SIGTERM at memory call {call}", outcome, breach(outcome, whole, signal.SIGTERM, OLD))


class Running:
    """A run that goes on until it is ended: its input is a pipe that stays open."""

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
        """All that is in the pipe was taken: the program reads on, and waits."""
        self.wait_until(lambda: waiting_bytes(self.process.stdin) == 0)

    def wait_until(self, is_so):
        deadline = time.monotonic() + MOST_SECONDS
        while not is_so() and self.process.poll() is None:
            if time.monotonic() > deadline:
                raise TimeoutError("nothing happens")
            time.sleep(0.01)

    def outcome(self):
        status = self.process.wait(MOST_SECONDS)
        said = self.process.stderr.read().decode().splitlines() if self.process.stderr else []
        with open(self.output, "rb") as output:
            content = output.read()
        leftovers = [name for name in os.listdir(self.place) if name != "out"]
        return Outcome(status, b"", said, {}, 0, 0, False, content, leftovers)


def waiting_bytes(pipe):
    return struct.unpack("i", fcntl.ioctl(pipe, termios.FIONREAD, b"\0\0\0\0"))[0]


def check_waiting_for_input(program, bundle, say):
    for arguments in (("report", "-j1"), ("report", "-j4"), ("annotate",)):
        for number in ENDING:
            run = Running(program, arguments, bundle, subprocess.PIPE, output="out")
            run.wait_until_read()
            run.process.send_signal(number)
            outcome = run.outcome()
            say(f"{' '.join(arguments)}: {number.name} while input is waited for", outcome,
                breach(outcome, outcome, number, OLD))


def full_pipe():
    """The ends of a pipe that takes no more bytes."""
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    try:
        while True:
            os.write(writing, b"x" * 4096)
    except BlockingIOError:
        os.set_blocking(writing, True)
    return reading, writing


def check_waiting_for_output(program, bundle, say):
    """Ctrl-C while a pager holds the output up."""
    reading, writing = full_pipe()
    run = Running(program, ("annotate",), bundle, subprocess.PIPE, stdout=writing)
    run.process.stdin.close()
    run.wait_until(lambda: open(f"/proc/{run.process.pid}/syscall").read().startswith("1 "))
    run.process.send_signal(signal.SIGINT)
    outcome = run.outcome()
    say("SIGINT while output is waited for", outcome, breach(outcome, outcome, signal.SIGINT, OLD))
    os.close(reading)
    os.close(writing)


def check_second_signal(program, bundle, say):
    """The line itself may have to wait; then a second signal ends the process without it."""
    reading, writing = full_pipe()
    run = Running(program, ("annotate",), bundle, writing, output="out")
    run.wait_until_read()
    run.wait_until(lambda: run.process.send_signal(signal.SIGTERM))
    outcome = run.outcome()
    problem = "not ended by the signal" if outcome.status != -signal.SIGTERM else None
    if outcome.leftovers or outcome.file != OLD:
        problem = "the old output file does not stand alone"
    say("a second SIGTERM", outcome, problem)
    os.close(reading)
    os.close(writing)


def check_ignored(program, bundle, say):
    """What nohup ignores stays ignored."""
    run = Running(program, ("report", "-j1"), bundle, subprocess.PIPE, output="out",
                  before=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN))
    run.wait_until_read()
    run.process.send_signal(signal.SIGHUP)
    run.process.stdin.close()
    outcome = run.outcome()
    say("SIGHUP under nohup", outcome, None if outcome.status == 0 and outcome.file != OLD else "it was not ignored")


def check(program, bundle, is_long, say):
    check_every_call(program, bundle, is_long, say)
    check_allocations(program, bundle, is_long, say)
    check_waiting_for_input(program, bundle, say)
    check_waiting_for_output(program, bundle, say)
    check_second_signal(program, bundle, say)
    check_ignored(program, bundle, say)
