/* The process among others: its signals, its standard descriptors and its time zone.
 *
 * SIGINT, SIGTERM and SIGHUP: one line is said, the unfinished output is removed, and the signal
 * then ends the process, so that the one that started it sees why. One that was ignored before
 * (nohup) stays so. A closed pipe and a file that grew too large show as failed writes. */
#ifndef MARSIFT_CLI_POSIX_PROCESS_H
#define MARSIFT_CLI_POSIX_PROCESS_H

#include <stdbool.h>

#include "base/fault.h"

/* To be called once, before anything is opened. */
bool process_prepare(struct fault *fault);

#endif
