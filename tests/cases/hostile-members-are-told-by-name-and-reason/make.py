"""Writes archives as an attacker would."""
import io
import struct
import tarfile
import zipfile
import zlib

LOG = b"D:\\a.txt, 0x80070005\n"


def local(name, data, flags=0, method=0, checksum=None, size=None, packed=None):
    checksum = zlib.crc32(data) if checksum is None else checksum
    packed = data if packed is None else packed
    size = len(data) if size is None else size
    return struct.pack("<HHHHHIIIHH", 20, flags, method, 0, 0x21, checksum, len(packed), size, len(name), 0), packed


def write_zip(path, members):
    """`members`: name, the two of local(), and the place that the table says (None: the true one)."""
    out, table = b"", b""
    for name, (header, packed), place in members:
        table += b"PK\1\2\x14\0" + header + struct.pack("<HHHII", 0, 0, 0, 0, len(out) if place is None else place) + name
        if packed is not None:
            out += b"PK\3\4" + header + name + packed
    end = struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, len(members), len(members), len(table), len(out), 0)
    with open(path, "wb") as file:
        file.write(out + table + end)


def deflated(data):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def nested(depth):
    data, name = LOG, "deep.log"
    for _ in range(depth):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            archive.writestr(name, data)
        data, name = out.getvalue(), "z.zip"
    return data


kernel = deflated(LOG * 1000)
shared = local(b"x.log", LOG * 1000, method=8, packed=kernel)
write_zip("names.zip", [(name, local(name, LOG), None) for name in
                        (b"../escaped.log", b"/escaped.log", b"C:\\escaped.log", b"..\\..\\escaped.log", b"nul\0.log")])
write_zip("overlapping.zip", [(b"x.log", shared, None)] +
          [(b"%c.log" % letter, (shared[0], None), 0) for letter in b"yz"] +
          [(b"w.log", (shared[0], None), 50)])
write_zip("wrong.zip", [(b"secret.log", local(b"secret.log", LOG, flags=1), None),
                        (b"checksum.log", local(b"checksum.log", LOG, checksum=1), None),
                        (b"size.log", local(b"size.log", LOG, method=8, packed=deflated(LOG), size=5), None),
                        (b"method.log", local(b"method.log", LOG, method=97), None),
                        (b"after.log", local(b"after.log", LOG), None)])
swollen = b"a" * 9999 + b"\n"
write_zip("bomb.zip", [(b"bomb.log", local(b"bomb.log", swollen * 13000, method=8, packed=deflated(swollen * 13000)), None),
                       (b"after.log", local(b"after.log", LOG), None)])
with open("nested.zip", "wb") as file:
    file.write(nested(10))
with zipfile.ZipFile("zip64.zip", "w") as archive:
    with archive.open("wide.log", "w", force_zip64=True) as member:
        member.write(LOG)
with zipfile.ZipFile("links.zip", "w") as archive:
    for name, mode, content in (("link", 0o120777, "/etc/passwd"), ("device", 0o020666, ""), ("plain.log", 0o100644, LOG)):
        member = zipfile.ZipInfo(name)
        member.create_system, member.external_attr = 3, mode << 16
        archive.writestr(member, content)
with tarfile.open("links.tar", "w") as archive:
    for name, kind, target in (("link", tarfile.SYMTYPE, "/etc/passwd"), ("hard", tarfile.LNKTYPE, "../../escaped"),
                               ("character", tarfile.CHRTYPE, ""), ("block", tarfile.BLKTYPE, ""),
                               ("pipe", tarfile.FIFOTYPE, ""), ("../escaped.log", tarfile.REGTYPE, "")):
        member = tarfile.TarInfo(name)
        member.type, member.linkname = kind, target
        member.size = len(LOG) if kind == tarfile.REGTYPE else 0
        archive.addfile(member, io.BytesIO(LOG))
with tarfile.open("unnamed.tar", "w") as archive:
    for name in ("", "after.log"):
        member = tarfile.TarInfo(name)
        member.size = len(LOG)
        archive.addfile(member, io.BytesIO(LOG))
with tarfile.open("pax.tar", "w", format=tarfile.PAX_FORMAT) as archive:
    for name, kind, content in (("./PaxHeaders/a.log", tarfile.XHDTYPE, b"-9 path=b.log\n"), ("a.log", tarfile.REGTYPE, LOG)):
        member = tarfile.TarInfo(name)
        member.type, member.size = kind, len(content)
        archive.addfile(member, io.BytesIO(content))
with open("unnamed.tar", "rb") as first, open("followed.tar", "wb") as file:
    file.write(first.read() * 2)
