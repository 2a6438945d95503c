#include "diagnosis/report.h"

const char *severity_name(enum severity severity)
{
    static const char *const names[] = {"information", "warning", "error"};
    return names[severity];
}

const char *job_state_name(enum job_state state)
{
    static const char *const names[] = {"unknown", "succeeded", "warnings", "failed", "running"};
    return names[state];
}

const char *report_by_name(enum report_by by)
{
    static const char *const names[] = {"reason", "code", "host", "folder", "job"};
    return names[by];
}

const char *explanation_kind_name(enum explanation_kind kind)
{
    static const char *const names[] = {"unknown", "hresult", "agent-error", "topic"};
    return names[kind];
}

bool books_balance(const struct books *books)
{
    uint64_t sum = 0;
    for (size_t class = 0; class < VERDICT_CLASS_COUNT; class ++)
        sum += books->by_class[class];
    return sum == books->lines;
}
