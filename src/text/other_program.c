#include "text/other_program.h"

#include <string.h>

#include "base/ascii.h"
#include "base/count_of.h"
#include "text/word_search.h"

static const char *const names[] = {"veeam",
                                    "acronis",
                                    "macrium",
                                    "duplicati",
                                    "bareos",
                                    "bacula",
                                    "restic",
                                    "backup exec",
                                    "backupexec",
                                    "netbackup",
                                    "commvault",
                                    "arcserve",
                                    "shadowprotect",
                                    "storagecraft",
                                    "cobian",
                                    "syncback",
                                    "easeus",
                                    "aomei",
                                    "unitrends",
                                    "altaro",
                                    "nakivo",
                                    "rubrik",
                                    "cohesity",
                                    "msp360",
                                    "cloudberry",
                                    "crashplan",
                                    "carbonite",
                                    "backblaze",
                                    "iperius",
                                    "urbackup",
                                    "backupassist",
                                    "networker",
                                    "spectrum protect",
                                    "tivoli storage",
                                    "duplicacy",
                                    "borgbackup",
                                    "freefilesync",
                                    "active backup for business",
                                    "hyper-v backup utility",
                                    "hyper-v-backup"};

bool other_program_is_named(struct span text)
{
    return word_search_contains_any(text, names, COUNT_OF(names));
}

/* Returns the line behind marks, and behind what looks like a date, a time and a zone. */
static struct span without_moment(struct span line)
{
    size_t at = 0;
    while (at < line.length && line.bytes[at] != '\0' &&
           (ascii_is_digit(line.bytes[at]) || strchr(" \t>|*/.:,+-TZ!", line.bytes[at]) != NULL))
        at++;
    return span_slice(line, at, line.length);
}

/* The program of a line of syslog, "Nov 01 22:36:58 HOST borg[17999]: ..."; empty if it is none. */
static struct span program_of_syslog(struct span line)
{
    size_t end = span_find(line, span_of("]: "));
    size_t open = end;
    while (open > 0 && end < line.length && ascii_is_digit(line.bytes[open - 1]))
        open--;
    if (open == end || open == 0 || line.bytes[open - 1] != '[')
        return (struct span){0};
    size_t start = open - 1;
    while (start > 0 && line.bytes[start - 1] != ' ')
        start--;
    return span_slice(line, start, open - 1);
}

/* True for programs of Unix that make backups, or start those that do. */
static bool is_of_unix(struct span program)
{
    static const char *const parts[] = {"borg",      "restic", "kopia",     "duplicity", "rclone",
                                        "rsnapshot", "vzdump", "pvedaemon", "proxmox"};
    return span_equals(program, span_of("systemd")) ||
           word_search_contains_any(program, parts, COUNT_OF(parts));
}

/* "error: open C:\\NTUSER.DAT: ...", as programs in Go write of files. */
static bool is_of_go(struct span rest)
{
    static const char *const heads[] = {"error: open ", "error: read ", "error: lstat ",
                                        "error: scan "};
    for (size_t i = 0; i < COUNT_OF(heads); i++) {
        struct span path = span_slice(rest, strlen(heads[i]), rest.length);
        if (rest.length > strlen(heads[i]) + 2 &&
            span_starts_with_ignoring_case(rest, span_of(heads[i])) &&
            (span_is_path_separator(path.bytes[0]) || path.bytes[1] == ':'))
            return true;
    }
    return false;
}

/* True for "Error                 CBS    Failed to ...": what Windows writes when it installs
 * updates and features. */
static bool is_of_servicing(struct span rest)
{
    static const char *const levels[] = {"Info ", "Warning ", "Error ", "Fatal "};
    static const char *const parts[] = {"CBS ", "CSI ", "DPX "};
    for (size_t i = 0; i < COUNT_OF(levels); i++) {
        struct span level = span_of(levels[i]);
        if (!span_starts_with_ignoring_case(rest, level))
            continue;
        struct span part = span_trim(span_slice(rest, level.length, rest.length));
        for (size_t j = 0; j < COUNT_OF(parts); j++)
            if (span_starts_with_ignoring_case(part, span_of(parts[j])))
                return true;
    }
    return false;
}

/* "ERROR: Backup of VM 210 failed": Proxmox calls machines by numbers. */
static bool is_of_numbered_machine(struct span rest)
{
    static const char *const heads[] = {"error: backup of vm ", "error: vm ", "error: ct "};
    for (size_t i = 0; i < COUNT_OF(heads); i++)
        if (span_starts_with_ignoring_case(rest, span_of(heads[i])) &&
            rest.length > strlen(heads[i]) && ascii_is_digit(rest.bytes[strlen(heads[i])]))
            return true;
    return false;
}

/* "8:51:14.569 AM: [1924.2304] <2> bpbkar: ...": time, process and thread, and level of NetBackup.
 */
static bool is_of_netbackup(struct span line)
{
    static const char before_level[] = "] <";
    size_t end = span_find(line, span_of(before_level));
    size_t level = end + strlen(before_level);
    if (level + 1 >= line.length || !ascii_is_digit(line.bytes[level]) ||
        line.bytes[level + 1] != '>')
        return false;
    size_t start = end;
    while (start > 0 && (ascii_is_digit(line.bytes[start - 1]) || line.bytes[start - 1] == '.'))
        start--;
    return start > 0 && start < end && line.bytes[start - 1] == '[';
}

bool other_program_wrote(struct span line)
{
    static const char *const heads[] = {"[error] (vm:",
                                        "[warning] (vm:",
                                        "[error-duplicati",
                                        "[warning-duplicati",
                                        "error-duplicati",
                                        "duplicati.library",
                                        "userinformationexception",

                                        "v-79-",
                                        "veeam ",
                                        "acronis ",
                                        "macrium ",
                                        "restic ",
                                        "ignored error when processing",
                                        "[hyper-v-backup"};
    struct span rest = without_moment(line);
    if (is_of_unix(program_of_syslog(line)) || is_of_numbered_machine(rest) || is_of_go(rest))
        return true;
    for (size_t i = 0; i < COUNT_OF(heads); i++)
        if (span_starts_with_ignoring_case(rest, span_of(heads[i])))
            return true;
    return is_of_servicing(rest) || is_of_netbackup(line);
}
