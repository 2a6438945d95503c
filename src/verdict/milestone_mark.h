/* What a milestone says of its job. */
#ifndef MARSIFT_VERDICT_MILESTONE_MARK_H
#define MARSIFT_VERDICT_MILESTONE_MARK_H

enum milestone_mark {
    MARK_NONE,      /* the record is no milestone */
    MARK_START,     /* start of `phase`; as an event, of the job */
    MARK_END,       /* end of `phase` */
    MARK_SUCCEEDED, /* end of the job; so are the next two */
    MARK_WARNINGS,
    MARK_FAILED,
    MARK_BROKEN,      /* a failure in the module that logs the phases, in place of an end */
    MARK_NOT_STARTED, /* a scheduled job failed before it started: only as an event */
    MARK_OTHER        /* an unknown step */
};

#endif
