#include "verdict/restored_file.h"

#include "base/count_of.h"
#include "verdict/state_word.h"

bool restored_file_is_named(const struct event *event)
{
    static const char *const operations[] = {"BackupWrite", "restore", "recover"};
    bool is_failure = event->class == VERDICT_FAILED_FILE || event->class == VERDICT_OTHER_FAILURE;
    const struct span *fields = event->fields;
    for (size_t i = 0; is_failure && i < COUNT_OF(operations); i++)
        if (span_starts_with_ignoring_case(fields[FIELD_OPERATION], span_of(operations[i])))
            return true;
    return is_failure && fields[FIELD_OPERATION].length > 0 &&
           state_word_read_type(fields[FIELD_TYPE]) == STATED_RESTORE;
}
