/* Finds commands for a prompt in sentences ("Run vssadmin list writers and ..."), so that they are
 * not broken over two lines. */
#ifndef MARSIFT_TEXT_COMMAND_TEXT_H
#define MARSIFT_TEXT_COMMAND_TEXT_H

#include <stddef.h>

#include "base/span.h"

/* If a command begins at `start`, a program of Windows, a cmdlet or marsift itself, returns where
 * its last word begins: the verbs that the program takes, switches, drives and a quoted argument
 * belong to it, each after one blank. Returns `start` where there is no command, or one of a single
 * word. */
size_t command_text_last_word(struct span text, size_t start);

#endif
