"""A small bundle in every supported form: plain, UTF-16, a code page, gzip, xz, zip, tar, 7z, and a zip in a zip."""

import gzip
import io
import lzma
import os
import subprocess
import tarfile
import zipfile

NIGHT = 1721606400  # 2024-07-22 00:00 UTC; gives the logs their year
STAMP = (2024, 7, 22, 0, 0, 0)


def tar_of(names_and_contents):
    memory = io.BytesIO()
    with tarfile.open(fileobj=memory, mode="w") as archive:
        for name, content in names_and_contents:
            member = tarfile.TarInfo(name)
            member.size = len(content)
            member.mtime = NIGHT
            archive.addfile(member, io.BytesIO(content))
    return memory.getvalue()


def zip_of(names_and_contents):
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in names_and_contents:
            archive.writestr(zipfile.ZipInfo(name, STAMP), content, zipfile.ZIP_DEFLATED)
    return memory.getvalue()


def make(folder, samples):
    """Creates `folder` and writes the bundle into it."""
    def sample(name):
        with open(os.path.join(samples, name), "rb") as file:
            return file.read()

    engine = sample("CBEngineCurr.errlog")
    failed = sample("LastBackupFailedFiles17af1_7_21_2024_01_00_03.txt")
    japanese = "0x80070020, D:\\経理\\帳簿.xlsx\r\n0x80070005, D:\\共有\\一覧.docx\r\n".encode("cp932")
    files = {
        "SRV-A/CBEngineCurr.errlog": engine,
        "SRV-A/LastBackupFailedFiles17af1_7_21_2024_01_00_03.txt": failed.decode().encode("utf-16"),
        "SRV-B/LastBackupFailedFiles2_7_20_2024.txt": japanese,
        "SRV-B/CBEngine1.errlog.gz": gzip.compress(engine, mtime=NIGHT),
        "SRV-C/CBEngine2.errlog.xz": lzma.compress(engine),
        "SRV-D/logs.tar": tar_of([("CBEngine3.errlog", engine)]),
        "bundle.zip": sample("bundle.zip"),
        "SRV-E/logs.zip": zip_of([("CBEngine4.errlog", engine * 40), ("帳簿.txt", failed)]),
        "SRV-F/notes.txt": b"Nothing that any grammar knows.\n" * 3,
    }
    for name, content in files.items():
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(content)
    packed = os.path.join(folder, "SRV-A", "CBEngineCurr.errlog")
    os.utime(packed, (NIGHT, NIGHT))
    os.mkdir(os.path.join(folder, "SRV-G"))
    subprocess.run(["bsdtar", "--format", "7zip", "-cf", os.path.join(folder, "SRV-G", "logs.7z"), "-C",
                    os.path.dirname(packed), os.path.basename(packed)], check=True)
    for place, _, names in os.walk(folder):
        for name in names:
            os.utime(os.path.join(place, name), (NIGHT, NIGHT))
