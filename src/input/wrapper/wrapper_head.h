/* What transports of logs put before a line: syslog and journal, containers. Each function takes it
 * off `text` and returns true, or leaves `text` as it is. */
#ifndef MARSIFT_INPUT_WRAPPER_WRAPPER_HEAD_H
#define MARSIFT_INPUT_WRAPPER_WRAPPER_HEAD_H

#include <stdbool.h>

#include "base/span.h"

/* RFC 3164 and 5424, with or without the priority, and what journalctl prints in its short forms:
 * "<14>Jul 21 03:00:05 HOST program[12]: ". */
bool wrapper_head_syslog(struct span *text, struct span *host);

/* "2024-07-21T03:00:05.123456789Z stdout F " of a container runtime, the time alone of docker logs
 * -t, and "name-1  | " of docker compose. */
bool wrapper_head_container(struct span *text);

/* {"log":"TEXT\n","stream":"stdout","time":"..."} of docker's log files: leaves TEXT, a JSON string
 * without its quotes. */
bool wrapper_head_json_log(struct span *text);

#endif
