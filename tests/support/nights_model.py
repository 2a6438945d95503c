"""The model: what state each server is in and which files are unprotected, from the backups of nights_backups.py.

Newest record: the latest time of any record anywhere in the input (harmless ones, restores, tables, names of lists,
events), or --as-of. A date without a time is 00:00. Never the clock and never a file's time, which gives a log its year
only where no list or table of the host does: else its logs have the year in which they are nearest to these.

Files of a host and kind, by path without case and with one kind of slash. Its backups are gone through in order: a
backup that settles leaves unprotected what it names and nothing else; any other backup adds what it names. So a file
that a failed or running backup names is unprotected even if the one before had it. Read since: named by any backup,
unprotected in no kind. A path in both kinds of a host is one file.

State of a kind, the first that holds; F is its newest finished backup (failed or done), O its newest begun one if
that is open, N the newest record:
1. failed: F failed, whatever runs or hangs after it. Since the first of the unbroken row of failed ones that ends
   with F; unknown outcomes between do not break the row.
2. stopped: N is more than 24 hours after the last record of O, harmless or not, which hangs. Since O.
3. stopped: there is no O, and N is later than the last begin by more than `allowed` says. Since the last begin. Lists
   alone never say so, as a night without failures leaves none: one backup at least is of a log, table or event list.
4. partial: F has warnings, or files of the kind are unprotected. Since the first of the unbroken row of finished
   backups with warnings that ends with F; F itself if it has none. Stays so while O runs, which settles nothing.
5. running: there is an O. Since O.   6. protected: F is done, and no backup after it has an unknown outcome.
7. unknown: nothing tells how the newest backup ended.

The host has the worst state of its kinds: failed, stopped, unknown, partial, running, protected. That kind gives
since, last_good, newest_backup, nights_without and the cause; of several, the one whose last good backup is older
(none is oldest), then files and folders. A host without any backup or list is unknown.

last_good: the begin of the newest done backup. newest_backup: that of F. Nights without a backup, of failed and
stopped ones only, 0 for others, and not known for unknown ones and those of which lists alone tell, none of them for as long as would be a stop: whole days from the last good begin to N, or to the last begin, where 2 hours allow for starts that
vary, at least 1; without a good one, from the first begin, and one more for that night.

Rhythm: begins less than an hour after the one before are retries and left out. The gap is the median of the
differences (of the middle two, their mean), or longer by the week: if earlier begins fell on the weekday of the last
one, the shortest of the differences that followed these. With one begin only it is a week if the records of the host
begin 36 hours or more before it, for a daily backup would have begun, or if another kind began one more than 36
hours after it, for then the agent is alive and only the schedule differs; else a day: without evidence a false alarm
is better than silence, but it is no fact: the cause says that only one backup is known. Allowed is one and a half of the gap, and at least 36 hours.

An agent error of a backup is recovered when a done backup of the same host and kind ended after it (also that backup
itself), one outside of backups when one of any kind did; a finding, when it is on all of its hosts.
"""
import collections
import dataclasses
import datetime
import statistics

from nights_backups import DONE, OPEN, backups_of
from nights_evidence import ERROR, FAILED, FILES, SYSTEM

DAY, SLACK = datetime.timedelta(hours=24), datetime.timedelta(hours=2)
SHORTEST, WEEK = datetime.timedelta(hours=36), datetime.timedelta(days=7)
RETRY = datetime.timedelta(hours=1)
WORST_FIRST = ["failed", "stopped", "unknown", "partial", "running", "protected"]


@dataclasses.dataclass
class State:
    """The state of a kind of backups, or of a host. Times are datetimes or None."""
    state: str = "unknown"
    since: datetime.datetime = None
    last_good: datetime.datetime = None
    newest_backup: datetime.datetime = None
    nights_without: int = None                              # nobody knows
    causes: list = dataclasses.field(default_factory=list)  # codes and IDs, of which main_cause must name one
    files: set = dataclasses.field(default_factory=set)
    read_since: set = dataclasses.field(default_factory=set)
    earlier: set = dataclasses.field(default_factory=set)   # causes of those that failed in a row before it, without its own
    kind: str = FILES
    kinds: list = dataclasses.field(default_factory=list)   # of a host: the states of its kinds, worst first


def gap_of(begins, host, others):
    """The time after which the next backup was to begin."""
    if len(begins) == 1:
        lasts_longer = begins[0] - min(host.times()) >= SHORTEST or any(begin - begins[0] > SHORTEST for begin in others)
        return WEEK if lasts_longer else DAY
    gaps = [after - before for before, after in zip(begins, begins[1:])]
    same_day = [gap for begin, gap in zip(begins, gaps) if begin.weekday() == begins[-1].weekday()]
    return max([statistics.median(gaps), *([min(same_day)] if same_day else [])])


def begins_of(own):
    begins = []
    for made in own:
        if not begins or made.begin - begins[-1] >= RETRY:
            begins.append(made.begin)
    return begins


def allowed(backups, kind, host):
    begins = begins_of(made for made in backups if made.kind == kind)
    others = [made.begin for made in backups if made.kind != kind]
    return max(1.5 * gap_of(begins, host, others), SHORTEST)


def unprotected(own):
    files = set()
    for made in own:
        files = set(made.named) if made.settles else files | set(made.named)
    return files


def row_begin(finished, belongs):
    """The begin of the first of the unbroken row that the newest finished backup ends."""
    row = finished[-1]
    for made in reversed(finished):
        if not belongs(made):
            break
        row = made
    return row.begin


def has_stopped(backups, own, kind, host, newest):
    is_open = own[-1].outcome == OPEN
    if is_open:
        return own[-1].is_silent(newest)
    return not all(made.is_list for made in own) and newest - own[-1].begin > allowed(backups, kind, host)


def is_unknown_since(backups, own, kind, host, newest):
    return all(made.is_list for made in own) and newest - own[-1].begin > allowed(backups, kind, host)


def word_of(backups, kind, host, newest, state):
    """Returns the word for the state of the kind, and since when."""
    own = [made for made in backups if made.kind == kind]
    finished = [made for made in own if made.outcome in (DONE, FAILED)]
    if finished and finished[-1].outcome == FAILED:
        return "failed", row_begin(finished, lambda made: made.outcome == FAILED)
    if has_stopped(backups, own, kind, host, newest):
        return "stopped", own[-1].begin
    if finished and (finished[-1].warned or state.files):
        return "partial", row_begin(finished, lambda made: made.warned)
    if own[-1].outcome == OPEN:
        return "running", own[-1].begin
    return ("protected" if own[-1].outcome == DONE else "unknown"), None


def nights_without(state, own, newest):
    if state.state not in ("failed", "stopped"):
        return None if state.state == "unknown" else 0
    begin = state.last_good or own[0].begin
    nights = max((newest - begin) // DAY, (own[-1].begin - begin + SLACK) // DAY)
    return max(1, nights if state.last_good else nights + 1)


def causes_of(state, own):
    if state.state == "failed":
        last = [made for made in own if made.outcome == FAILED][-1]
        return [error for error, _ in last.errors] or [last.code] * bool(last.code)
    if state.state == "stopped":
        stopped = ["marsift_one_backup_known"] if len(begins_of(own)) == 1 else ["marsift_backups_stopped", "marsift_schedule_stopped"]
        if own[-1].outcome != OPEN:
            return stopped
        # Where the log lost the begin, that it hangs may be said or not: its end may be in another log.
        return ["marsift_backup_hangs"] + stopped * (not own[-1].is_begun)
    return []


def cause_of(failed):
    """The one cause by which a failed backup is called: the last of its errors, for it went on after those before it; that
    of one without any is a symbol of the program's own."""
    error, _ = max(failed.errors, key=lambda each: each[1], default=(failed.code, None))
    return error.lower() or "marsift"


def earlier_causes(state, own):
    """The other causes of the unbroken row of failures that the newest one ends."""
    row = []
    for made in (made for made in reversed(own) if made.outcome in (DONE, FAILED)):
        if state.state != "failed" or made.outcome != FAILED:
            break
        row.append(cause_of(made))
    return set(row) - set(row[:1])


def state_of_kind(backups, kind, host, newest):
    own = [made for made in backups if made.kind == kind]
    state = State(kind=kind, files=unprotected(own))
    state.state, state.since = word_of(backups, kind, host, newest, state)
    state.last_good = max((made.begin for made in own if made.outcome == DONE), default=None)
    state.newest_backup = max((made.begin for made in own if made.outcome in (DONE, FAILED)), default=None)
    state.nights_without, state.causes = nights_without(state, own, newest), causes_of(state, own)
    if is_unknown_since(backups, own, kind, host, newest):
        state.nights_without = None
    state.earlier = earlier_causes(state, own)
    return state


def state_of_host(host, newest):
    backups = backups_of(host)
    kinds = [state_of_kind(backups, kind, host, newest) for kind in (FILES, SYSTEM) if any(made.kind == kind for made in backups)]
    if not kinds:
        return State()
    kinds.sort(key=lambda kind: (WORST_FIRST.index(kind.state), kind.last_good or datetime.datetime.min))
    worst = kinds[0]
    files = set().union(*(kind.files for kind in kinds))
    return dataclasses.replace(worst, files=files, kinds=kinds,
                               read_since={path for made in backups for path in made.named} - files)


def errors_of(host):
    """Returns which agent errors of the host are not recovered: a dictionary from ID to bool."""
    backups, left = backups_of(host), collections.defaultdict(bool)
    for made in backups:
        for error, time in made.errors:
            left[error] |= not any(other.kind == made.kind and other.outcome == DONE and other.last > time for other in backups)
    for record in host.records():
        if record.what == ERROR and not record.job:
            left[record.error] |= not any(other.outcome == DONE and other.last > record.time for other in backups)
    return left


@dataclasses.dataclass
class Expected:
    hosts: dict      # name -> State
    recovered: dict  # ID of an agent error -> whether it is recovered on all hosts
    metrics: dict    # the numbers of exit conditions


def expect(bundle, as_of=None):
    """Returns what a report of the bundle must say."""
    newest = as_of or bundle.newest_record()
    hosts = {host.name: state_of_host(host, newest) for host in bundle.hosts}
    left = collections.defaultdict(bool)
    for host in bundle.hosts:
        for error, is_left in errors_of(host).items():
            left[error] |= is_left
    counts = collections.Counter(state.state for state in hosts.values())
    metrics = {f"hosts:{word}": counts[word] for word in ("failed", "stopped", "partial", "unknown")}
    metrics["files"] = sum(len(state.files) for state in hosts.values())
    metrics["files:ever"] = metrics["files"] + sum(len(state.read_since) for state in hosts.values())
    still_open = [made for host in bundle.hosts for made in backups_of(host) if made.outcome == OPEN and made.is_under_way]
    metrics["jobs:hangs"] = sum(made.is_silent(newest) for made in still_open)
    metrics["jobs:running"] = len(still_open) - metrics["jobs:hangs"]
    metrics["jobs:failed"] = sum(made.outcome == FAILED for host in bundle.hosts for made in backups_of(host))
    return Expected(hosts, {error: not is_left for error, is_left in left.items()}, metrics)
