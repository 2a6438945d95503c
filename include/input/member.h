/* One member of an archive, as libarchive sees it. */
#ifndef MARSIFT_INPUT_MEMBER_H
#define MARSIFT_INPUT_MEMBER_H

#include <stdbool.h>

#include "base/moment.h"
#include "base/span.h"

struct archive_entry;

enum member_kind { MEMBER_FILE, MEMBER_FOLDER, MEMBER_LINK, MEMBER_SPECIAL };

/* One member of an archive, lent until the next one is asked for. */
struct member {
    enum member_kind kind;
    struct span name;       /* as the archive has it: any bytes, "/" or "\" between folders */
    const char *detail;     /* what is special about it: "device", "pipe", "socket", else "" */
    struct moment modified; /* unset when the archive does not say */
    bool is_encrypted;
};

/* What `entry`, the header of a member, says. Lent by `entry`. */
void member_describe(struct member *member, struct archive_entry *entry);

#endif
