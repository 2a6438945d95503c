#include "report/report.h"

const char *report_by_name(enum report_by by)
{
    static const char *const names[] = {"reason", "code", "host", "folder", "job"};
    return names[by];
}
