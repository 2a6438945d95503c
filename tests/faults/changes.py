"""Files that shrink, grow or vanish while they are read, and folders without permission."""

import gzip
import json
import lzma
import os
import random
import shutil
import stat
import subprocess

from bundle import tar_of, zip_of
from verdict import breach, incomplete_breach, unbalanced

NOBODY = 65534
BIG = 700  # copies of a log: enough for several reads in every compression
SUBJECTS = ("big.errlog", "big16.errlog", "big.gz", "big.zip", "big.xz", "big.7z", "big.tar")


def make_subjects(folder, bundle):
    """Writes large files of every kind, with text that hardly compresses."""
    chance = random.Random(5)
    with open(f"{bundle}/SRV-A/CBEngineCurr.errlog", "rb") as log:
        engine = log.read()
    big = b"".join(engine + b"".join(
        b"1FC0\t0ED4\t07/22\t00:00:00.000\t18\tx.cpp(1)\t\t\t\tNORMAL\t" + chance.randbytes(300).hex().encode() + b"\r\n"
        for _ in range(2)) for _ in range(BIG // 2))
    contents = {"big.errlog": big, "big16.errlog": big.decode().encode("utf-16"), "big.gz": gzip.compress(big, 1),
                "big.zip": zip_of([("big.errlog", big)]), "big.xz": lzma.compress(big, preset=0),
                "big.tar": tar_of([("big.errlog", big)])}
    os.mkdir(folder)
    for name, content in contents.items():
        with open(os.path.join(folder, name), "wb") as file:
            file.write(content)
    subprocess.run(["bsdtar", "--format", "7zip", "-cf", f"{folder}/big.7z", "-C", folder, "big.errlog"], check=True)


def change_breach(outcome, whole, change):
    """Returns what is wrong, or None: lost lines must be reported, appended ones are read like the others."""
    try:
        report = json.loads(outcome.out)
    except ValueError:
        return "no JSON"
    lines, all_lines = report["books"]["lines"], json.loads(whole.out)["books"]["lines"]
    if outcome.live_blocks > whole.live_blocks or outcome.open_descriptors > whole.open_descriptors:
        return "blocks or descriptors leak"
    if change == "remove":
        return None if outcome.out == whole.out else "an open file was not read to its end"
    if outcome.status == 4:
        return incomplete_breach(outcome.out) or (None if outcome.messages else "no message was printed")
    if outcome.status != 0 or lines < all_lines:
        return "lines are missing, and no message says so"
    return unbalanced(report)


def check_changes(program, bundle, is_long, record):
    folder = program.path("subjects")
    make_subjects(folder, bundle)
    for name in SUBJECTS:
        path = program.path(name)
        arguments = ("report", "-j2", "--year", "2024", "-f", "json", path)
        shutil.copy(os.path.join(folder, name), path)
        whole = program.run(arguments)
        reads = whole.calls["read"]
        for change in ("cut", "grow", "remove"):
            for call in range(1, reads + 1, 1 if is_long else max(1, reads // 6)):
                shutil.copy(os.path.join(folder, name), path)
                outcome = program.run(arguments, f"read:{call}:{change}", changed_file=path)
                record(f"{name}: {change} before read {call}", outcome, change_breach(outcome, whole, change))
    shutil.rmtree(folder)


def check_vanishing(program, bundle, is_long, record):
    """Removes a file between the listing of its folder and its opening; it counts as absent."""
    place = program.path("vanishing")
    arguments = ("report", "-j1", "-f", "json", place)
    for name in ("SRV-A/CBEngineCurr.errlog", "SRV-E/logs.zip"):
        shutil.copytree(bundle, place, copy_function=shutil.copy2)
        whole = program.run(arguments)
        os.remove(os.path.join(place, name))
        without = program.run(arguments)
        for call in range(1, whole.calls["open"] + 1):
            shutil.copy2(os.path.join(bundle, name), os.path.join(place, name))
            outcome = program.run(arguments, f"open:{call}:remove", changed_file=os.path.join(place, name))
            is_without = outcome.status == 0 and outcome.out == without.out
            record(f"{name}: removed before open {call}", outcome, None if is_without else breach(outcome, whole, True))
        shutil.rmtree(place)


def check_permissions(program, bundle, record):
    """Runs as nobody if this is root, because root may read everything."""
    place = program.path("closed")
    shutil.copytree(bundle, place, copy_function=shutil.copy2)
    for parent in (program.folder, place):
        os.chmod(parent, 0o755)
    os.chmod(os.path.join(place, "SRV-A"), 0)
    os.chmod(os.path.join(place, "SRV-E", "logs.zip"), 0)
    user = NOBODY if os.geteuid() == 0 else None
    outcome = program.run(("report", "-j1", "-f", "json", place), user=user)
    wanted = [f"marsift: {place}/SRV-A: cannot open folder: Permission denied",
              f"marsift: {place}/SRV-E/logs.zip: cannot open: Permission denied"]
    problem = incomplete_breach(outcome.out) if outcome.status == 4 else "not status 4"
    record("folders and files without permission", outcome,
        problem or (None if outcome.messages == wanted else f"not {wanted}"))
    os.chmod(os.path.join(place, "SRV-A"), stat.S_IRWXU)


def check(program, bundle, is_long, record):
    check_changes(program, bundle, is_long, record)
    check_vanishing(program, bundle, is_long, record)
    check_permissions(program, bundle, record)
