#!/usr/bin/env python3
"""hostile.py FOLDER: writes inputs that broke other readers of logs and archives, and similar ones.

Each is a file in FOLDER, named after its content. Every fuzz target replays them, and every fuzzing run starts
with them.
"""
import gzip
import io
import os
import struct
import sys
import tarfile
import zipfile
import zlib

LOG = (b"0AB0\t0974\t08/04\t13:16:29.206\t18\tmtffile.cpp(1372)\t[0000000053582120]\t"
       b"11111111-2222-3333-4444-555555555555\t\tWARNING\t"
       b"Failed: Hr: = [0x80070005] BackupRead failed on file(D:\\data\\%s)\r\n")
LIST = b"0x80070005, C:\\data\\%s\r\n"
TIME = 1721606400

# Names that attack whoever or whatever reads them.
NAMES = {
    "escape": b"a\x1b]0;owned\x07\x1b[2Jb.txt",
    "c1": "a\u009b2Jb\u0090x\u009c.txt".encode(),
    "bidi": "a\u202egpj.exe\u2066\u2069\u200f\u061c.txt".encode(),
    "separators": "a\u2028b\u2029c\u0085d.txt".encode(),
    "invisible": "a\u200b\u200d\u00ad\ufeff\u2060b.txt".encode(),
    "formula": b"=cmd|'/c calc'!A0",
    "formula-plus": b"+1+2",
    "formula-minus": b"-2+3",
    "formula-at": b"@SUM(1)",
    "formula-quoted": b"\"=1+2\",\"x\"",
    "html": b"<script>alert(1)</script><img src=x onerror=alert(1)>&lt;",
    "json": b"a\",\"files\":0,\"x\":\"\\u0000",
    "quotes": b"it's \"quoted\" `name`",
    "line-feed": b"a\nD:\\second\\row.txt",
    "carriage-return": b"a\rD:\\second\\row.txt",
    "nul": b"a\0b.txt",
    "not-utf8": b"a\xff\xfe\xc0\xaf\xed\xa0\x80b.txt",
    "cut-utf8": b"a\xe3\x81",
    "format": b"%s%n%x%99999999d",
    "digits": b"9" * 10000,
    "long": b"\\x" * 20000,
    "colliding": b"\\".join(b"%08x" % (i << 24) for i in range(500)),
}


def member(name, content, **header):
    """Returns one stored local entry of a zip, whose header fields may be wrong."""
    header.setdefault("flags", 0)
    header.setdefault("method", 0)
    header.setdefault("crc", zlib.crc32(content))
    header.setdefault("size", len(content))
    header.setdefault("extra", b"")
    return struct.pack("<4sHHHIIIIHH", b"PK\3\4", 20, header["flags"], header["method"], 0x58F60000,
                       header["crc"], header["size"] & 0xFFFFFFFF, header["size"] & 0xFFFFFFFF,
                       len(name), len(header["extra"])) + name + header["extra"] + content


ZIP_END = b"PK\5\6" + bytes(18)


def texts():
    yield "empty", b""
    for value in (0, 9, 10, 13, 0x1B, 0x22, 0x2D, 0x3D, 0x80, 0xFE, 0xFF):
        yield "one-byte-%02x" % value, bytes([value])
    yield "two-blanks-and-escape", b"  \x1b"
    yield "nul-everywhere", b"\0" + LOG.replace(b"%s", b"a\0b") + b"\0\n\0"
    for value, count in ((0x41, 256), (0x41, 10000), (0, 10000), (0x0A, 10000), (0x0D, 10000),
                         (0x28, 10000), (0x5C, 10000), (0x1B, 10000), (0xE3, 10000), (0xFF, 10000)):
        yield "%d-times-%02x" % (count, value), bytes([value]) * count
    for size in (4095, 4096, 4097, 16383, 16384, 16385, 65535, 65536):
        yield "line-of-%d" % size, b"x" * size + b"\n" + LOG.replace(b"%s", b"a")
    yield "no-final-line-feed", LOG.replace(b"%s", b"a").rstrip()
    yield "carriage-returns", LOG.replace(b"%s", b"a").replace(b"\r\n", b"\r") * 3
    yield "ten-thousand-digits", b"0x" + b"9" * 10000 + b" Error " + b"1" * 10000 + b"\n"
    yield "escape-sequences", b"\x1b[31m\x1b]8;;http://x\x07\x1bP\x1b\\\x9b0m\n" * 20
    yield "mixed-encodings", (LIST.replace(b"%s", "日本語.txt".encode()) +
                              LIST.replace(b"%s", "日本語.txt".encode("cp932")) +
                              LIST.replace(b"%s", "é.txt".encode("cp1252")) +
                              "日本語\r\n".encode("utf-16-le"))
    line = LOG.replace(b"%s", "表.txt".encode()).decode()
    yield "utf-16", b"\xff\xfe" + line.encode("utf-16-le")
    yield "utf-16-odd-last-byte", b"\xff\xfe" + line.encode("utf-16-le") + b"\n"
    yield "utf-16-lone-surrogates", b"\xfe\xff" + b"\xd8\0\0\n\xdc\0\0a\xd8\0\xd8\0\xdc\0" * 50
    yield "utf-32", b"\xff\xfe\0\0" + line.encode("utf-32-le") + b"\x11\x22\x33\x44"
    yield "utf-8-wrong", b"\xc0\x80\xed\xa0\x80\xf4\x90\x80\x80\xf8\x88\x80\x80\x80\xe3\x81\n" * 20
    for name, value in NAMES.items():
        yield "name-%s.log" % name, LOG.replace(b"%s", value) * 2
        yield "name-%s.list" % name, LIST.replace(b"%s", value) + b"C:\\x\\" + value + b"\t0x80070020\n"
        yield "member-%s" % name, (b"==> " + value.replace(b"\n", b"\1").replace(b"\r", b"\2") +
                                   b" <==\n" + LOG.replace(b"%s", value))


def gzips():
    content = LOG.replace(b"%s", b"a") * 40
    packed = gzip.compress(content, mtime=0)
    yield "whole.gz", packed
    for at in (1, 2, 3, 9, 10, 11, len(packed) // 2, len(packed) - 8, len(packed) - 4, len(packed) - 1):
        yield "cut-at-%d.gz" % at, packed[:at]
    yield "wrong-checksum.gz", packed[:-8] + bytes(4) + packed[-4:]
    yield "wrong-length.gz", packed[:-4] + b"\xff\xff\xff\xff"
    yield "two-members.gz", packed + packed
    yield "member-and-padding.gz", packed + bytes(1000)
    yield "member-and-rubbish.gz", packed + b"rubbish"
    yield "member-and-half-a-member.gz", packed + packed[: len(packed) // 2]
    yield "empty-member.gz", gzip.compress(b"", mtime=0)
    yield "all-header-fields.gz", (b"\x1f\x8b\x08\x1f" + bytes(6) + b"\x03\0abcname\0comment\0" +
                                   b"\0\0" + packed[10:])
    yield "bomb.gz", gzip.compress(bytes(1 << 24), mtime=0)
    yield "bomb-in-bomb.gz", gzip.compress(gzip.compress(bytes(1 << 24), mtime=0), mtime=0)


def zips():
    log = LOG.replace(b"%s", b"a")
    for label, name in (("up", b"../../etc/passwd"), ("absolute", b"/etc/passwd"),
                        ("drive", b"C:\\Windows\\x.errlog"), ("share", b"\\\\server\\share\\x"),
                        ("nameless", b""), ("dots", b"../.."), ("slashes", b"/" * 1000)):
        yield "path-%s.zip" % label, member(name, log) + ZIP_END
    for label, name in NAMES.items():
        yield "name-%s.zip" % label, member(name[:60000], log) + ZIP_END
    yield "encrypted.zip", member(b"CBEngineCurr.errlog", log, flags=1) + ZIP_END
    yield "wrong-checksum.zip", member(b"CBEngineCurr.errlog", log, crc=1) + ZIP_END
    yield "size-too-large.zip", member(b"CBEngineCurr.errlog", log, size=1 << 31) + ZIP_END
    yield "size-too-small.zip", member(b"CBEngineCurr.errlog", log, size=3) + ZIP_END
    yield "unknown-method.zip", member(b"CBEngineCurr.errlog", log, method=97) + ZIP_END
    yield "lying-utf8-flag.zip", member(b"\xff\xfe", log, flags=0x800) + ZIP_END
    extra = struct.pack("<HHQQ", 1, 16, len(log), len(log))
    yield "zip64.zip", member(b"CBEngineCurr.errlog", log, size=0xFFFFFFFF, extra=extra) + ZIP_END
    inner = member(b"x.errlog", log)
    yield "overlapping.zip", member(b"outer", inner)[:-10] + inner + ZIP_END
    yield "cut.zip", member(b"CBEngineCurr.errlog", log)[:-20]
    nested = log
    for depth in range(12):
        nested = member(b"%d.zip" % depth, nested) + ZIP_END
    yield "nested.zip", nested
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(3):
            archive.writestr(zipfile.ZipInfo("CBEngine%d.errlog" % number), bytes(1 << 24),
                             zipfile.ZIP_DEFLATED)
    yield "bomb.zip", packed.getvalue()
    yield "many-members.zip", b"".join(member(b"%d" % i, b"") for i in range(3000)) + ZIP_END


def tar_of(*infos):
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.GNU_FORMAT) as archive:
        for info, content in infos:
            info.size = len(content)
            info.mtime = TIME
            archive.addfile(info, io.BytesIO(content))
    return packed.getvalue()


def special(name, kind, target=""):
    info = tarfile.TarInfo(name)
    info.type = kind
    info.linkname = target
    return info, b""


def tars():
    log = LOG.replace(b"%s", b"a")
    yield "links.tar", tar_of(special("a", tarfile.SYMTYPE, "/etc/passwd"),
                              special("b", tarfile.LNKTYPE, "../x"),
                              special("c", tarfile.SYMTYPE, "c"))
    yield "devices.tar", tar_of(special("a", tarfile.CHRTYPE), special("b", tarfile.BLKTYPE),
                                special("c", tarfile.FIFOTYPE), special("d", tarfile.CONTTYPE))
    yield "paths.tar", tar_of(*((tarfile.TarInfo(name), log) for name in
                                ("../up", "/absolute", "C:\\drive", "a" * 5000, "x/" * 200 + "y")))
    whole = tar_of((tarfile.TarInfo("CBEngineCurr.errlog"), log * 20))
    for at in (257, 512, 600, 1024, len(whole) - 1024):
        yield "cut-at-%d.tar" % at, whole[:at]
    yield "wrong-checksum.tar", whole[:100] + b"7" + whole[101:]
    yield "size-negative.tar", whole[:124] + b"\xff" * 12 + whole[136:]
    yield "packed.tar.gz", gzip.compress(whole, mtime=0)


def user_files():
    head = b"grammar: x\nkind: text\ntitle: t\n"
    rule = b"rules:\n  - name: r\n    verdict: noise\n    pattern: '%s'\n    samples: [{line: '%s'}]\n    not_samples: ['b']\n"
    yield "aliases.yaml", (b"a: &a [x, x, x, x, x, x, x, x, x]\n" +
                           b"".join(b"%c: &%c [%s]\n" % (c, c, b", ".join([b"*%c" % (c - 1)] * 9))
                                    for c in range(0x62, 0x6A)))
    yield "deep.yaml", b"[" * 10000
    yield "deep-map.yaml", b"{a: " * 5000
    for label, pattern in (("power", b"^(a+)+$"), ("choice", b"^(a|a|aa)+$"), ("back", b"(.*)\\1{9}x"),
                           ("nested", b"(((((a{1,99}){1,99}){1,99})"), ("recursion", b"(a(?R)?b)+c"),
                           ("large", b"(?:a{1,1000}){1,60}"), ("behind", b"(?<=a{1,200}|b)c")):
        yield "pattern-%s.yaml" % label, head + rule.replace(b"%s", pattern, 1).replace(b"%s", b"a" * 60)
    yield "open-quote.csv", b"code,category\n\"0x80070005,locked\n" + b"0x80070020,locked\n" * 5000
    yield "wide.csv", b",".join(b"c%d" % i for i in range(100)) + b"\n"
    yield "large-cell.csv", b"code,category\n0x80070005," + b"x" * 70000 + b"\n"
    yield "no-rows.csv", b"code,category"


def main():
    folder = sys.argv[1]
    os.makedirs(folder, exist_ok=True)
    for group in (texts, gzips, zips, tars, user_files):
        for name, content in group():
            with open(os.path.join(folder, name), "wb") as file:
                file.write(content)


main()
