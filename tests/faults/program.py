"""Runs the program under injected faults and returns the outcomes.

A run is either a separate process or a trial: tests/faults/injection.c makes the program fork at a call, so that a
hundred thousand calls can be tried in the time of a few thousand processes.
"""

import os
import select
import shutil
import signal
import socket
import struct
import subprocess
import tempfile
from dataclasses import dataclass, field

KINDS = ("memory", "open", "read", "list", "write", "message", "close", "sync", "rename", "other", "system")
COUNTS = struct.Struct(f"={len(KINDS)}Qqqq")
TRIAL = struct.Struct(f"=Qq{COUNTS.size}s")
MOST_SECONDS = 5  # far more than any run takes; a longer one counts as hanging


@dataclass
class Outcome:
    """The outcome of a run. `status` is the negative number of the signal if one ended it."""
    status: int
    out: bytes
    messages: list
    calls: dict
    live_blocks: int
    open_descriptors: int
    is_of_library: bool  # the fault hit a call inside the C library, which may then keep more blocks
    file: bytes | None = None  # the content of the output file
    leftovers: list = field(default_factory=list)  # other files in its folder


def read_counts(data):
    numbers = COUNTS.unpack(data)
    return dict(zip(KINDS, numbers)), *numbers[-3:-1], bool(numbers[-1])


class Program:
    """`build`/marsift with a temporary folder. Use as a context manager."""

    def __init__(self, build):
        self.binary = os.path.join(os.path.abspath(build), "marsift")
        self.library = os.path.join(os.path.abspath(build), "check", "injection.so")

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix="marsift-faults-")
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)

    def path(self, name):
        return os.path.join(self.folder, name)

    def command(self, arguments):
        """Returns the command line, without the sandbox, which forbids the forks and writes of the injection."""
        return [self.binary, arguments[0], "--no-sandbox", *arguments[1:]]

    def environment(self, inject, changed_file, counts_file):
        with open(counts_file, "wb") as counts:
            counts.write(bytes(COUNTS.size))
        os.chmod(counts_file, 0o666)  # the program may run as another user
        environment = {"LC_ALL": "C.UTF-8", "TZ": "Asia/Tokyo", "PATH": os.environ["PATH"], "LD_PRELOAD": self.library,
                       "INJECT_COUNTS": counts_file}
        if inject:
            environment["INJECT"] = inject
        if changed_file:
            environment["INJECT_FILE"] = changed_file
        return environment

    def counts(self):
        with open(self.path("counts"), "rb") as counts:
            return read_counts(counts.read())

    def run(self, arguments, inject=None, changed_file=None, output=None, old=None, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, user=None):
        """Runs once. `output` is the file name for -o, in an empty folder; `old` is its content before the run."""
        place = self.path("output")
        shutil.rmtree(place, ignore_errors=True)
        os.mkdir(place)
        arguments = list(arguments)
        if output is not None:
            arguments += ["-o", os.path.join(place, output)]
            if old is not None:
                with open(os.path.join(place, output), "wb") as file:
                    file.write(old)
        process = subprocess.run(self.command(arguments), stdin=stdin, stdout=stdout, stderr=subprocess.PIPE,
                                 env=self.environment(inject, changed_file, self.path("counts")), timeout=MOST_SECONDS, user=user)
        names = os.listdir(place)
        file = None
        if output in names:
            names.remove(output)
            with open(os.path.join(place, output), "rb") as content:
                file = content.read()
        return Outcome(process.returncode, process.stdout or b"", process.stderr.decode().splitlines(), *self.counts(),
                       file, names)

    def trials(self, arguments, kind, what, calls):
        """Yields (call, outcome) for each of `calls`, in order, where that call of `kind` fails as `what` says."""
        calls = iter(calls)
        first = next(calls, 0)
        ours, theirs = socket.socketpair()
        with open(self.path("out"), "w+b", buffering=0) as out, open(self.path("messages"), "a+b") as messages:
            drain(messages)  # of an earlier program after its trials
            environment = self.environment(f"{kind}:{first}:{what}", None, self.path("trial-counts"))
            environment["INJECT_TRIALS"] = str(theirs.fileno())
            process = subprocess.Popen(self.command(arguments), stdin=subprocess.DEVNULL, stdout=out, stderr=messages,
                                       env=environment, pass_fds=[theirs.fileno()], start_new_session=True)
            theirs.close()
            try:
                while first:
                    call, wait_status, counts = TRIAL.unpack(self.next_trial(ours))
                    if wait_status == -1:
                        yield call, self.run(arguments, f"{kind}:{call}:{what}")
                    else:
                        yield call, Outcome(os.waitstatus_to_exitcode(wait_status), output_of_trial(out),
                                            drain(messages).decode().splitlines(), *read_counts(counts))
                    first = next(calls, 0)
                    ours.sendall(struct.pack("=Q", first))
            finally:
                if not first:
                    process.wait(MOST_SECONDS)
                else:
                    os.killpg(process.pid, signal.SIGKILL)
                    process.wait()
                ours.close()

    def next_trial(self, ours):
        ready, _, _ = select.select([ours], [], [], MOST_SECONDS)
        if not ready:
            raise TimeoutError("a trial hangs")
        data = ours.recv(TRIAL.size, socket.MSG_WAITALL)
        if len(data) != TRIAL.size:
            raise EOFError("the program ended before that call")
        return data


def output_of_trial(file):
    """Returns what the program wrote before the trial and in it, and removes what it wrote in it: the program has
    gone back to its own place in the file, which it shares with this process."""
    content = os.pread(file.fileno(), os.fstat(file.fileno()).st_size, 0)
    file.truncate(file.tell())
    return content


def drain(file):
    """Returns the content of `file` and empties it."""
    file.seek(0)
    content = file.read()
    file.truncate(0)
    return content
