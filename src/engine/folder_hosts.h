/* Names the hosts of logs by the event logs beside them, where no name around them does: an engine
 * log and a list do not name their server, but each event names its computer. */
#ifndef MARSIFT_ENGINE_FOLDER_HOSTS_H
#define MARSIFT_ENGINE_FOLDER_HOSTS_H

#include <stdbool.h>

#include "base/fault.h"
#include "engine/log_hosts.h"
#include "tally/tally.h"

/* Gives each log that has and names no host, after log_hosts_settle, the host that the event logs
 * in its folder name, else those in a folder around it, up to the input. Where they and the names
 * of the logs there stand for two hosts, it keeps none. False with the fault set. */
bool folder_hosts_settle(struct log_hosts *hosts, const struct tally *tally, struct fault *fault);

#endif
