#!/usr/bin/env python3
"""check_nights.py MARSIFT [--seeds N] [--from SEED]: compares reports of generated nights with a model of their own.

check_nights.py --write SEED FOLDER writes one bundle and prints its story; a name of a situation may stand for SEED.

Each seed makes a bundle of 1 to 30 servers over 1 to 14 nights (tests/support/nights_plan.py), and the rules of
tests/support/nights_model.py say what a report of it must say. Also checked: the exit conditions, --as-of, that the
servers as arguments in another order give the same, and that CSV, NDJSON, text and the rows of files have the numbers
of the JSON. Prints the story of each server that differs. Exit status 1 if any does.
"""
import argparse
import concurrent.futures
import datetime
import itertools
import json
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "support"))

import nights_formats  # noqa: E402
import nights_model  # noqa: E402
import nights_plan  # noqa: E402
import nights_situations  # noqa: E402
import nights_write  # noqa: E402

# Where the report has what the model knows, as functions from a member of `hosts` to the value.
HOST_FIELDS = {
    "state": lambda host: host["state"],
    "since": lambda host: second(host["since"]),
    "last_good": lambda host: second(host["last_good"]),
    "newest_backup": lambda host: second(host["newest_backup"]),
    "nights_without": lambda host: host["nights_without"],
    "files": lambda host: host["files"],
    "files_read_since": lambda host: host["files_read_since"],
}
# The same of a kind of backups; files that were read since are of hosts only.
KIND_FIELDS = {name: field for name, field in HOST_FIELDS.items() if name != "files_read_since"}
MAX_SHOWN = 20
MOST_EARLIER_CAUSES = 3


def second(time):
    """Compares times to the second: tables and names of lists have no smaller parts. A mere date is its midnight."""
    return (time + "T00:00:00" if len(time) == 10 else time[:19]) if time else None


def expected_fields(state):
    text = lambda time: time.isoformat()[:19] if time else None
    return {"state": state.state, "since": text(state.since), "last_good": text(state.last_good), "newest_backup": text(state.newest_backup),
            "nights_without": state.nights_without, "files": len(state.files), "files_read_since": len(state.read_since)}


def run(marsift, arguments, command="report"):
    return subprocess.run([marsift, command, "--lang", "en", *arguments], stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=120)


def report_of(marsift, arguments):
    done = run(marsift, ["--format", "json", *arguments])
    if done.returncode not in (0, 4):
        raise ValueError(f"status {done.returncode}: {done.stderr.decode()[:300].strip()}")
    return json.loads(done.stdout)


def field_of(host, name):
    try:
        return HOST_FIELDS[name](host)
    except KeyError as missing:
        return f"no member {missing}"


def kind_differences(host, expected):
    """Yields a sentence for each kind of backups of the host that is missing or differs, and for each that no step covers."""
    words = [kind.kind.replace(" ", "-") for kind in expected.kinds]
    found = {kind["kind"]: kind for kind in host["kinds"]}
    if sorted(found) != sorted(words) or host["kinds"] and host["kinds"][0]["kind"] != host["kind"]:
        yield f"kinds: {', '.join(kind['kind'] for kind in host['kinds'])} instead of {', '.join(words)}"
        return
    for word, state in zip(words, expected.kinds):
        for field, value in expected_fields(state).items():
            if field in KIND_FIELDS and KIND_FIELDS[field](found[word]) != value:
                yield f"{word}: {field}: {KIND_FIELDS[field](found[word])} instead of {value}"
        cause = json.dumps(found[word]["main_cause"]).lower()
        if state.causes and not any(each in cause for each in state.causes):
            yield f"{word}: main_cause: {cause} names none of {', '.join(state.causes)}"
        # The model does not tell aborted from failed backups without a cause.
        own = "marsift" if found[word]["main_cause"] and found[word]["main_cause"].startswith("MARSIFT") else None
        earlier = {"marsift" if each.startswith("MARSIFT") else each.lower() for each in found[word]["earlier_causes"]} - {own}
        if earlier != state.earlier and len(found[word]["earlier_causes"]) < MOST_EARLIER_CAUSES:
            yield f"{word}: earlier_causes: {sorted(earlier)} instead of {sorted(state.earlier)}"


def uncovered_kinds(report):
    """Yields (host, sentence) for each kind without a current backup whose cause is in no step."""
    steps = {problem["title"] for step in report["do_first"] for problem in step["problems"] if problem["hosts_without_backup"] > 0}
    for host in report["hosts"]:
        for kind in host["kinds"]:
            if kind["state"] in ("failed", "stopped") and not any(kind["main_cause_title"] in title for title in steps):
                yield host["name"], f"{kind['kind']}: no step for {kind['main_cause_title']}"


def host_differences(report, expected):
    """Yields (host, sentence) for each value that differs."""
    got = {host["name"]: host for host in report["hosts"]}
    for name, state in expected.hosts.items():
        if name not in got:
            yield name, f"is missing, expected {state.state}"
            continue
        for field, value in expected_fields(state).items():
            found = field_of(got[name], field)
            if found != value:
                yield name, f"{field}: {found} instead of {value}"
        cause = json.dumps(got[name].get("main_cause")).lower()
        if state.causes and not any(each in cause for each in state.causes):
            yield name, f"main_cause: {cause} names none of {', '.join(state.causes)}"
        for sentence in kind_differences(got[name], state):
            yield name, sentence
    for name in sorted(set(got) - set(expected.hosts)):
        yield name, "is no server of this bundle"
    yield from uncovered_kinds(report)


def total_differences(report, expected):
    """Yields a sentence for each total and each agent error that differs."""
    ever, files = expected.metrics["files:ever"], expected.metrics["files"]
    for name, value in {"files": files, "files_read_since": ever - files}.items():
        if report.get(name) != value:
            yield f"{name}: {report.get(name, 'missing')} instead of {value}"
    for state in ("running", "hangs"):
        found, value = report["job_totals"][state], expected.metrics[f"jobs:{state}"]
        if found != value:
            yield f"job_totals: {state}: {found} instead of {value}"
    for finding in report["findings"]:
        if finding["id"] in expected.recovered and finding.get("recovered") != expected.recovered[finding["id"]]:
            yield f"finding {finding['id']}: recovered {finding.get('recovered', 'missing')} instead of {expected.recovered[finding['id']]}"


def condition_differences(marsift, path, expected):
    """Yields a sentence for each exit condition that holds and should not, or the other way round."""
    for name, value in expected.metrics.items():
        for condition, holds in ((f"{name}>0", value > 0), (f"{name}={value}", True)):
            status = run(marsift, ["--fail-on", condition, path]).returncode
            if (status == 3) != holds:
                yield f"--fail-on '{condition}': status {status}, but it is {value}"


def order_differences(marsift, path, report):
    """Yields a sentence if the servers as arguments, the last one first, give another report than their folder."""
    hosts = [os.path.join(path, name) for name in sorted(os.listdir(path), reverse=True)]
    other = report_of(marsift, ["-j", "8", *hosts])
    for part in ("hosts", "files", "files_read_since", "job_totals"):
        key = lambda value: sorted(map(json.dumps, value)) if isinstance(value, list) else value
        if key(other.get(part)) != key(report.get(part)):
            yield f"{part} differ when the servers are arguments in another order"
    reasons = [[(each["category"], each["files"]) for each in one["reasons"]] for one in (report, other)]
    if reasons[0] != reasons[1]:
        yield "reasons differ when the servers are arguments in another order"


def format_differences(marsift, path, report):
    """Yields a sentence for each number on which two formats disagree."""
    for name, differ in nights_formats.READERS.items():
        yield from differ(run(marsift, ["--format", name, path]).stdout.decode(), report)
    files = [run(marsift, ["--format", "ndjson", *ever, path], "files").stdout.decode() for ever in ([], ["--ever"])]
    yield from nights_formats.file_differences(*files, report)


def later_differences(marsift, path, bundle):
    """Yields (host, sentence) for each difference as seen four days after the newest record."""
    time = bundle.newest_record().replace(microsecond=0) + datetime.timedelta(days=4)
    report = report_of(marsift, ["--as-of", time.isoformat(), path])
    for name, sentence in host_differences(report, nights_model.expect(bundle, time)):
        yield name, f"--as-of {time.isoformat()}: {sentence}"


def guarded(part):
    """Returns what the part yields as (host or None, sentence); a run that fails is a difference, too."""
    try:
        return [each if isinstance(each, tuple) else (None, each) for each in part]
    except (ValueError, KeyError, subprocess.TimeoutExpired) as problem:
        return [(None, f"{type(problem).__name__}: {problem}")]


def differences(marsift, bundle, folder):
    """Returns (host or None, sentence) for all that differs for the bundle."""
    path, expected = nights_write.write(bundle, folder), nights_model.expect(bundle)
    report = report_of(marsift, [path])
    parts = [host_differences(report, expected), total_differences(report, expected), condition_differences(marsift, path, expected),
             format_differences(marsift, path, report), later_differences(marsift, path, bundle)]
    if bundle.form == "folder":
        parts.append(order_differences(marsift, path, report))
    return [each for part in parts for each in guarded(part)]


def print_story(bundle, names):
    expected = nights_model.expect(bundle)
    for host in bundle.hosts:
        if host.name in names:
            print(f"  {host.name}: {expected_fields(expected.hosts[host.name])}")
            print("".join(f"    {sentence}\n" for sentence in host.story), end="")


def bundle_of(name):
    situations = nights_situations.situations()
    return situations[name]() if name in situations else nights_plan.plan(int(name))


def check(marsift, name):
    """Prints what differs for the bundle. Returns whether anything does."""
    bundle = bundle_of(name)
    with tempfile.TemporaryDirectory() as folder:
        found = differences(marsift, bundle, folder)
    if found:
        print(f"seed {name}: {bundle.form}, newest record {bundle.newest_record()}")
        for host, sentence in found[:MAX_SHOWN]:
            print(f"  {host or 'total'}: {sentence}")
        if len(found) > MAX_SHOWN:
            print(f"  ... {len(found) - MAX_SHOWN} more")
        print_story(bundle, {host for host, _ in found[:MAX_SHOWN]})
    return bool(found)


def write(name, folder):
    bundle = bundle_of(name)
    print(nights_write.write(bundle, folder))
    print(f"newest record {bundle.newest_record()}")
    print_story(bundle, {host.name for host in bundle.hosts})
    expected = nights_model.expect(bundle)
    print(f"  metrics: {expected.metrics}\n  recovered: {expected.recovered}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("marsift", nargs="?")
    parser.add_argument("--seeds", type=int, default=100)
    parser.add_argument("--from", type=int, default=1, dest="first")
    parser.add_argument("--write", nargs=2, metavar=("SEED", "FOLDER"))
    options = parser.parse_args()
    if options.write:
        write(*options.write)
        return 0
    names = [*nights_situations.situations(), *map(str, range(options.first, options.first + options.seeds))]
    with concurrent.futures.ProcessPoolExecutor() as pool:
        wrong = [is_wrong for is_wrong in pool.map(check, itertools.repeat(options.marsift), names) if is_wrong]
    print(f"{len(names) - len(wrong)} of {len(names)} bundles agree with the model")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
