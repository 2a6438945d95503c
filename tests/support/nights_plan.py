"""Plans a bundle of nights from a seed: servers, what happened to them, and how much of it the input still holds."""
import datetime
import random as random_module

from nights_evidence import FILES, SYSTEM, Bundle, Host
from nights_host import guid_of, plan_life
from nights_jobs import ABORTED, ENDLESS, FAILED, SUCCESS, WORDLESS, harmless_records, lists_of, records_of, restore_records, row_of

# How much of a server's evidence is there.
KEPT = ["logs", "logs and lists", "logs and table", "all", "lists alone", "table alone", "events alone", "no backup", "restores only"]
KEPT_WEIGHTS = [22, 25, 14, 15, 7, 6, 4, 4, 3]
EVENT_OF = {FAILED: 11, ABORTED: 11}


def visible_logs(random, records, job_starts):
    """Cuts the records into logs, and sometimes loses the oldest one in the midst of a job, or one between jobs."""
    if len(records) < 8 or random.random() < .35:
        return [records]
    if random.random() < .3:
        del records[:random.randrange(1, len(records) // 2)]
    if random.random() < .25 and len(job_starts) > 4:
        first, last = sorted(random.sample(job_starts[1:], 2))
        records = [record for record in records if not first <= record.time < last]
    cuts = sorted(random.sample(range(1, len(records)), min(random.randrange(4), len(records) - 1)))
    return [records[first:last] for first, last in zip([0, *cuts], [*cuts, len(records)])]


def add_logs(random, host, jobs, lives, collected):
    """Fills the logs with the records of the jobs, of a restore, and of a service that goes on or does not."""
    records = [record for job in jobs for record in records_of(job)]
    if random.random() < .2 and jobs:
        time = jobs[-1].end() + datetime.timedelta(minutes=random.choice([5, 90]))
        if jobs[-1].outcome != ENDLESS and time < collected:
            paths = [r"D:\Data\restored (1).docx", *(path for path, _ in jobs[-1].files[:1])]
            records += restore_records(guid_of(random), time, paths)
            host.story.append(f"{time:%m-%d %H:%M} restore: {len(paths)} files could not be written")
    ends = {life.fate for life in lives} & {"stops", "hangs", "runs"}
    start = records[-1].time + datetime.timedelta(hours=1) if records else collected - datetime.timedelta(days=3)
    if not ends and random.random() < .7:
        records += harmless_records(start, collected, 7)
    host.logs = visible_logs(random, records, [job.begin for job in jobs])


def add_lists(random, host, jobs):
    has_time = random.random() < .85
    for job in jobs:
        # A job without a list is one whose list is gone.
        if job.outcome in (SUCCESS, FAILED) and random.random() < .9:
            is_one_a_day = sum(other.end().date() == job.end().date() or other.begin.date() == job.end().date() for other in jobs) == 1
            host.lists += lists_of(job, has_time or not is_one_a_day)


def add_rows(random, host, jobs, has_guids):
    """The newest rows of the job history; where there are two kinds, system state needs them to be known."""
    kept = jobs if any(job.kind == SYSTEM for job in jobs) else jobs[-random.randrange(1, len(jobs) + 1):]
    host.rows = [row_of(job, has_guids) for job in kept if job.outcome != ENDLESS or is_last_of_kind(jobs, job)]


def is_last_of_kind(jobs, job):
    return [other for other in jobs if other.kind == job.kind][-1] is job


def fit_outcomes(jobs, has_rows, is_log):
    """Makes outcomes such that the evidence can tell them."""
    for job in jobs:
        if job.outcome == ABORTED and not has_rows:
            job.outcome = FAILED
        # Only a row says that a job is of system state, and a row has an outcome.
        if job.outcome in (ENDLESS, WORDLESS) and (not is_log or job.kind == SYSTEM) and not (is_last_of_kind(jobs, job) and job.outcome == ENDLESS):
            job.outcome = SUCCESS
        if job.outcome == WORDLESS and has_rows:
            job.outcome = SUCCESS


def add_events(host, jobs):
    for job in jobs:
        host.events.append((job.begin.replace(microsecond=0), 1))
        if job.outcome != ENDLESS:
            host.events.append((job.end().replace(microsecond=0), EVENT_OF.get(job.outcome, 10 if job.files else 3)))


def add_evidence(random, host, kept, lives, collected):
    jobs = sorted((job for life in lives for job in life.jobs), key=lambda job: job.begin)
    has_logs, has_rows = kept in ("logs", "logs and lists", "logs and table", "all"), kept in ("logs and table", "all", "table alone")
    has_rows |= has_logs and any(job.kind == SYSTEM for job in jobs)
    fit_outcomes(jobs, has_rows, has_logs)
    host.story += [job.story() for job in jobs]
    if has_rows and jobs:
        add_rows(random, host, jobs, has_logs or random.random() < .6)
    if kept in ("logs and lists", "all", "lists alone"):
        add_lists(random, host, jobs)
    if has_logs:
        add_logs(random, host, jobs, lives, collected)
    if kept == "events alone":
        add_events(host, jobs)
    if kept == "no backup" or not host.times():
        host.logs = [harmless_records(collected - datetime.timedelta(days=2), collected, 5)]
    if kept == "restores only":
        host.logs = [restore_records(guid_of(random), collected - datetime.timedelta(hours=9), [r"D:\Data\a.docx", r"D:\Data\b.docx"])]


def plan_host(random, number, first, nights, collected):
    kept = random.choices(KEPT, KEPT_WEIGHTS)[0]
    lives = [plan_life(random, FILES, first, nights)] if random.random() < .95 else []
    if kept != "events alone" and (not lives or random.random() < .3):
        lives.append(plan_life(random, SYSTEM, first, nights))
    host = Host(f"SRV-{number:02}", story=[f"evidence: {kept}", *(life.story() for life in lives)])
    add_evidence(random, host, kept, lives, collected)
    # A late copy: the files' times are of another year than the lists and tables, which know better.
    if (host.lists or host.rows) and random.random() < .05:
        host.file_years = 1
        host.story.append("the files' times are a year late")
    return host


def plan(seed):
    """Returns the bundle of the seed."""
    random = random_module.Random(seed)
    nights, servers = random.randrange(1, 15), random.choice([1, 1, 2, 3, 5, 8, 30])
    first = datetime.datetime(2024, 1, 1) + datetime.timedelta(days=random.choice([random.randrange(700), 360 + random.randrange(5)]))
    # In the morning after the last night, after backups that take long or run twice a day.
    collected = first + datetime.timedelta(days=nights, hours=random.choice([13, 15]))
    hosts = [plan_host(random, number + 1, first, nights, collected) for number in range(servers)]
    return Bundle(hosts, random.choice(["folder", "folder", "zip", "tar"]), collected)
