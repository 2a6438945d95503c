"""Puts the backups of a server together from its evidence (nights_evidence.py).

A backup is a task GUID of engine logs and job tables, which are joined; a row of a table without a GUID; a run of an
event list; or a list alone. A GUID counts in the logs if it has a "Backup Progress", a failed file or an agent error:
one with harmless records only is none. Restores are none, and files of restores never count.

Begin: its first record "Prebackup started", else the start in a table, else its first milestone, failure or failed file
(a log that begins in its midst; harmless records say nothing of a job), else the time of its list. Backups are called by
their begin and are in its order, ties by end.

Kind: system state if a row of a table says so as its item, if one of its agent errors is of the catalog's category
system_state, or if it is a log of Windows Server Backup; else files and folders.

Lists: a list belongs to the newest backup of its host and kind that began at or before the list's time, in whole
seconds, if that is not later than an hour after the backup's last record; a list with a date only, to the newest that
began or ended on that date. Lists that belong to none are backups themselves, finished with warnings at their time, or
of unknown outcome if Windows Server Backup wrote them, which it does of failed ones, too; those of a host and kind
within an hour, or of one date if they have only dates, are one: there is a list a volume.

Outcome, where a table's end goes before the records, and the records' end before a table's "in progress":
- failed: "Failed" in place of a phase's end, an agent error as FATAL without success; failed or aborted in a table.
- done: succeeded; with warnings if it names a failed file, or if a table says so.
- open: begun, without an end, and no later backup of host and kind began.
- unknown: without an end, but a later backup began; closed its storage without success or failure; a table's word
  that is no state. It counts as a begin only.

A done backup settles what failed before it, if its own failures are known: a table says that it succeeded without
warnings; or a list belongs to it; or it is a list alone; or "Prebackup started" and its success are both in the
engine logs of the input, which name a file if a table says that there were warnings. "Succeeded" at the end of a log that begins in the midst of a job says nothing about files:
the agent writes it when files failed, too. What lies between a begin and an end in the input counts as whole.
"""
import dataclasses
import datetime

from nights_evidence import CLOSED, ERROR, FAILED, FILE, FILES, PHASE, START, SUCCEEDED, SYSTEM

DONE, OPEN, UNKNOWN = "done", "open", "unknown"
MILESTONES = (START, PHASE, FILE, ERROR, FAILED, SUCCEEDED, CLOSED)
SYSTEM_ERRORS = ("100153", "100172")
STATED = {"Completed": DONE, "CompletedWithWarning": DONE, "Failed": FAILED, "Aborted": FAILED, "InProgress": OPEN}
ENDS = {1: OPEN, 3: DONE, 10: DONE, 11: FAILED}  # of event lists
HOUR = datetime.timedelta(hours=1)


@dataclasses.dataclass
class Backup:
    begin: datetime.datetime
    last: datetime.datetime
    kind: str = FILES
    outcome: str = UNKNOWN
    is_begun: bool = False                                  # a record says that it began
    is_under_way: bool = False                              # a record says that it went on, not only that files failed
    settles: bool = False
    warned: bool = False
    is_list: bool = False
    named: dict = dataclasses.field(default_factory=dict)   # path in lower case -> the codes
    errors: list = dataclasses.field(default_factory=list)  # of (ID, time)
    code: str = ""                                          # of its failure
    heard: datetime.datetime = None                         # its last record of an engine log, harmless ones too

    def is_silent(self, newest):
        """Whether it logged nothing for a day."""
        return newest - max(self.last, self.heard or self.last) > datetime.timedelta(days=1)

    def name(self, entries):
        for path, code in entries:
            self.named.setdefault(path.lower().replace("/", "\\"), set()).add(code)


def logged_outcome(records):
    said = {record.what for record in records}
    return DONE if SUCCEEDED in said else FAILED if said & {FAILED, ERROR} else UNKNOWN if CLOSED in said else OPEN


def logged(records):
    """The backup of a task GUID in engine logs; None if nothing says that the task is one."""
    if not any(record.what in MILESTONES for record in records):
        return None
    said = {record.what for record in records}
    starts = [record.time for record in records if record.what == START]
    told = [record.time for record in records if record.what in MILESTONES]
    made = Backup(min(starts or told), max(told))
    made.heard = max(record.time for record in records)
    made.is_under_way = bool(said & {START, PHASE})
    made.outcome, made.is_begun = logged_outcome(records), START in said
    made.settles = {START, SUCCEEDED} <= said
    made.name((record.path, record.code) for record in records if record.what == FILE)
    made.errors = [(record.error, record.time) for record in records if record.what == ERROR]
    made.code = next((record.code for record in records if record.what == FAILED), "")
    made.kind = SYSTEM if any(error in SYSTEM_ERRORS for error, _ in made.errors) else FILES
    return made


def state_row(made, row, has_start):
    """Adds what the row of a table says of its backup."""
    stated = STATED.get(row.state, UNKNOWN)
    made.outcome = made.outcome if stated == OPEN and made.outcome != UNKNOWN else stated
    made.begin = made.begin if has_start else row.begin
    made.last = max(made.last, row.end or row.begin)
    made.is_under_way |= stated == OPEN
    made.settles |= row.state == "Completed"
    made.warned |= row.state == "CompletedWithWarning"
    made.settles &= not made.warned or bool(made.named)
    made.kind = SYSTEM if row.kind == SYSTEM else made.kind
    made.code = made.code or row.code
    if row.error and row.error not in [error for error, _ in made.errors]:
        made.errors.append((row.error, row.end or row.begin))


def with_tasks(host):
    """The backups of task GUIDs and of rows."""
    records, jobs = {}, {}
    for record in host.records():
        if record.job:
            records.setdefault(record.job, []).append(record)
    for job, own in records.items():
        jobs[job] = logged(own)
    for number, row in enumerate(each for each in host.rows if not each.is_restore):
        key = row.job or number
        if jobs.get(key) is None:
            jobs[key] = Backup(row.begin, row.begin)
        state_row(jobs[key], row, any(record.what == START for record in records.get(key, [])))
    return [made for made in jobs.values() if made]


def with_events(host):
    """The runs of an event list, of a server that has nothing else."""
    runs = []
    for time, number in sorted(host.events if not host.logs and not host.rows else []):
        if number == 1:
            runs.append(Backup(time, time, outcome=OPEN, is_under_way=True))
        else:
            runs[-1].last, runs[-1].outcome = time, ENDS[number]
            runs[-1].settles, runs[-1].warned = number == 3, number == 10
    return runs


def owner(backups, each):
    """The backup that the list belongs to, or None."""
    second = lambda time: time.replace(microsecond=0)
    own = [made for made in backups if made.kind == each.kind and not made.is_list]
    if each.has_time:
        own = [made for made in own if second(made.begin) <= each.time]
        own = [made for made in own if made is max(own, key=lambda other: other.begin) and each.time <= made.last + HOUR]
    else:
        own = [made for made in own if each.time.date() in (made.begin.date(), made.last.date())]
    return max(own, key=lambda made: made.begin, default=None)


def alone(backups, each):
    """The backup that the list, which belongs to none, is evidence of: a new one or that of another volume's list."""
    time = each.time if each.has_time else each.time.replace(hour=0, minute=0, second=0)
    near = [made for made in backups if made.is_list and made.kind == each.kind and
            (abs(made.begin - time) <= HOUR if each.has_time else made.begin.date() == time.date())]
    if not near:
        is_done = each.kind != SYSTEM
        near = [Backup(time, time, each.kind, DONE if is_done else UNKNOWN, settles=is_done, warned=is_done, is_list=True)]
        backups += near
    return near[0]


def join_lists(host, backups):
    for each in sorted(host.lists, key=lambda one: one.time):
        made = owner(backups, each)
        if made is None:
            made = alone(backups, each)
        made.settles |= made.outcome == DONE
        made.name(each.entries)


def backups_of(host):
    """Returns the backups of the server, the oldest first."""
    backups = with_tasks(host) + with_events(host)
    join_lists(host, backups)
    backups.sort(key=lambda made: (made.begin, made.last))
    for made in backups:
        later = any(other.kind == made.kind and other.begin > made.begin for other in backups)
        made.outcome = UNKNOWN if made.outcome == OPEN and later else made.outcome
        made.settles &= made.outcome == DONE
        made.warned |= made.outcome == DONE and bool(made.named)
    return backups
