"""Outputs that take nothing: a full device, a reader that went away, a descriptor that is closed, a file that may not
grow, for every command and format, on standard output and standard error."""

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
    """The status and what was said."""
    process = subprocess.run(program.command(arguments), stdin=subprocess.DEVNULL, stdout=stdout, stderr=stderr,
                             env=program.environment(None, None, program.path("counts")), timeout=MOST_SECONDS,
                             preexec_fn=before)
    return process.returncode, (process.stderr or b"").decode().splitlines()


def pipe_without_reader():
    reading, writing = os.pipe()
    os.close(reading)
    return writing


class Told:
    """What `say` wants to know of a run."""

    def __init__(self, status, messages):
        self.status, self.messages = status, messages


def check_standard_output(program, arguments, say):
    def expect(what, got, wanted):
        say(f"{' '.join(arguments)} {what}", Told(*got), None if got == wanted else f"not {wanted}")

    with open("/dev/full", "wb") as full:
        expect("> /dev/full", run(program, arguments, stdout=full), (5, [NO_SPACE]))
    closed = pipe_without_reader()
    expect("| true", run(program, arguments, stdout=closed), (0, []))
    os.close(closed)
    expect(">&-", run(program, arguments, before=lambda: os.close(1)), (5, [CLOSED]))


def check_standard_error(program, bundle, say):
    """Who cannot be told anything still gets the report and the status."""
    arguments = ("report", "-j1", "-f", "json", f"{bundle}/{LOG}", "nowhere")
    whole = program.run(arguments, output="out")
    closed = pipe_without_reader()
    with open("/dev/full", "wb") as full:
        ways = {"2> /dev/full": {"stderr": full}, "2>&1 | true": {"stderr": closed},
                "2>&-": {"before": lambda: os.close(2)}, "<&- >&- 2>&-": {"before": lambda: os.closerange(0, 3)}}
        for name, way in ways.items():
            output = program.path("told-by-status")
            status, _ = run(program, (*arguments, "-o", output), **way)
            with open(output, "rb") as file:
                is_whole = file.read() == whole.file
            os.remove(output)
            say(f"{' '.join(arguments)} {name}", Told(status, []),
                None if (status, is_whole) == (whole.status, True) else "another status or another report")
    os.close(closed)


def check_limited_size(program, bundle, say):
    """ulimit -f: the signal that comes with it must not leave a part behind."""
    place = program.path("limited")
    os.mkdir(place)
    arguments = ("report", "-j1", "-f", "json", f"{bundle}/{LOG}", "-o", f"{place}/out")
    got = run(program, arguments, before=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000)))
    wanted = (5, [f"marsift: cannot write {place}/out: File too large"])
    problem = None if got == wanted and not os.listdir(place) else f"not {wanted}, or {os.listdir(place)} is left"
    say("ulimit -f", Told(*got), problem)


def check(program, bundle, is_long, say):
    for arguments in command_lines(program, bundle):
        check_standard_output(program, arguments, say)
    check_standard_error(program, bundle, say)
    check_limited_size(program, bundle, say)
