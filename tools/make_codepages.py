#!/usr/bin/env python3
"""make_codepages.py > src/input/encoding/codepage_tables.inc: writes the code pages that marsift decodes itself.

The source is the codecs of Python, which are made from the mappings of the Unicode Consortium
(unicode.org/Public/MAPPINGS/VENDORS/MICSFT). What a code page leaves undefined is 0; but as on Windows
(bestfit1252.txt) the five such bytes of 1252 are the control characters of the same value.
"""
SINGLE = (1252, 437, 850)
LEADS = [*range(0x81, 0xA0), *range(0xE0, 0xFD)]
TRAILS = [trail for trail in range(0x40, 0xFD) if trail != 0x7F]


def unit(raw, page):
    """Returns the UTF-16 unit of a character, 0 if the code page has none."""
    try:
        return ord(raw.decode(f"cp{page}"))
    except UnicodeDecodeError:
        return raw[0] if page == 1252 else 0


def write_table(name, units):
    """Writes an array of units, 13 a line."""
    print(f"static const uint16_t {name}[] = {{")
    for start in range(0, len(units), 13):
        print("    " + " ".join(f"0x{number:04X}," for number in units[start:start + 13]))
    print("};\n")


print("/* Written by tools/make_codepages.py, which names the source. */\n")
for page in SINGLE:
    write_table(f"high_{page}", [unit(bytes([byte]), page) for byte in range(0x80, 0x100)])
print("/* Leads 0x81 to 0x9F and 0xE0 to 0xFC, each with trails 0x40 to 0x7E and 0x80 to 0xFC. */")
write_table("pairs_932", [unit(bytes([lead, trail]), 932) for lead in LEADS for trail in TRAILS])
