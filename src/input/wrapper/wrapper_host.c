#include "input/wrapper/wrapper_host.h"

#include <string.h>

#include "base/count_of.h"
#include "input/host_name.h"
#include "text/word_list.h"

static bool is_log_name(struct span name)
{
    static const char *const suffixes[] = {".errlog", ".log", ".txt", ".crash", ".csv", ".gz"};
    return word_list_end_of(suffixes, COUNT_OF(suffixes), name) > 0;
}

/* True for a path from the root, as lists of failed files have them. */
static bool is_absolute(struct span file)
{
    return file.length > 2 &&
           (file.bytes[1] == ':' || (file.bytes[0] == '\\' && file.bytes[1] == '\\'));
}

/* True for the names of the agent's own logs. */
static bool is_agent_name(struct span file)
{
    return span_ends_with_ignoring_case(file, span_of(".errlog")) ||
           span_find(file, span_of("LastBackupFailedFiles")) < file.length ||
           span_find(file, span_of("Backup_Error")) < file.length;
}

static struct span last_component(struct span file)
{
    size_t start = file.length;
    while (start > 0 && !span_is_path_separator(file.bytes[start - 1]))
        start--;
    return span_slice(file, start, file.length);
}

struct span wrapper_host_of_file(struct span file, bool trusts_folders)
{
    return host_name_of_place(trusts_folders ? file : last_component(file));
}

bool wrapper_host_is_heading(struct span line, struct span *file)
{
    struct span name = span_trim(line);
    size_t bracket = name.length;
    if (name.length > 0 && name.bytes[name.length - 1] == ')') { /* "FILE (3 hits)" */
        while (bracket > 0 && name.bytes[bracket - 1] != '(')
            bracket--;
        if (bracket > 0)
            name = span_trim(span_slice(name, 0, bracket - 1));
    }
    if (name.length > 1 && name.bytes[name.length - 1] == ':')
        name.length--;
    *file = name;
    for (size_t i = 0; i < name.length; i++)
        if (strchr("\"<>|*?\t,;", name.bytes[i]) != NULL)
            return false;
    return is_absolute(name) ? is_agent_name(name) : is_log_name(name);
}
