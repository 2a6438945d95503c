"""Plans what happens to one server over the nights: its schedules, the outcomes of its backups and its files."""
import dataclasses
import datetime

from nights_evidence import FAILED, FILES, SYSTEM
from nights_jobs import ABORTED, ENDLESS, FAILURES, FILE_CODES, SUCCESS, WORDLESS, Job

FOLDERS = [r"D:\Data\Accounts", r"D:\Data\人事部\2024", r"D:\Users\user01\OneDrive - Contoso", r"E:\Shares\Plans (old)", r"D:\Mail", r"E:\SQL\backup, daily"]
SYSTEM_FOLDERS = [r"C:\Windows\System32\config", r"C:\ProgramData\Vendor\keys"]
NAMES = ["ledger 2024.xlsx", "open items (July).xlsx", "archive.pst", "offer.docx", "議事録 7月.docx", "table.mdb", "site 01.jpg", "A & B.docx"]
FATES = ["as ever", "fails for good", "stops", "stops, log goes on", "hangs", "runs"]
FATE_WEIGHTS = [50, 16, 10, 8, 7, 9]


@dataclasses.dataclass
class Life:
    """What a kind of backups of a server goes through."""
    kind: str
    schedule: str
    fate: str
    from_night: int  # its fate begins with the backup of this number
    jobs: list = dataclasses.field(default_factory=list)

    def story(self):
        turn = "" if self.fate == "as ever" else f", {self.fate} at backup {self.from_night + 1}"
        return f"{self.kind}: {self.schedule}{turn}"


def guid_of(random):
    number = f"{random.getrandbits(128):032X}"
    return "-".join([number[:8], number[8:12], number[12:16], number[16:20], number[20:]])


def begins(random, schedule, hour, first, nights):
    """The times at which the schedule starts backups; starts vary by some seconds."""
    weekday = random.randrange(7)
    days = [first + datetime.timedelta(days=night) for night in range(nights)]
    if schedule == "weekdays":
        days = [day for day in days if day.weekday() < 5]
    if schedule == "weekly":
        days = [day for day in days if day.weekday() == weekday] or days[:1]
    minute = random.choice([0, 0, 30])
    times = [day.replace(hour=hour, minute=minute) for day in days]
    if schedule == "twice daily":
        times = sorted(times + [time + datetime.timedelta(hours=12) for time in times])
    return [time + datetime.timedelta(milliseconds=random.randrange(8000)) for time in times]


class Files:
    """The files of a kind: some fail always, some for a while, some once; the order of nights decides."""

    def __init__(self, random, kind, nights):
        self.random, self.spans = random, {}
        folders = SYSTEM_FOLDERS if kind == SYSTEM else FOLDERS
        for _ in range(random.choice([0, 0, 1, 3, 8, 20])):
            path = f"{random.choice(folders)}\\{random.randrange(30):02} {random.choice(NAMES)}"
            first = random.randrange(-2, nights)
            self.spans[path] = (first, first + random.choice([1, 1, 2, 3, nights + 3]))

    def failing(self, number):
        """The files that fail in backup `number`, with their codes: now and then two, or the other case of letters."""
        chosen = [path for path, (first, last) in sorted(self.spans.items()) if first <= number < last]
        codes = {path: FILE_CODES[sum(path.encode()) % len(FILE_CODES)] for path in chosen}
        again = lambda path: [self.random.choice(FILE_CODES)] if self.random.random() < .1 else []
        spelt = lambda path: path.upper() if self.random.random() < .05 else path
        return [(spelt(path), list(dict.fromkeys([codes[path]] + again(path)))) for path in chosen]


def fail(random, job):
    job.outcome = FAILED if random.random() < .8 else ABORTED
    own = [failure for failure in FAILURES if failure[2] == job.kind]
    job.error, job.code, _, job.words = random.choice(own)
    job.minutes = random.choice([1, 3, job.minutes])


def apply_fate(life, random):
    """Ends the life as its fate has it."""
    turn, jobs = life.from_night, life.jobs
    if life.fate == "fails for good":
        for job in jobs[turn:]:
            fail(random, job)
    if life.fate.startswith("stops"):
        life.jobs = jobs[:turn + 1]
    if life.fate == "hangs":
        life.jobs = jobs[:turn + 1]
    if life.fate in ("hangs", "runs"):
        last = life.jobs[-1]
        last.outcome, last.retries, last.minutes = ENDLESS, False, min(last.minutes, 60)


def plan_life(random, kind, first, nights):
    weights = [55, 15, 12, 18] if kind == FILES else [30, 0, 60, 10]
    schedule = random.choices(["daily", "twice daily", "weekly", "weekdays"], weights)[0]
    # The kinds are 5 hours apart and take at most 4, so that no backup meets another one.
    hour = random.choice([21, 22, 23] if kind == FILES else [14, 15, 16] if schedule != "twice daily" else [16])
    times = begins(random, schedule, hour, first, nights)
    life = Life(kind, schedule, random.choices(FATES, FATE_WEIGHTS)[0], random.randrange(len(times)) if times else 0)
    files = Files(random, kind, len(times))
    for number, begin in enumerate(times):
        job = Job(guid_of(random), kind, begin, random.choice([4, 30, 57, 180]), SUCCESS, files.failing(number))
        if random.random() < .12:
            fail(random, job)
        elif random.random() < .03:
            job.outcome = random.choice([WORDLESS, ENDLESS])
        elif random.random() < .05 and kind == FILES:
            job.retries = True
        life.jobs.append(job)
    if life.jobs:
        apply_fate(life, random)
    return life
