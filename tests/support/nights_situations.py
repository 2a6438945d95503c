"""Small bundles of single situations, the same in every run, each with what the first screen must say of it.

`situations()` returns them by name, as functions that make a Bundle. The first night is 2024-07-17; backups begin at
22:00 and take an hour unless a situation says otherwise; the bundle is collected at 07:00 after the last night.
"""
import datetime

from nights_evidence import FAILED, FILES, SYSTEM, Bundle, Host
from nights_jobs import (ABORTED, ENDLESS, FAILURES, SUCCESS, Job, harmless_records, lists_of, records_of, restore_records, row_of)

FIRST = datetime.datetime(2024, 7, 17, 22)
LOCKED, DENIED, DAMAGED, MISSING = "0x80070020", "0x80070005", "0x80070570", "0x80070002"
NO_AZURE, NO_SNAPSHOT, NO_STAGING = FAILURES[0], FAILURES[1], FAILURES[2]
FULL_DISK = ("", "0x80070070", FILES, "")


def job(host, night, failure=None, files=(), **more):
    """A backup of the server in the night (0 is the first one). `files` are (path, code)."""
    guid = f"{host:08X}-0D64-4F7A-9B0E-{night + 1:012X}"
    made = Job(guid, FILES, FIRST + datetime.timedelta(days=night, minutes=host), 60, FAILED if failure else SUCCESS,
               [(path, [code]) for path, code in files])
    if failure:
        made.error, made.code, made.kind, made.words = failure
        made.minutes = 3
    for name, value in more.items():
        setattr(made, name, value)
    return made


def server(number, jobs, lists=(), rows=()):
    """A server whose log holds the jobs; `lists` and `rows` are the jobs that have left these."""
    return Host(f"SRV-{number:02}", [[record for each in jobs for record in records_of(each)]] if jobs else [],
                [one for each in lists for one in lists_of(each)], [row_of(each) for each in rows],
                story=[each.story() for each in {id(one): one for one in [*jobs, *lists, *rows]}.values()])


def good(number, nights):
    return server(number, [job(number, night) for night in range(nights)])


def bundle(nights, *hosts):
    return Bundle(list(hosts), "folder", FIRST + datetime.timedelta(days=nights - 1, hours=9))


def newest_backup_failed():
    """SRV-02: 3 nights good, the last one failed (100050). The headline names SRV-02, failed since 07-20, last good 07-19.
    No file is unprotected, and still `hosts:failed>0` holds. First step: the connection of SRV-02 to Azure."""
    return bundle(4, good(1, 4), server(2, [job(2, 0), job(2, 1), job(2, 2), job(2, 3, NO_AZURE)]))


def files_read_on_later_nights():
    """SRV-01: three files failed in the first night, two of them were read later; one fails every night. "1 file is
    unprotected", 2 were read since. The step is about the one file, denied; the locked ones are no step."""
    always, early = ("D:\\Data\\payroll.xlsx", DENIED), [("D:\\Mail\\archive.pst", LOCKED), ("D:\\Mail\\office.pst", LOCKED)]
    return bundle(3, server(1, [job(1, 0, files=[always, *early]), job(1, 1, files=[always]), job(1, 2, files=[always])]))


def server_stopped_two_days_before():
    """SRV-03: its log simply ends two days before those of SRV-01 and SRV-02. The headline says that SRV-03 has stopped,
    last backup 07-18; the others are protected. First step: SRV-03, is it on, does its schedule run."""
    return bundle(4, good(1, 4), good(2, 4), good(3, 2))


def two_damaged_files_and_four_nights_without():
    """SRV-02: four nights failed (0x80070070) after a good one; SRV-01: two damaged files. SRV-02 comes first in the
    headline, the table and the steps, then chkdsk for the two files of SRV-01."""
    damaged = [("D:\\Scans\\0042.tif", DAMAGED), ("D:\\Scans\\0043.tif", DAMAGED)]
    return bundle(5, server(1, [job(1, night, files=damaged) for night in range(5)]),
                  server(2, [job(2, 0), *(job(2, night, FULL_DISK) for night in range(1, 5))]))


def several_problems_with_one_action():
    """SRV-01 cannot make snapshots (100034), SRV-02 has a full disk (0x80070070), SRV-03 and SRV-04 cannot reach Azure
    (100050). Each problem is a line of its own with its own servers, also in a step that they share; four servers are
    without a backup, and every one of them is in a step that is shown."""
    failing = [(1, NO_SNAPSHOT), (2, FULL_DISK), (3, NO_AZURE), (4, NO_AZURE)]
    return bundle(3, *(server(number, [job(number, 0), job(number, 1, failure), job(number, 2, failure)]) for number, failure in failing))


def agent_error_recovered():
    """SRV-01: failed in the second night (100050), good in the third. All protected, exit conditions on hosts do not
    hold; the error is listed last, as recovered, and is nothing to do first."""
    return bundle(3, server(1, [job(1, 0), job(1, 1, NO_AZURE), job(1, 2)]))


def hanging_job():
    """SRV-02: the backup of the second night began and never ended; its last record is 2 days older than those of SRV-01.
    It hangs: SRV-02 has stopped since 07-18, last good 07-17."""
    return bundle(4, good(1, 4), server(2, [job(2, 0), job(2, 1, outcome=ENDLESS)]))


def running_job():
    """SRV-02: the backup of the last night is still running. No server is without a backup."""
    return bundle(3, good(1, 3), server(2, [job(2, 0), job(2, 1), job(2, 2, outcome=ENDLESS)]))


def only_lists():
    """SRV-01: lists of three nights and no log. The newest decides: 1 file unprotected, 2 read since; that no log is
    there is said. Not stopped: a night without failures leaves no list."""
    files = [("D:\\Data\\payroll.xlsx", DENIED), ("D:\\Mail\\archive.pst", LOCKED), ("E:\\Plans\\hall.dwg", LOCKED)]
    return bundle(3, server(1, [], lists=[job(1, 0, files=files), job(1, 1, files=files[:2]), job(1, 2, files=files[:1])]))


def only_job_tables():
    """SRV-01: a table of three jobs, the newest one aborted: failed since 07-19. SRV-02: the newest one with warnings, and
    nothing says which files: partial, 0 files known, and that they are not known is said."""
    unnamed = job(2, 2, files=[("D:\\unknown", LOCKED)])
    return bundle(3, server(1, [], rows=[job(1, 0), job(1, 1), job(1, 2, NO_AZURE, outcome=ABORTED)]),
                  server(2, [], rows=[job(2, 0), job(2, 1), unnamed]))


def system_state_fails_and_files_do_not():
    """SRV-01: files and folders every night good, system state failed twice (100153). SRV-01 is failed, by system state."""
    system = [job(1, night, failure, guid=f"000000A{night}-0D64-4F7A-9B0E-00000000000A", kind=SYSTEM,
                  begin=FIRST + datetime.timedelta(days=night, hours=-6)) for night, failure in enumerate([None, NO_STAGING, NO_STAGING])]
    jobs = sorted([job(1, night) for night in range(3)] + system, key=lambda each: each.begin)
    return bundle(3, server(1, jobs, rows=jobs))


def restore_with_failing_files():
    """SRV-01: all backups good; a restore could not write two files. Protected; no file is unprotected."""
    host = good(1, 2)
    host.logs[0] += restore_records("000000B1-0D64-4F7A-9B0E-00000000000B", FIRST + datetime.timedelta(days=1, hours=5), [r"D:\a.docx", r"D:\b.docx"])
    return bundle(2, host)


def log_begins_in_its_midst():
    """SRV-01: a list of the first night names two files. The log begins within the second job, which succeeded without a
    list: nobody knows whether it read them. 2 files unprotected, and that it is not known is said."""
    files = [("D:\\Mail\\archive.pst", LOCKED), ("D:\\Data\\temp.dat", MISSING)]
    host = server(1, [job(1, 1)], lists=[job(1, 0, files=files)])
    del host.logs[0][:5]
    return bundle(2, host)


def no_backup_at_all():
    """SRV-02: its log holds no job. Unknown, and named as such; SRV-01 is protected."""
    silent = Host("SRV-02", [harmless_records(FIRST, FIRST + datetime.timedelta(days=2), 5)], story=["only harmless records"])
    return bundle(2, good(1, 2), silent)


def situations():
    return {made.__name__: made for made in (
        newest_backup_failed, files_read_on_later_nights, server_stopped_two_days_before, two_damaged_files_and_four_nights_without,
        several_problems_with_one_action, agent_error_recovered, hanging_job, running_job, only_lists, only_job_tables,
        system_state_fails_and_files_do_not, restore_with_failing_files, log_begins_in_its_midst, no_backup_at_all)}
