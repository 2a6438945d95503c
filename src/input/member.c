#include "input/member.h"

#include <archive.h>
#include <archive_entry.h>
#include <sys/stat.h>

#include "input/stamp.h"

static const char *special_word(mode_t type)
{
    switch (type) {
    case S_IFCHR:
    case S_IFBLK:
        return "device";
    case S_IFIFO:
        return "pipe";
    case S_IFSOCK:
        return "socket";
    default:
        return "";
    }
}

void member_describe(struct member *member, struct archive *archive, struct archive_entry *entry)
{
    const char *name = archive_entry_pathname(entry);
    mode_t type = archive_entry_filetype(entry);
    *member = (struct member){.name = span_of(name ? name : "(name unreadable)"),
                              .detail = special_word(type),
                              .header_offset = -1,
                              .data_offset = archive_filter_bytes(archive, 0)};
    if (type == S_IFREG)
        member->header_offset = archive_read_header_position(archive);
    member->is_encrypted = archive_entry_is_encrypted(entry) > 0;
    if (archive_entry_mtime_is_set(entry))
        member->modified = stamp_of_seconds(archive_entry_mtime(entry));
    bool is_folder_by_name = member->name.length > 0 && archive_entry_size(entry) == 0 &&
                             member->name.bytes[member->name.length - 1] == '\\';
    if (archive_entry_hardlink(entry) != NULL || type == S_IFLNK)
        member->kind = MEMBER_LINK;
    else if (type == S_IFDIR || is_folder_by_name)
        member->kind = MEMBER_FOLDER;
    else if (member->detail[0] != '\0')
        member->kind = MEMBER_SPECIAL;
}
