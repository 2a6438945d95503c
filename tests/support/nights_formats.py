"""Compares the CSV, NDJSON and text of a bundle with its JSON: every number that two of them have must agree."""
import csv
import io
import json
import re

# Columns of CSV rows of kind `host`, and the members of `hosts` that they repeat.
HOST_COLUMNS = ["state", "since", "last_good", "newest_backup", "nights_without", "files", "files_read_since"]
# Lists of JSON, and the type of their objects in NDJSON.
NDJSON_TYPES = {"hosts": "host", "jobs": "job", "reasons": "reason", "findings": "finding", "other_failures": "other_failure"}


def cell(value):
    """Returns the value as a cell of CSV."""
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


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
            if hosts[host["name"]][name] != cell(host[name]):
                yield f"CSV: {name} of {host['name']} is {hosts[host['name']][name]}, in JSON {cell(host[name])}"
    total = sum(int(row["files"] or 0) for row in of_kind("reason"))
    if total != report["files"]:
        yield f"CSV: the reasons have {total} files, JSON {report['files']}"
    failed = sum(row["state"] == "failed" for row in of_kind("job"))
    if failed != report["job_totals"]["failed"]:
        yield f"CSV: {failed} failed jobs, JSON {report['job_totals']['failed']}"


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


def text_differences(text, report):
    """Yields a sentence for each server without a backup that the first screen does not name, and for other totals."""
    for host in report["hosts"]:
        if host.get("state") in ("failed", "stopped") and not re.search(rf"\b{re.escape(host['name'])}\b", text):
            yield f"text: {host['name']}, {host['state']}, is not on the first screen"
    headline = " ".join(text.split("\n\n", 1)[0].split())
    if report["files"] and not re.search(rf"\b{report['files']:,} files? ", headline):
        yield f"text: the headline does not say {report['files']:,} files: {headline}"


READERS = {"csv": csv_differences, "ndjson": ndjson_differences, "text": text_differences}
