"""Outputs that accept nothing: a full device, a pipe without a reader, a closed descriptor, a file at its size limit.

Tries every command and format, on standard output and standard error.
"""

import os
import resource
import subprocess

from calls import LOG
from program import MOST_SECONDS

FORMATS_OF = os.path.join(os.path.dirname(__file__), "..", "support", "formats.sh")
NO_SPACE = "marsift: cannot write standard output: No space left on device"
CLOSED = "marsift: cannot write standard output: Bad file descriptor"


def command_lines(program, bundle):
    formats = subprocess.check_output(["sh", FORMATS_OF, program.binary], text=True).split()
    reading = [(command, "-j1", "-f", name, f"{bundle}/{LOG}") for command in ("report", "files") for name in formats]
    explaining = [("explain", "-f", name, "5") for name in formats]
    return [*reading, *explaining, ("annotate", f"{bundle}/{LOG}"), ("check",), ("--help",), ("--version",)]


def run(program, arguments, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, before=None):
    """Returns the status and the messages."""
    process = subprocess.run(program.command(arguments), stdin=subprocess.DEVNULL, stdout=stdout, stderr=stderr,
                             env=program.environment(None, None, program.path("counts")), timeout=MOST_SECONDS,
                             preexec_fn=before)
    return process.returncode, (process.stderr or b"").decode().splitlines()


def pipe_without_reader():
    reading, writing = os.pipe()
    os.close(reading)
    return writing


class Ending:
    """The status and the messages of a run, for `record`."""

    def __init__(self, status, messages):
        self.status, self.messages = status, messages


def check_standard_output(program, arguments, record):
    def expect(what, got, wanted):
        record(f"{' '.join(arguments)} {what}", Ending(*got), None if got == wanted else f"not {wanted}")

    with open("/dev/full", "wb") as full:
        expect("> /dev/full", run(program, arguments, stdout=full), (5, [NO_SPACE]))
    closed = pipe_without_reader()
    expect("| true", run(program, arguments, stdout=closed), (0, []))
    os.close(closed)
    expect(">&-", run(program, arguments, before=lambda: os.close(1)), (5, [CLOSED]))


def check_standard_error(program, bundle, record):
    """The report and the status are the same if messages cannot be printed."""
    arguments = ("report", "-j1", "-f", "json", f"{bundle}/{LOG}", "nowhere")
    whole = program.run(arguments, output="out")
    closed = pipe_without_reader()
    with open("/dev/full", "wb") as full:
        ways = {"2> /dev/full": {"stderr": full}, "2>&1 | true": {"stderr": closed},
                "2>&-": {"before": lambda: os.close(2)}, "<&- >&- 2>&-": {"before": lambda: os.closerange(0, 3)}}
        for name, way in ways.items():
            output = program.path("without-messages")
            status, _ = run(program, (*arguments, "-o", output), **way)
            with open(output, "rb") as file:
                is_whole = file.read() == whole.file
            os.remove(output)
            record(f"{' '.join(arguments)} {name}", Ending(status, []),
                None if (status, is_whole) == (whole.status, True) else "a different status or report")
    os.close(closed)


def check_limited_size(program, bundle, record):
    """ulimit -f: its signal must not leave a partial file."""
    place = program.path("limited")
    os.mkdir(place)
    arguments = ("report", "-j1", "-f", "json", f"{bundle}/{LOG}", "-o", f"{place}/out")
    got = run(program, arguments, before=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000)))
    wanted = (5, [f"marsift: cannot write {place}/out: File too large"])
    problem = None if got == wanted and not os.listdir(place) else f"not {wanted}, or {os.listdir(place)} is left"
    record("ulimit -f", Ending(*got), problem)


def check(program, bundle, is_long, record):
    for arguments in command_lines(program, bundle):
        check_standard_output(program, arguments, record)
    check_standard_error(program, bundle, record)
    check_limited_size(program, bundle, record)
