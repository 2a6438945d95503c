#include "report/report.h"

const char *report_by_name(enum report_by by)
{
    static const char *const names[] = {"reason", "code", "host", "folder", "job"};
    return names[by];
}

const char *report_host_state_word(enum host_state state)
{
    static const char *const words[] = {
#define HOST_STATE_WORD(id, word) word,
        HOST_STATES(HOST_STATE_WORD)
#undef HOST_STATE_WORD
    };
    return words[state];
}
