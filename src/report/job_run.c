#include "report/job_run.h"

bool run_is_backup(const struct run *run)
{
    return run->job->kind == JOB_KIND_BACKUP && run->job->begun.is_seen;
}
