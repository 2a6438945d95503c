/* The exit statuses, in the words of --help. */
#ifndef MARSIFT_CLI_EXIT_STATUS_H
#define MARSIFT_CLI_EXIT_STATUS_H

#define EXIT_STATUSES(STATUS)                                                                      \
    STATUS(EXIT_DONE, 0, "done")                                                                   \
    STATUS(EXIT_OTHER_FAILURE, 1, "other failure")                                                 \
    STATUS(EXIT_USAGE, 2, "usage")                                                                 \
    STATUS(EXIT_CONDITION, 3, "a --fail-on condition holds")                                       \
    STATUS(EXIT_INCOMPLETE, 4, "some input was damaged, cut or no log")                            \
    STATUS(EXIT_NOT_WRITTEN, 5, "output could not be written")

/* Of those that a run deserves, 2, 1, 5, 3 and 4 hide the others, in this order. */
enum exit_status {
#define EXIT_STATUS(id, number, meaning) id = number,
    EXIT_STATUSES(EXIT_STATUS)
#undef EXIT_STATUS
};

#endif
