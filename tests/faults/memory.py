"""Allocations that fail: the n-th, or the n-th and all after it, in the program or in any library.

The bundle has no xz file here: libarchive 3.6.2 crashes during its own cleanup (xz_filter_close after a failed
xz_lzma_bid_init) if one of liblzma's first three allocations fails, which its callers cannot prevent.
"""

import os
import shutil

from verdict import breach

CRASHES_LIBARCHIVE = "SRV-C/CBEngine2.errlog.xz"

REPORT = ("-j1", "-f", "json")
NO_MEMORY, NO_MEMORY_FROM_HERE = "e12", "e12+"

# (command line, fault, step between the calls tried, the same with --long)
TRIALS = [
    (("report", "--no-prefilter", *REPORT), NO_MEMORY, 41, 1),
    (("report", "--no-prefilter", *REPORT), NO_MEMORY_FROM_HERE, 307, 1),
    (("report", *REPORT), NO_MEMORY, 2003, 1),
    (("report", *REPORT), NO_MEMORY_FROM_HERE, 4001, 7),
    (("files", "--no-prefilter", "-j1", "-f", "csv"), NO_MEMORY, 503, 5),
    (("report", "--no-prefilter", "-j1", "--all", "--lang", "ja"), NO_MEMORY, 503, 5),
]
THREADED = ("report", "-j4", "--no-prefilter", "-f", "json")


def spread(count, step):
    return range(step // 2 + 1, count + 1, step)


def check_trials(program, bundle, is_long, record):
    for arguments, what, step, long_step in TRIALS:
        whole = program.run([*arguments, bundle])
        calls = spread(whole.calls["memory"], long_step if is_long else step)
        for call, outcome in program.trials([*arguments, bundle], "memory", what, calls):
            record(f"{' '.join(arguments)}: memory call {call} {what}", outcome,
                breach(outcome, whole, "json" in arguments))


def check_threads(program, bundle, is_long, record):
    """Where each thread is when memory fails varies, so there are many runs; none may hang or crash."""
    whole = program.run([*THREADED, bundle])
    for what in (NO_MEMORY, NO_MEMORY_FROM_HERE):
        for call in spread(whole.calls["memory"] - 9000, 29 if is_long else 401):
            outcome = program.run([*THREADED, bundle], f"memory:{9000 + call}:{what}")
            record(f"-j4: memory call {9000 + call} {what}", outcome, breach(outcome, whole, True))


def check(program, bundle, is_long, record):
    place = program.path("bundle")
    shutil.copytree(bundle, place, copy_function=shutil.copy2)
    os.remove(os.path.join(place, CRASHES_LIBARCHIVE))
    bundle = place
    check_trials(program, bundle, is_long, record)
    check_threads(program, bundle, is_long, record)
