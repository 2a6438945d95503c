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
           (ascii_is_digit(line.bytes[at]) || strchr(" \t>|*/.:,+-TZ", line.bytes[at]) != NULL))
        at++;
    return span_slice(line, at, line.length);
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
                                        "[hyper-v-backup"};
    struct span rest = without_moment(line);
    for (size_t i = 0; i < COUNT_OF(heads); i++)
        if (span_starts_with_ignoring_case(rest, span_of(heads[i])))
            return true;
    return false;
}
