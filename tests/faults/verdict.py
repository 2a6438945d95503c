"""Checks that a run under a fault ended as the man page promises."""

import json

CLASSES = ("failed_files", "findings", "other_failures", "noise", "unparsed", "frame", "outside_period")
# libarchive ends the process itself if it has no memory for a member's name.
LIBRARY_ENDS = ("Fatal Internal Error in libarchive: No memory", "Fatal Internal Error in libarchive: Out of memory")


def unbalanced(report):
    """Returns what does not add up in a JSON report, or None."""
    books = report["books"]
    for place in [books, *report["logs"]]:
        if sum(place[name] for name in CLASSES) != place["lines"]:
            return f"the classes do not add up to the lines of {place}"
    for name in ("lines", *CLASSES):
        if sum(log[name] for log in report["logs"]) != books[name]:
            return f"the logs do not add up to {name}"
    return None if books["balanced"] else "balanced is false"


def incomplete_breach(content):
    """Returns what is wrong with the JSON report of a run with status 4, or None."""
    try:
        report = json.loads(content)
    except ValueError:
        return "no JSON"
    return unbalanced(report) or (None if report["incomplete"] else "incomplete is not true")


def message_breach(outcome):
    """Returns None if one clear line was printed, or with status 4 one for each unread input; else what is wrong."""
    lines = outcome.messages
    if outcome.status == 1 and len(lines) == 1 and lines[0] in LIBRARY_ENDS:
        return None
    if outcome.status != 4 and len(lines) != 1:
        return f"{len(lines)} lines were printed"
    if not lines or not all(line.startswith("marsift: ") and len(line.encode()) > 20 for line in lines):
        return "no clear line"
    return "a message with a null text" if any("(null)" in line for line in lines) else None


def breach(outcome, whole, is_json_report=False, content=None):
    """Returns what is wrong with the outcome of a run, or None. `whole` is the run without a fault, `content` the
    output file if the output is not standard output."""
    written = outcome.out if content is None else content
    wanted = whole.out if content is None else whole.file
    if outcome.status == whole.status:
        if written != wanted or outcome.messages != whole.messages:
            return "different output with the status of a run without faults"
    elif outcome.status == 4:
        problem = message_breach(outcome) or (incomplete_breach(written) if is_json_report else None)
        if problem:
            return problem
    elif outcome.status in (1, 5):
        if message_breach(outcome) or not whole.out.startswith(outcome.out):
            return message_breach(outcome) or "the output is no prefix of the whole output"
    else:
        return f"status {outcome.status}"
    ended_in_order = outcome.messages[:1] not in [[line] for line in LIBRARY_ENDS]
    if ended_in_order and outcome.live_blocks > whole.live_blocks and not outcome.is_of_library:
        return f"{outcome.live_blocks} blocks leak"
    if ended_in_order and outcome.open_descriptors > whole.open_descriptors:
        return "a descriptor stays open"
    return None
