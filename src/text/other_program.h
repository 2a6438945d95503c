/* Recognises other programs that make backups, by the names that they print. */
#ifndef MARSIFT_TEXT_OTHER_PROGRAM_H
#define MARSIFT_TEXT_OTHER_PROGRAM_H

#include <stdbool.h>

#include "base/span.h"

/* True if the text names one. Its backups are none of Azure Backup or Windows Server Backup. */
bool other_program_is_named(struct span text);

/* True if the line begins as only lines of such a program do: "[ERROR] (VM:name)" of Hyper-V Backup
 * Utility, "[Error-Duplicati.Library...", "V-79-57344-..." of Backup Exec; a date may come first.
 * What Windows writes when it installs updates, CBS.log, counts as such, too. */
bool other_program_wrote(struct span line);

#endif
