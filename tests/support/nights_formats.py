"""Compares the CSV, NDJSON and text of a bundle, and its rows of files, with its JSON: every number that two of them
have must agree."""
import collections
import csv
import io
import json
import re

# Columns of CSV rows of kind `host`, and the members of `hosts` that they repeat.
HOST_COLUMNS = ["state", "since", "last_good", "newest_backup", "nights_without", "files", "files_read_since"]
# Kinds of CSV rows that have events, and their lists in JSON.
EVENT_LISTS = {"reason": "reasons", "finding": "findings", "failure": "other_failures"}
# Lists of JSON, and the type of their objects in NDJSON.
NDJSON_TYPES = {"hosts": "host", "jobs": "job", "reasons": "reason", "findings": "finding", "other_failures": "other_failure"}


def cell(value):
    """Returns the value as a cell of CSV."""
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def sum_differences(of_kind, report):
    """Yields a sentence for each sum over rows of the CSV that is not that of the JSON report."""
    total = lambda column, rows: sum(int(row[column] or 0) for row in rows)
    reasons = of_kind("reason")
    at_risk = [row for row in reasons if row["at_risk"] == "true"]
    sums = {"files of reasons": (total("files", reasons), report["files"]),
            "files of reasons at risk": (total("files", at_risk), report["files_at_risk"])}
    for kind, name in EVENT_LISTS.items():
        sums[f"events of rows of kind {kind}"] = total("events", of_kind(kind)), sum(each["events"] for each in report[name])
    for name, (found, wanted) in sums.items():
        if found != wanted:
            yield f"CSV: {found} {name}, in JSON {wanted}"


def csv_differences(text, report):
    """Yields a sentence for each number of the CSV that is not that of the JSON report."""
    rows = list(csv.DictReader(io.StringIO(text)))
    if not rows or "kind" not in rows[0]:
        yield "CSV has no column kind"
        return
    of_kind = lambda kind: [row for row in rows if row["kind"] == kind]
    hosts = {row["host"]: row for row in of_kind("host")}
    if sorted(hosts) != sorted(host["name"] for host in report["hosts"]):
        yield f"CSV has the hosts {sorted(hosts)}"
    for host in report["hosts"]:
        for name in set(HOST_COLUMNS) & set(hosts.get(host["name"], {})) & set(host):
            is_unknown = name == "files" and host["files"] == 0 and not host["files_named"]
            if hosts[host["name"]][name] != ("" if is_unknown else cell(host[name])):
                yield f"CSV: {name} of {host['name']} is {hosts[host['name']][name]}, in JSON {cell(host[name])}"
    yield from sum_differences(of_kind, report)
    jobs = collections.Counter(row["state"] for row in of_kind("job"))
    for state in ("unknown", "succeeded", "warnings", "failed", "running", "hangs"):
        if jobs[state] != report["job_totals"][state]:
            yield f"CSV: {jobs[state]} jobs of state {state}, JSON {report['job_totals'][state]}"


def ndjson_differences(text, report):
    """Yields a sentence for each list of NDJSON that is not that of the JSON report, and for other totals."""
    objects = [json.loads(line) for line in text.splitlines()]
    for name, kind in NDJSON_TYPES.items():
        own = [{key: value for key, value in each.items() if key != "type"} for each in objects if each["type"] == kind]
        if own != report[name]:
            yield f"NDJSON: objects of type {kind} are not the {name} of JSON"
    summary = next((each for each in objects if each["type"] == "summary"), {})
    for name in ("files", "files_read_since", "job_totals"):
        if summary.get(name) != report.get(name):
            yield f"NDJSON: {name} is {summary.get(name)}, in JSON {report.get(name)}"


def servers_in_table(text):
    """Returns the servers that the first screen's table names, in its order, and how many more it counts by state."""
    table = next((part for part in text.split("\n\n") if part.startswith("Server ")), "")
    names = re.findall(r"^(\S+) +(?:failed|stopped|hangs|unknown|partial|running|protected)\b", table, re.MULTILINE)
    more = re.search(r"^\.\.\. [\d,]+ more: (.*)", table, re.MULTILINE | re.DOTALL)
    return names, {state: int(count.replace(",", "")) for count, state in re.findall(r"(\d[\d,]*) (\w+)", more[1])} if more else {}


def text_differences(text, report):
    """Yields a sentence if the first screen does not name the worst servers, or miscounts those that it leaves out, and
    for other totals."""
    shown, more = servers_in_table(text)
    ranked = report["hosts"]
    if shown != [host["name"] for host in ranked[:len(shown)]]:
        yield f"text: the table shows {shown}, not the worst servers"
    left_out = collections.Counter(host["state"] for host in ranked[len(shown):])
    if shown and more != left_out:
        yield f"text: the table leaves out {dict(left_out)}, and says {more}"
    headline = " ".join(text.split("\n\n", 1)[0].split())
    unnamed = [host["name"] for host in ranked if host["state"] in ("failed", "stopped") and host["name"] not in headline]
    if unnamed and not shown:
        yield f"text: {', '.join(unnamed)} are not on the first screen"
    if report["files"] and not re.search(rf"\b{report['files']:,} files? ", headline):
        yield f"text: the headline does not say {report['files']:,} files: {headline}"


def file_differences(now, ever, report):
    """Yields a sentence for each total of the JSON report that is not the number of rows of files in NDJSON, which
    `files` wrote as `now` and `files --ever` as `ever`."""
    files, all_files = ([json.loads(line) for line in text.splitlines()] for text in (now, ever))
    read_since = [each for each in all_files if each["state"] == "read-since"]
    for name, rows in {"files": files, "files_ever": all_files, "files_read_since": read_since}.items():
        if len(rows) != report[name]:
            yield f"files: {len(rows)} rows for {name}, in JSON {report[name]}"
    if [each for each in all_files if each["state"] == "unprotected"] != files:
        yield "files: the unprotected rows of --ever are not those without it"


READERS = {"csv": csv_differences, "ndjson": ndjson_differences, "text": text_differences}
