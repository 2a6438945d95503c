#include "verdict/foreign_event.h"

#include "base/count_of.h"
#include "text/other_program.h"
#include "text/word_search.h"
#include "verdict/backup_failure.h"

/* In the names of sources whose trouble may be a backup's, whatever they say: file systems, drivers
 * of storage, what databases have for backups, and what starts services. Databases, clusters, file
 * services and tasks have other trouble: only their words tell. */
static bool is_near_backups(struct span provider)
{
    static const char *const parts[] = {
        "backup", "vss",      "volsnap",  "shadow",      "ntfs",          "refs",
        "fat",    "disk",     "vol",      "partmgr",     "stor",          "scsi",
        "sas",    "raid",     "mpio",     "nvme",        "ahci",          "dpm",
        "mabs",   "azure",    "recovery", "sqlagent",    "sqlvdi",        "sqlwriter",
        "dedup",  "chkdsk",   "wininit",  "eventsystem", "filtermanager", "service control manager",
        "com+",   "eventlog", "wbengine", "cbengine",    "obengine",      "fltmgr",
        "usb",    "kernel-io"};
    return word_search_contains_any(provider, parts, COUNT_OF(parts));
}

/* True for words about backups or about what backups read and write. */
static bool speaks_of_backups(struct span words)
{
    static const char *const parts[] = {
        "volum",        "disk",       "writer",     "shadow",        "snapshot",
        "cbengine",     "wbengine",   "vssvc",      "azure backup",  "recovery services",
        "onlinebackup", "checkpoint", "freeze",     "backupvirtual", "ボリューム",
        "ディスク",     "シャドウ",   "datenträger"};
    return backup_failure_mentions_backup(words) || backup_failure_names_maker(words) ||
           word_search_contains_any(words, parts, COUNT_OF(parts));
}

/* True if what Windows tells of a service or a driver is about one that a backup needs: those of
 * the agent, of DPM, of Windows Server Backup and of VSS, and what these depend on. */
static bool names_needed_service(struct span words)
{
    static const char *const names[] = {"vss",
                                        "dpm",
                                        "mabs",
                                        "event system",
                                        "イベント システム",
                                        "system application",
                                        "vmms",
                                        "task sched",
                                        "sqlagent",
                                        "sicherungsmodul",
                                        "ereignissystem",
                                        "cryptographic",
                                        "vhdmp",
                                        "fltmgr",
                                        "filter man",
                                        "virtual machine m"};
    return !other_program_is_named(words) &&
           (speaks_of_backups(words) || word_search_contains_any(words, names, COUNT_OF(names)));
}

/* True for what starts and stops all services. */
static bool is_of_service_control(const struct event *event)
{
    return word_search_contains(event->fields[FIELD_PROVIDER], span_of("Service Control Manager"));
}

bool foreign_event_is(const struct event *event)
{
    struct span provider = span_trim(event->fields[FIELD_PROVIDER]);
    struct span message = event->fields[FIELD_MESSAGE];
    bool has_name = span_find_byte(message, '<') == message.length; /* and no placeholder of it */
    if (is_of_service_control(event) && message.length > 0)
        return has_name && !names_needed_service(message);
    if (provider.length == 0 || event->fields[FIELD_STATE].length > 0)
        return false;
    return other_program_is_named(provider) ||
           (!is_near_backups(provider) && !speaks_of_backups(message));
}

enum verdict_class foreign_event_class(const struct event *event)
{
    if (is_of_service_control(event))
        return VERDICT_NOISE;
    if (event->fields[FIELD_LEVEL].length == 0)
        return VERDICT_UNPARSED;
    return event->class == VERDICT_OTHER_FAILURE ? VERDICT_OTHER_FAILURE : VERDICT_NOISE;
}

bool foreign_event_is_line(const struct event *event, bool has_code, uint32_t code)
{
    struct span line = span_slice(event->text, 0, span_find_byte(event->text, '\n'));
    return event->fields[FIELD_JOB].length == 0 && event->fields[FIELD_PROVIDER].length == 0 &&
           other_program_wrote(line) && !(has_code && backup_failure_has_code(code)) &&
           !backup_failure_names_maker(event->text);
}
