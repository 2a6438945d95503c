#include "input/host_name.h"

#include <stddef.h>

#include "base/ascii.h"

/* Folders made by collectors and by the agents themselves (from the support bundles of Microsoft's
 * collectors and the install folders of MARS, MABS and DPM). Compared without case. */
static const char *const collector_names[] = {
    "Agent",
    "Bin",
    "CBENGINE_Error_Logs",
    "CBEngine",
    "Crash",
    "DPM",
    "DPM_Data",
    "DPM_Error_Logs",
    "Documents and Settings",
    "Error_Logs",
    "events",
    "Log",
    "Logs",
    "MARS",
    "MARSAgent",
    "Microsoft Azure Backup",
    "Microsoft Azure Backup Server",
    "Microsoft Azure Recovery Service Agent",
    "Microsoft Azure Recovery Services Agent",
    "Microsoft Data Protection Manager",
    "Microsoft System Center",
    "OBInstaller",
    "Azure Backup logs",
    "Program Files",
    "Program Files (x86)",
    "ProgramData",
    "Scratch",
    "System32",
    "Temp",
    "tmp",
    "Users",
    "WABDiag",
    "Windows",
    "WindowsServerBackup",
};

static const char *const archive_suffixes[] = {
    ".zip", ".tar", ".tgz", ".txz", ".tbz", ".tbz2", ".tzst",
    ".gz",  ".xz",  ".bz2", ".zst", ".lz4", ".7z",   ".cab",
};

static const char *const collector_suffixes[] = {
    "_DPM_Error_Logs",
    "_CBENGINE_Error_Logs",
    "_logs",
};

#define COUNT_OF(list) (sizeof(list) / sizeof *(list))

static bool cut_suffix(struct span *name, const char *const suffixes[], size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct span suffix = span_of(suffixes[i]);
        if (span_ends_with_ignoring_case(*name, suffix)) {
            name->length -= suffix.length;
            return true;
        }
    }
    return false;
}

static bool is_drive(struct span name)
{
    bool is_letter = name.length > 0 && ascii_is_letter(name.bytes[0]);
    return is_letter && (name.length == 1 ||
                         (name.length == 2 && (name.bytes[1] == ':' || name.bytes[1] == '$')));
}

/* True for a folder of one day or moment (2020-07-21, 20200721, 20200721_1530): 8, 12 or 14 digits
 * and separators only. */
static bool is_date(struct span name)
{
    size_t digits = 0;
    for (size_t i = 0; i < name.length; i++) {
        bool is_digit = ascii_is_digit(name.bytes[i]);
        bool is_mark = name.bytes[i] == '-' || name.bytes[i] == '_' || name.bytes[i] == '.';
        if (!is_digit && !is_mark)
            return false;
        digits += is_digit;
    }
    return digits == 8 || digits == 12 || digits == 14;
}

/* True for a mail, which may be from anybody. */
static bool is_mail(struct span name)
{
    return span_ends_with_ignoring_case(name, span_of(".eml"));
}

static bool is_host(struct span name)
{
    static const char *const non_hosts[] = {"", ".", "..", "-"};
    for (size_t i = 0; i < COUNT_OF(non_hosts); i++)
        if (span_equals(name, span_of(non_hosts[i])))
            return false;
    for (size_t i = 0; i < COUNT_OF(collector_names); i++)
        if (span_equals_ignoring_case(name, span_of(collector_names[i])))
            return false;
    return !is_drive(name) && !is_date(name) && !is_mail(name);
}

/* Removes and returns the last component of `place`. */
static struct span pop_last(struct span *place)
{
    size_t start = place->length;
    while (start > 0 && !span_is_path_separator(place->bytes[start - 1]))
        start--;
    struct span last = span_slice(*place, start, place->length);
    place->length = start > 0 ? start - 1 : 0;
    return last;
}

struct span host_name_of_place(struct span place)
{
    pop_last(&place);
    while (place.length > 0) {
        struct span name = pop_last(&place);
        while (cut_suffix(&name, archive_suffixes, COUNT_OF(archive_suffixes)))
            continue;
        if (!is_host(name)) /* before a suffix is cut: no server is called CBENGINE_Error */
            continue;
        cut_suffix(&name, collector_suffixes, COUNT_OF(collector_suffixes));
        if (is_host(name))
            return name;
    }
    return (struct span){0};
}
