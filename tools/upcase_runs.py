#!/usr/bin/env python3
"""upcase_runs.py IMAGE > src/text/upcase_runs.h: prints the up-case table of an exFAT volume as runs.

Microsoft publishes the table that Windows writes to a new volume: exFAT file system specification, section 7.2.5.1.
mkfs.exfat of exfatprogs writes the same: truncate -s 16M image && mkfs.exfat image.
"""
import struct
import sys

IDENTITIES = 0xFFFF  # in the compressed table: as many characters as the next word says are their own upper case


def table_of(image):
    """Returns the upper case of each 16-bit unit."""
    start = image.find(struct.pack("<100H", *range(97), 0x41, 0x42, 0x43))
    if start < 0:
        sys.exit("no up-case table in the image")
    upper, unit = list(range(0x10000)), 0
    words = iter(struct.unpack_from("<2918H", image, start))
    for word in words:
        if word == IDENTITIES and unit < 0xFFFF:
            unit += next(words)
        else:
            upper[unit] = word
            unit += 1
    return upper


def runs_of(upper):
    """Yields (first, last, step, distance): units with the same distance to their upper case."""
    changed = [unit for unit in range(0x80, 0x10000) if upper[unit] != unit]
    at = 0
    while at < len(changed):
        best = (at, 1)
        for step in (1, 2):
            end = at
            while (end + 1 < len(changed) and changed[end + 1] == changed[end] + step and
                   upper[changed[end + 1]] - changed[end + 1] == upper[changed[at]] - changed[at]):
                end += 1
            best = max(best, (end, step))
        end, step = best
        yield changed[at], changed[end], step if end > at else 1, upper[changed[at]] - changed[at]
        at = end + 1


def main():
    with open(sys.argv[1], "rb") as file:
        upper = table_of(file.read())
    print("/* Made by tools/upcase_runs.py: the up-case table of exFAT's specification, section 7.2.5.1, beyond\n"
          " * ASCII. Each row: the first and the last unit, the step between units, the distance to their upper\n"
          " * case. Sorted. */\n/* clang-format off */")
    for first, last, step, distance in runs_of(upper):
        print(f"{{0x{first:04X}, 0x{last:04X}, {step}, {distance}}},")


main()
