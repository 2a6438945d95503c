#!/usr/bin/env python3
"""check_places.py BINARY [TEXT...]: checks that a text gives the same wherever it lies.

Reads each TEXT (default: the inputs of cases with public texts and with texts of bundles) by name; then in a folder, in
a zip, in a tar.gz, in UTF-16 with a byte order mark, and with the other ends of lines. Failed files, failures, findings,
jobs and the number of lines must be those of the text itself. Exit status 1 if any differs.
"""
import concurrent.futures
import glob
import io
import itertools
import json
import os
import subprocess
import sys
import tarfile
import tempfile
import zipfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
# What reports no failure of backups, or only explains one: it is passed over where it is not named.
PASSED_OVER = {
    "text-of-a-bundle-is-read-as-if-it-were-named": {"accesses.txt", "changes.txt", "codes.md", "nightly.txt", "readme.txt",
                                                     "servicing.txt"},
    "text-of-a-bundle-that-fails-in-a-snapshot-is-read": {"other.txt"},
    "text-of-a-bundle-that-quotes-the-agent-is-read": {"notes.txt", "readme.txt", "services.txt"},
}
TIME = 1721606400  # what the files are dated: 2024-07-22


def in_folder(folder, name, data):
    path = os.path.join(folder, "SRV1", "logs", name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    write(path, data)
    return folder


def in_zip(folder, name, data):
    path = os.path.join(folder, "bundle.zip")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("SRV1/logs/" + name, (2024, 7, 22, 0, 0, 0)), data)
    return path


def in_tar(folder, name, data):
    path = os.path.join(folder, "bundle.tar.gz")
    with tarfile.open(path, "w:gz") as archive:
        member = tarfile.TarInfo("SRV1/logs/" + name)
        member.size, member.mtime = len(data), TIME
        archive.addfile(member, io.BytesIO(data))
    return path


def by_name(folder, name, data):
    path = os.path.join(folder, name)
    write(path, data)
    return path


def in_utf16(folder, name, data):
    return by_name(folder, name, b"\xff\xfe" + data.decode("utf-8-sig").encode("utf-16-le"))


def with_crlf(folder, name, data):
    return by_name(folder, name, data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))


def with_lf(folder, name, data):
    return by_name(folder, name, data.replace(b"\r\n", b"\n"))


PLACES = [in_folder, in_zip, in_tar, in_utf16, with_crlf, with_lf]


def write(path, data):
    with open(path, "wb") as file:
        file.write(data)
    os.utime(path, (TIME, TIME))


def reading(binary, path):
    """What must not depend on the place: not the names of hosts and logs, which tell the place."""
    done = subprocess.run([binary, "-f", "json", "--top", "1000", "--year", "2024", path], capture_output=True, check=False)
    report = json.loads(done.stdout)
    rows = {"lines": report["books"]["lines"], "unparsed": report["books"]["unparsed"], "files": report["files"]}
    for kind in ("findings", "other_failures", "reasons"):
        rows[kind] = sorted(json.dumps([row.get(key) for key in ("code", "hex", "symbol", "title", "events", "files")])
                            for row in report[kind])
    rows["jobs"] = sorted(json.dumps([job[key] for key in ("state", "start", "end", "files")]) for job in report["jobs"])
    return rows


def texts():
    patterns = ["public-text-*/input/*", "text-of-a-bundle-*/input/*", "sentences-that-say-failure/input/*",
                "tools-errors-beside-paths/input/*", "records-of-several-kinds-in-a-mail/input/*"]
    found = [path for pattern in patterns for path in glob.glob(os.path.join(ROOT, "tests", "cases", pattern))]
    return sorted(path for path in found if os.path.isfile(path) and not is_passed_over(path))


def is_passed_over(path):
    case, _, name = path.split(os.sep)[-3:]
    return name in PASSED_OVER.get(case, ())


def check(binary, path):
    """Returns the places in which the text gives something else, and what."""
    name = os.path.basename(path)
    with open(path, "rb") as file:
        data = file.read()
    differences = []
    with tempfile.TemporaryDirectory() as folder:
        wanted = reading(binary, by_name(folder, name, data))
    has_failures = wanted["files"] or wanted["findings"] or wanted["other_failures"]
    for place in PLACES:
        with tempfile.TemporaryDirectory() as folder:
            found = reading(binary, place(folder, name, data))
        # A text without a failure may be passed over in a bundle.
        is_skipped = found["lines"] == 0 and not has_failures
        keys = [key for key in wanted if found[key] != wanted[key] and not is_skipped]
        differences += [f"{place.__name__}: {key}: {found[key]}, by name {wanted[key]}" for key in keys]
    return differences


def differences_of(binary, path):
    return list(check(binary, path))


def main():
    binary = os.path.abspath(sys.argv[1])
    failed = 0
    paths = sys.argv[2:] or texts()
    with concurrent.futures.ProcessPoolExecutor() as pool:
        for path, differences in zip(paths, pool.map(differences_of, itertools.repeat(binary), paths)):
            failed += len(differences)
            for difference in differences:
                print(f"{os.path.relpath(path, ROOT)}: {difference}")
    print(f"check_places: {len(paths)} texts, {failed} differences")
    return 1 if failed or not paths else 0


if __name__ == "__main__":
    sys.exit(main())
