"""What a bundle of nights holds: the records, lists, table rows and events of each server, as data.

The generator (nights_plan.py, nights_situations.py) makes it, nights_write.py writes it as files, and nights_model.py
judges it. So the model knows what was written, never what marsift read.
"""
import dataclasses
import datetime

FILES, SYSTEM = "files", "system state"

# What a record of an engine log says. All but RESTORED and HARMLESS are about a backup.
START, PHASE, FILE, ERROR, FAILED, SUCCEEDED, CLOSED = "start", "phase", "file", "agent error", "failed", "succeeded", "closed"
RESTORED, HARMLESS = "restored file", "harmless"


@dataclasses.dataclass
class Record:
    """A record of an engine log. `job` is the task GUID, None without one."""
    time: datetime.datetime
    job: str
    what: str
    text: str = ""
    path: str = ""
    code: str = ""   # of a file, or of the failure of the job: "0x80070020"
    error: str = ""  # the ID of an agent error: "100050"


@dataclasses.dataclass
class FailedList:
    """A failed-files list; of system state, an error log of Windows Server Backup."""
    time: datetime.datetime
    kind: str
    entries: list          # of (path, code)
    has_time: bool = True  # the name contains the time of day, too
    token: str = "17af1"


@dataclasses.dataclass
class Row:
    """A row of a job table. `job` is None in tables without GUIDs, `end` while the job runs."""
    begin: datetime.datetime
    end: datetime.datetime
    state: str
    kind: str = FILES
    job: str = None
    error: str = ""
    code: str = ""
    is_restore: bool = False


@dataclasses.dataclass
class Host:
    """A server: `logs` are lists of records, the oldest first, the last one is the current log."""
    name: str
    logs: list = dataclasses.field(default_factory=list)
    lists: list = dataclasses.field(default_factory=list)
    rows: list = dataclasses.field(default_factory=list)
    events: list = dataclasses.field(default_factory=list)  # of (time, ID of the event)
    story: list = dataclasses.field(default_factory=list)   # a sentence for each thing that happened
    file_years: int = 0                                     # added to the times of its files, for a late copy

    def records(self):
        return [record for log in self.logs for record in log]

    def times(self):
        """Returns the times of all that the input holds of the server."""
        found = [record.time for record in self.records()] + [when for when, _ in self.events]
        found += [time for row in self.rows for time in (row.begin, row.end) if time]
        return found + [each.time if each.has_time else each.time.replace(hour=0, minute=0, second=0) for each in self.lists]


@dataclasses.dataclass
class Bundle:
    hosts: list
    form: str = "folder"  # or "zip", "tar"
    collected: datetime.datetime = None

    def newest_record(self):
        return max(time for host in self.hosts for time in host.times())
