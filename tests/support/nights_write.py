"""Writes a bundle of nights as a folder, a zip or a tar, with the agent's names and layouts."""
import csv
import datetime
import io
import os
import shutil
import tarfile
import zipfile
import zlib

from nights_evidence import CLOSED, ERROR, FAILED, FILE, FILES, HARMLESS, RESTORED, SYSTEM

TITLE = "Consider adding these to exclusion list of backup policy."
WIDTH = 103
PLACES = {FILE: ("18", "mtffile.cpp(1372)", "WARNING"), RESTORED: ("18", "mtffile.cpp(1372)", "WARNING"),
          ERROR: ("71", "backupasync.cpp(1611)", "FATAL"), FAILED: ("71", "backupasync.cpp(1184)", "WARNING"),
          CLOSED: ("71", "backupasync.cpp(1347)", "NORMAL"), HARMLESS: ("32", "fileprovider.cpp(1479)", "NORMAL")}
EVENTS = {1: ("Informational", "BACKUP_START_EVENT", "The backup operation has started."),
          3: ("Informational", "BACKUP_SUCCESS_STOP_EVENT", "The backup operation has completed."),
          10: ("Warning", "BACKUP_WARNING_STOP_EVENT", "The backup operation has completed with warnings."),
          11: ("Error", "BACKUP_ERROR_STOP_EVENT", "The backup operation has completed with errors.")}
MESSAGES = {"0x80070020": "The process cannot access the file because it is being used by another process.",
            "0x80070005": "Access is denied."}
COLUMNS = ["JobId", "JobType", "JobStatus.JobState", "JobStatus.StartTime", "JobStatus.EndTime", "JobStatus.ErrorInfo.ErrorCode",
           "JobStatus.ErrorInfo.DetailedErrorCode", "JobStatus.DatasourceStatus.Datasource.DataSourceName"]


def engine_line(record, columns):
    component, source, level = PLACES.get(record.what, ("71", "backupasync.cpp(1279)", "NORMAL"))
    time = record.time.strftime("%m/%d\t%H:%M:%S.") + f"{record.time.microsecond // 1000:03}"
    task = [record.job or ""] + [""] * (columns - 10)
    pointer = "[000000001B2F40D0]" if record.job else ""
    return "\t".join(["1A2C", "0F10", time, component, source, pointer, *task, level, record.text])


def engine_log(records, columns=11):
    return "".join(engine_line(record, columns) + "\r\n" for record in records)


def list_name(each):
    if each.kind == SYSTEM:
        return f"WindowsServerBackup/Backup_Error-{each.time:%d-%m-%Y_%H-%M-%S}.log"
    time = f"_{each.time:%H_%M_%S}" if each.has_time else ""
    return f"LastBackupFailedFiles{each.token}_{each.time.month}_{each.time.day}_{each.time.year}{time}.txt"


def list_text(each):
    if each.kind == SYSTEM:
        return "".join(f"Error in backup of {path} during write: Error [{code}] {MESSAGES.get(code, 'The operation failed.')}\r\n"
                       for path, code in each.entries)
    lines = [TITLE.ljust(WIDTH, "-"), *(f"{code}, {path}" for path, code in each.entries), "-" * WIDTH]
    return "".join(line + "\r\n" for line in lines)


def item_of(row):
    return "System State" if row.kind == SYSTEM else "D:\\"


def table_csv(rows):
    """Get-OBJob, exported."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows:
        code = str(int(row.code, 16) - (1 << 32)) if row.code else "0"
        end = row.end.strftime("%Y/%m/%d %H:%M:%S") if row.end else ""
        writer.writerow([row.job or "", "Recover" if row.is_restore else "Backup", row.state, row.begin.strftime("%Y/%m/%d %H:%M:%S"), end,
                         row.error or "0", code, item_of(row)])
    return out.getvalue()


def table_text(rows):
    """The history that support's collector prints."""
    form = "{:<22} {:<22} {:<8} {:<20} {:<12} {:>19} {:<20} {:<36}"
    titles = ["StartTime", "EndTime", "JobType", "JobState", "Name", "Data Transferred MB", "DataSourceID", "JobID"]
    american = lambda time: f"{time.month}/{time.day}/{time.year} {time.hour % 12 or 12}:{time:%M:%S} {time:%p}" if time else ""
    lines = ["", form.format(*titles), form.format(*("-" * len(title) for title in titles))]
    lines += [form.format(american(row.begin), american(row.end), "Recover" if row.is_restore else "Backup", row.state, item_of(row),
                          "214.77", "1123581321345589144", row.job or "") for row in rows]
    return "".join(line.rstrip() + "\r\n" for line in lines + ["", ""])


def table_file(host):
    """Returns name and text of the server's table; dates are written month first only if they show that themselves."""
    rows = sorted(host.rows, key=lambda row: row.begin, reverse=True)
    is_plain = all(row.job and row.error == row.code == "" for row in rows) and any(row.begin.day > 12 for row in rows)
    return ("OnlineJob_History.txt", table_text(rows)) if is_plain else ("jobs.csv", table_csv(rows))


def event_text(events):
    head = "Level\tDate and Time\tSource\tEvent ID\tTask Category\tMessage\r\n"
    return head + "".join(f"{EVENTS[number][0]}\t{time:%Y-%m-%d %H:%M:%S}\tCloudBackup\t{number}\tNone\t{EVENTS[number][2]}\r\n" for time, number in events)


def log_name(host, at):
    """The current log is the last one; the numbers of the older ones begin somewhere, as after many rotations."""
    return "CBEngineCurr.errlog" if at == len(host.logs) - 1 else f"CBEngine{(zlib.crc32(host.name.encode()) + at) % 20}.errlog"


def files_of(host, collected):
    """Yields name, bytes and time of each file of the server."""
    late = collected + datetime.timedelta(days=365 * host.file_years)
    encoding = ["utf-8", "utf-16"][zlib.crc32(host.name.encode()) // 20 % 2]
    for at, log in enumerate(host.logs):
        yield log_name(host, at), engine_log(log, 10 + zlib.crc32(host.name.encode()) // 40 % 2).encode(encoding), late
    for each in host.lists:
        yield list_name(each), list_text(each).encode(), late
    if host.rows:
        name, text = table_file(host)
        yield name, text.encode(), late
    if host.events:
        yield "CloudBackupEvents.tsv", event_text(host.events).encode(), late


def all_files(bundle):
    return [(f"{host.name}/{name}", text, time) for host in bundle.hosts for name, text, time in files_of(host, bundle.collected)]


def write_folder(bundle, path):
    shutil.rmtree(path, ignore_errors=True)
    for name, text, time in all_files(bundle):
        place = os.path.join(path, name)
        os.makedirs(os.path.dirname(place), exist_ok=True)
        with open(place, "wb") as file:
            file.write(text)
        seconds = time.replace(tzinfo=datetime.timezone.utc).timestamp()
        os.utime(place, (seconds, seconds))


def write_zip(bundle, path):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text, time in all_files(bundle):
            archive.writestr(zipfile.ZipInfo(name, time.timetuple()[:6]), text)


def write_tar(bundle, path):
    with tarfile.open(path, "w:gz") as archive:
        for name, text, time in all_files(bundle):
            member = tarfile.TarInfo(name)
            member.size, member.mtime = len(text), int(time.replace(tzinfo=datetime.timezone.utc).timestamp())
            archive.addfile(member, io.BytesIO(text))


def write(bundle, folder):
    """Writes the bundle into `folder` in its form. Returns its path."""
    os.makedirs(folder, exist_ok=True)
    path = os.path.join(folder, {"folder": "bundle", "zip": "bundle.zip", "tar": "bundle.tar.gz"}[bundle.form])
    {"folder": write_folder, "zip": write_zip, "tar": write_tar}[bundle.form](bundle, path)
    return path
