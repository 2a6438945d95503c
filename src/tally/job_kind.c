#include "tally/job_kind.h"

bool job_kind_is_backup(enum job_kind kind)
{
    return kind != JOB_KIND_RESTORE && kind != JOB_KIND_MANAGEMENT;
}

const char *job_kind_word(enum job_kind kind)
{
    static const char *const words[] = {
#define JOB_KIND_WORD(id, word) [JOB_KIND_##id] = word,
        JOB_KINDS(JOB_KIND_WORD)
#undef JOB_KIND_WORD
    };
    return words[kind];
}
