"""System calls that fail, are short or interrupted, or never happen because the process is killed.

In every case the output file is either the complete old one or the complete new one.
"""

import errno
import signal

from verdict import breach

OLD = b"the old file, of which nothing may be lost\n"
LOG = "SRV-A/CBEngineCurr.errlog"

# Kinds of calls and the errors with which they fail.
FAILURES = [
    ("open", (errno.EACCES, errno.ENOENT, errno.EMFILE)),
    ("read", (errno.EIO,)),
    ("list", (errno.EIO,)),
    ("write", (errno.ENOSPC, errno.EIO, errno.EDQUOT)),
    ("close", (errno.EIO, errno.ENOSPC)),
    ("sync", (errno.EIO, errno.ENOSPC)),
    ("rename", (errno.EACCES, errno.EXDEV)),
    ("other", (errno.EPERM,)),
]
# Interrupted and short calls, which must make no difference.
HARMLESS = [("read", f"e{errno.EINTR}"), ("write", f"e{errno.EINTR}"), ("sync", f"e{errno.EINTR}"),
            ("sync", f"e{errno.EINVAL}"), ("read", "short"), ("write", "short"), ("message", "short")]

LEAST_CALLS = {"write": 1, "close": 1, "sync": 2, "rename": 1}  # the file is synced, and its folder


def commands(bundle):
    return [("report", "-j1", "-f", "json", bundle), ("files", "-j1", "-f", "csv", f"{bundle}/{LOG}"),
            ("annotate", f"{bundle}/{LOG}"), ("explain", "-f", "json", "5")]


def file_breach(outcome, whole, old, may_stay):
    """Returns what is wrong with the output file, which must be the old or the new one, and the only file."""
    if outcome.leftovers and not may_stay:
        return f"{outcome.leftovers} is left"
    done = outcome.status in (0, whole.status)
    if outcome.file not in ((whole.file,) if done else (old, whole.file)) and outcome.status != 4:
        return "the output file is neither the old nor the new one"
    return None


def check_failures(program, arguments, old, whole, is_long, record):
    is_report = arguments[0] == "report"
    for kind, reasons in FAILURES:
        step = 4 if kind in ("read", "list") and is_report and not is_long else 1
        for reason in reasons if is_long else reasons[:2]:
            for call in range(1, whole.calls[kind] + 1, step):
                for what in (f"e{reason}", f"e{reason}+"):
                    outcome = program.run(arguments, f"{kind}:{call}:{what}", output="out", old=old)
                    is_removal_refused = kind == "other" and what.endswith("+")
                    problem = file_breach(outcome, whole, old, is_removal_refused)
                    if outcome.status == 4 or not problem:
                        content = outcome.file if outcome.status in (0, 4) else None
                        problem = problem or breach(outcome, whole, is_report, content)
                    record(f"{' '.join(arguments)}: {kind} call {call} {what}", outcome, problem)


def check_harmless(program, arguments, old, whole, record):
    for kind, what in HARMLESS:
        for call in range(1, 2 if what == "short" else whole.calls[kind] + 1):
            outcome = program.run(arguments, f"{kind}:{call}:{what}", output="out", old=old)
            is_same = (outcome.status, outcome.file, outcome.messages, outcome.leftovers) == \
                      (whole.status, whole.file, whole.messages, [])
            record(f"{' '.join(arguments)}: {kind} call {call} {what}", outcome, None if is_same else "it made a difference")


def check_kills(program, arguments, old, whole, record):
    """A killed process cannot clean up: it may leave a temporary file, but never under the name of the output."""
    for call in range(1, whole.calls["system"] + 2):
        outcome = program.run(arguments, f"system:{call}:s{int(signal.SIGKILL)}", output="out", old=old)
        is_last = call == whole.calls["system"] + 1
        problem = None
        if outcome.file not in (old, whole.file) or (is_last and outcome.file != whole.file):
            problem = "the output file is neither the old nor the new one"
        elif outcome.status != (whole.status if is_last else -signal.SIGKILL):
            problem = "not ended by the signal"
        elif not all(name.startswith(".marsift-") for name in outcome.leftovers):
            problem = f"{outcome.leftovers} is left"
        record(f"{' '.join(arguments)}: killed before call {call}", outcome, problem)


def check(program, bundle, is_long, record):
    for arguments in commands(bundle):
        for old in (OLD, None) if is_long or arguments[0] == "annotate" else (OLD,):
            whole = program.run(arguments, output="out", old=old)
            missing = [kind for kind, least in LEAST_CALLS.items() if whole.calls[kind] < least]
            record(f"{' '.join(arguments)} without faults", whole, f"too few calls of {missing}" if missing else None)
            check_failures(program, arguments, old, whole, is_long, record)
            check_harmless(program, arguments, old, whole, record)
            check_kills(program, arguments, old, whole, record)
