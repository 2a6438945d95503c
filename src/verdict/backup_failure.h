/* Tells from a failure whether it is one of backups or snapshots, and statements of failures from
 * texts that explain or handle them. */
#ifndef MARSIFT_VERDICT_BACKUP_FAILURE_H
#define MARSIFT_VERDICT_BACKUP_FAILURE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/span.h"

/* True if `text` names what makes backups or snapshots, as people or as programs do: "Volume Shadow
 * Copy", "wbadmin", CreateVssBackupComponents. */
bool backup_failure_names_maker(struct span text);

/* True if `text` has the word for backups in any language: weaker evidence. */
bool backup_failure_mentions_backup(struct span text);

/* True if `text` names DPM or what only DPM calls so, in several languages: replicas, recovery
 * points, protection groups. */
bool backup_failure_is_of_dpm(struct span text);

/* True for a code that only VSS, Windows Server Backup, DPM and the agent return. */
bool backup_failure_has_code(uint32_t code);

/* True if the line says that something failed. */
bool backup_failure_is_said(struct span line);

/* True if the line speaks about a failure that may happen or has been mended, as manuals and lists
 * of changes do: "If the backup fails with 0x80070005, ...", a row of a table of codes. `code` is
 * the part of `line` that holds the code; empty: none. */
bool backup_failure_is_explained(struct span line, struct span code);

#endif
