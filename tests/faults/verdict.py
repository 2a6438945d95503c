"""Whether a run under a fault ended as the man page promises."""

import json

CLASSES = ("failed_files", "findings", "other_failures", "noise", "unparsed", "frame", "outside_period")
# libarchive ends the process itself where it cannot hold the name of a member.
LIBRARY_ENDS = ("Fatal Internal Error in libarchive: No memory", "Fatal Internal Error in libarchive: Out of memory")


def unbalanced(report):
    """What does not add up in a JSON report, or None."""
    books = report["books"]
    for place in [books, *report["logs"]]:
        if sum(place[name] for name in CLASSES) != place["lines"]:
            return f"the classes do not add up to the lines of {place}"
    for name in ("lines", *CLASSES):
        if sum(log[name] for log in report["logs"]) != books[name]:
            return f"the logs do not add up to {name}"
    return None if books["balanced"] else "balanced is false"


def incomplete_breach(content):
    """What is wrong with a JSON report that belongs to status 4, or None."""
    try:
        report = json.loads(content)
    except ValueError:
        return "no JSON"
    return unbalanced(report) or (None if report["incomplete"] else "incomplete is not true")


def message_breach(outcome):
    """None when one clear line was said; more only of what was not read."""
    lines = outcome.messages
    if outcome.status == 1 and len(lines) == 1 and lines[0] in LIBRARY_ENDS:
        return None
    if outcome.status != 4 and len(lines) != 1:
        return f"{len(lines)} lines were said"
    if not lines or not all(line.startswith("marsift: ") and len(line) > 20 for line in lines):
        return "no clear line"
    return "a text that is none" if any("(null)" in line for line in lines) else None


def breach(outcome, whole, is_json_report=False, content=None):
    """What is wrong with how a run ended, or None. `whole` is the run without a fault, `content` what was written
    in the end when that is not the standard output."""
    written = outcome.out if content is None else content
    wanted = whole.out if content is None else whole.file
    if outcome.status == whole.status:
        if written != wanted or outcome.messages != whole.messages:
            return "another output with the status of a run without faults"
    elif outcome.status == 4:
        problem = message_breach(outcome) or (incomplete_breach(written) if is_json_report else None)
        if problem:
            return problem
    elif outcome.status in (1, 5):
        if message_breach(outcome) or not whole.out.startswith(outcome.out):
            return message_breach(outcome) or "what was written is no beginning of the output"
    else:
        return f"status {outcome.status}"
    has_ended_itself = outcome.messages[:1] not in [[line] for line in LIBRARY_ENDS]
    if has_ended_itself and outcome.live_blocks > whole.live_blocks and not outcome.is_of_library:
        return f"{outcome.live_blocks} blocks leak"
    if has_ended_itself and outcome.open_descriptors > whole.open_descriptors:
        return "a descriptor stays open"
    return None
