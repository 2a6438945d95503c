"""Allocations that fail: the n-th, or the n-th and all behind it, in the program or in any library.

The bundle goes without its xz file: libarchive 3.6.2 crashes in its own cleaning up when liblzma is refused one of its
first three blocks (xz_filter_close after a failed xz_lzma_bid_init), and nothing outside of it can prevent that."""

import os
import shutil

from verdict import breach

CRASHES_LIBARCHIVE = "SRV-C/CBEngine2.errlog.xz"

REPORT = ("-j1", "-f", "json")
NO_MEMORY, NO_MEMORY_ANY_MORE = "e12", "e12+"

# command line, what is done, every how many-th call by default, and in the long run
TRIALS = [
    (("report", "--no-prefilter", *REPORT), NO_MEMORY, 41, 1),
    (("report", "--no-prefilter", *REPORT), NO_MEMORY_ANY_MORE, 307, 1),
    (("report", *REPORT), NO_MEMORY, 2003, 1),
    (("report", *REPORT), NO_MEMORY_ANY_MORE, 4001, 7),
    (("files", "--no-prefilter", "-j1", "-f", "csv"), NO_MEMORY, 503, 5),
    (("report", "--no-prefilter", "-j1", "--all", "--lang", "ja"), NO_MEMORY, 503, 5),
]
THREADED = ("report", "-j4", "--no-prefilter", "-f", "json")


def spread(count, step):
    return range(step // 2 + 1, count + 1, step)


def check_trials(program, bundle, is_long, say):
    for arguments, what, step, long_step in TRIALS:
        whole = program.run([*arguments, bundle])
        calls = spread(whole.calls["memory"], long_step if is_long else step)
        for call, outcome in program.trials([*arguments, bundle], "memory", what, calls):
            say(f"{' '.join(arguments)}: memory call {call} {what}", outcome,
                breach(outcome, whole, "json" in arguments))


def check_threads(program, bundle, is_long, say):
    """Where a thread stands when memory fails is chance: many runs, no hang, no crash."""
    whole = program.run([*THREADED, bundle])
    for what in (NO_MEMORY, NO_MEMORY_ANY_MORE):
        for call in spread(whole.calls["memory"] - 9000, 29 if is_long else 401):
            outcome = program.run([*THREADED, bundle], f"memory:{9000 + call}:{what}")
            say(f"-j4: memory call {9000 + call} {what}", outcome, breach(outcome, whole, True))


def check(program, bundle, is_long, say):
    place = program.path("bundle")
    shutil.copytree(bundle, place, copy_function=shutil.copy2)
    os.remove(os.path.join(place, CRASHES_LIBARCHIVE))
    bundle = place
    check_trials(program, bundle, is_long, say)
    check_threads(program, bundle, is_long, say)
