#include "report/job_run.h"

bool job_run_is_backup(const struct job_run *run)
{
    return run->job->kind == JOB_KIND_BACKUP && job_has_begun(run->job);
}

bool job_run_is_any_backup(const struct job_run *run)
{
    return run->shown.part_of.length == 0 && run->shown.name.length > 0 &&
           job_kind_is_backup(run->shown.kind);
}

bool job_run_may_have_list(const struct job_run *run)
{
    return (run->job->kind == JOB_KIND_BACKUP || run->job->kind == JOB_KIND_ENGINE) &&
           run->shown.name.length > 0;
}
