"""Makes the records, rows and lists of single backups and restores, as the agent would log them."""
import dataclasses
import datetime

from nights_evidence import (CLOSED, ERROR, FAILED, FILE, FILES, HARMLESS, PHASE, RESTORED, START, SUCCEEDED, SYSTEM, FailedList, Record,
                             Row)

SUCCESS, ABORTED, ENDLESS, WORDLESS = "success", "aborted", "no end", "no outcome"
ROW_STATES = {SUCCESS: "Completed", FAILED: "Failed", ABORTED: "Aborted", ENDLESS: "InProgress", WORDLESS: "Completed"}

# ID and code of a failure, kind of backup, and the agent's words.
FAILURES = [
    ("100050", "0x80072ee7", FILES, "The Microsoft Azure Recovery Services Agent was unable to connect to Microsoft Azure Backup. (ID: 100050)"),
    ("100034", "0x80042306", FILES, "Unable to create a snapshot of the selected volume. Please try the operation again. (ID: 100034)"),
    ("100153", "0x80070070", SYSTEM, "System State Backup failed as the target volume has insufficient disk space. (ID: 100153)"),
    ("100172", "0x80070005", SYSTEM, "Windows Server Backup failed to access some system files. (ID: 100172)"),
    ("", "0x80070070", FILES, ""),
    ("", "0x8007000e", FILES, ""),
    ("", "", FILES, ""),
]
FILE_CODES = ["0x80070020", "0x80070005", "0x80070570", "0x80070002", "0x8007018b", "0x80070780"]


@dataclasses.dataclass
class Job:
    """A planned backup. `files` are (path, codes): a file with two codes has them in one millisecond."""
    guid: str
    kind: str
    begin: datetime.datetime
    minutes: int
    outcome: str
    files: list = dataclasses.field(default_factory=list)
    error: str = ""
    code: str = ""
    words: str = ""
    retries: bool = False  # a connection that was lost and found again

    def end(self):
        return self.begin + datetime.timedelta(minutes=self.minutes, milliseconds=733)

    def story(self):
        cause = f" ({self.error or self.code or 'no code'})" if self.outcome in (FAILED, ABORTED) else ""
        files = f", {len(self.files)} files failed: {', '.join(path for path, _ in self.files)}" if self.files else ""
        return f"{self.begin:%m-%d %H:%M} {self.kind}: {self.outcome}{cause}{files}"


def progress(job, time, text, what=PHASE, **more):
    return Record(time, job.guid, what, f"Backup Progress: {text}", **more)


def opening(job):
    """The records of the phases before the transfer."""
    after = lambda seconds: job.begin + datetime.timedelta(seconds=seconds)
    return [progress(job, job.begin, "Prebackup started.", START),
            Record(after(.284), job.guid, HARMLESS, "==>FileProvider::BeginData"),
            progress(job, after(7.8), "Prebackup finished."),
            progress(job, after(7.9), "Initialize Storage started."),
            progress(job, after(41.2), "Initialize Storage finished."),
            progress(job, after(41.3), "Data transfer started.")]


def file_records(job):
    """The records of its failed files, in the transfer; two codes of one file come in one millisecond."""
    start, step = job.begin + datetime.timedelta(seconds=45), datetime.timedelta(minutes=job.minutes) / (3 * len(job.files) + 3)
    return [Record(start + number * step, job.guid, FILE, f"Failed: Hr: = [{code}] BackupRead failed on file({path})", path, code)
            for number, (path, codes) in enumerate(job.files) for code in codes]


def closing(job):
    """The records of its end, as far as it had one."""
    before = lambda seconds: job.end() - datetime.timedelta(seconds=seconds)
    closed = [progress(job, before(5), "UnInitialize Storage started.", CLOSED),
              progress(job, job.end(), "UnInitialize Storage finsihed.", CLOSED)]
    if job.outcome == ENDLESS:
        return [Record(before(0), job.guid, HARMLESS, "Uploading 500 RO entries")]
    if job.outcome == WORDLESS:
        return closed
    if job.outcome == SUCCESS:
        return [progress(job, before(40), "Data transfer finished"), progress(job, before(39), "Integrity Check started."),
                progress(job, before(9), "Integrity Check finsihed."), progress(job, before(8), "Succeeded", SUCCEEDED), *closed]
    named = [Record(before(9), job.guid, ERROR, job.words, error=job.error)] if job.error else []
    failed = f"Failed: Hr: = [{job.code}] Backup Progress: Failed" if job.code else "Backup Progress: Failed"
    return [*named, Record(before(8), job.guid, FAILED, failed, code=job.code), *closed]


def records_of(job):
    lost = FAILURES[0]
    retried = [Record(job.begin + datetime.timedelta(seconds=43), job.guid, ERROR, lost[3], error=lost[0])] if job.retries else []
    return opening(job) + retried + (file_records(job) if job.files else []) + closing(job)


def row_of(job, has_guid=True):
    state = "CompletedWithWarning" if job.outcome == SUCCESS and job.files else ROW_STATES[job.outcome]
    end = None if job.outcome == ENDLESS else job.end().replace(microsecond=0)
    return Row(job.begin.replace(microsecond=0), end, state, job.kind, job.guid if has_guid else None, job.error, job.code)


def lists_of(job, has_time=True):
    """The lists that the agent leaves of the job: one for each volume; of system state one log."""
    if not job.files:
        return []
    entries = [(path, codes[-1]) for path, codes in job.files]
    time = job.end().replace(microsecond=0)
    if job.kind == SYSTEM:
        return [FailedList(time, SYSTEM, entries)]
    volumes = sorted({path[0] for path, _ in entries})
    return [FailedList(time, FILES, [entry for entry in entries if entry[0][0] == volume], has_time, f"{ord(volume):x}af1")
            for volume in volumes]


def restore_records(guid, begin, paths):
    """A restore: some of its files could not be written."""
    after = lambda seconds: begin + datetime.timedelta(seconds=seconds)
    return [Record(begin, guid, HARMLESS, "==>FileProvider::BeginData")] + [
        Record(after(2 + number), guid, RESTORED, f"Failed: Hr: = [0x80070005] BackupWrite failed on file({path})", path, "0x80070005")
        for number, path in enumerate(paths)]


def harmless_records(begin, end, hours):
    """The service goes on: a record every so many hours."""
    found, time = [], begin
    while time < end:
        found.append(Record(time, None, HARMLESS, "cbpVersion 2.0.9267.0 , latestVersion 2.0.9267.0"))
        time += datetime.timedelta(hours=hours)
    return found
