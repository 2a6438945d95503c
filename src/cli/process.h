/* The stack, signals, standard descriptors and time zone of the process.
 *
 * SIGINT, SIGTERM and SIGHUP remove the unfinished output, print one line, and are raised again, so
 * that the parent sees the cause. A signal that was ignored at the start (nohup) stays ignored. A
 * closed pipe and a file that is too large are failed writes. */
#ifndef MARSIFT_CLI_PROCESS_H
#define MARSIFT_CLI_PROCESS_H

#include <stdbool.h>

#include "base/fault.h"

/* Makes sure that the stack may grow as the libraries need it: past its limit, a signal would end
 * the process. If it may not, prints that and returns false. Call it before anything else. */
bool process_has_stack(void);

/* Call once, before anything is opened. */
bool process_prepare(struct fault *fault);

#endif
