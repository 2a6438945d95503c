#include "input/archive/archive_member.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdio.h>
#include <sys/stat.h>

#include "base/datetime.h"

const char *archive_member_refusal_of_kind(mode_t mode)
{
    switch (mode & S_IFMT) {
    case S_IFLNK:
        return "a link, not followed";
    case S_IFCHR:
    case S_IFBLK:
        return "a device, not read";
    case S_IFIFO:
        return "a pipe, not read";
    case S_IFSOCK:
        return "a socket, not read";
    default:
        return NULL;
    }
}

static const char *refusal_of(struct archive_entry *entry)
{
    if (archive_entry_hardlink(entry) != NULL)
        return archive_member_refusal_of_kind(S_IFLNK);
    const char *refusal = archive_member_refusal_of_kind(archive_entry_filetype(entry));
    bool is_encrypted = archive_entry_is_encrypted(entry) > 0;
    return refusal == NULL && is_encrypted ? "encrypted, cannot be read" : refusal;
}

/* True if unpacking the member under its name would write outside of the current folder: "/x",
 * "C:\x", "a/../../x". */
static bool has_path_traversal(struct span name)
{
    bool has_drive = name.length > 1 && name.bytes[1] == ':';
    if (has_drive || (name.length > 0 && span_is_path_separator(name.bytes[0])))
        return true;
    for (size_t start = 0; start < name.length;) {
        size_t end = start;
        while (end < name.length && !span_is_path_separator(name.bytes[end]))
            end++;
        if (span_equals(span_slice(name, start, end), span_of("..")))
            return true;
        start = end + 1;
    }
    return false;
}

void archive_member_describe(struct archive_member *member, struct archive *archive,
                             struct archive_entry *entry)
{
    const char *name = archive_entry_pathname(entry);
    mode_t type = archive_entry_filetype(entry);
    *member = (struct archive_member){.name = span_of(name ? name : "(name unreadable)"),
                                      .header_offset = -1,
                                      .data_offset = archive_filter_bytes(archive, 0)};
    if (type == S_IFREG)
        member->header_offset = archive_read_header_position(archive);
    if (archive_entry_mtime_is_set(entry))
        member->modified = datetime_of_unix(archive_entry_mtime(entry));
    bool is_folder_by_name = member->name.length > 0 && archive_entry_size(entry) == 0 &&
                             member->name.bytes[member->name.length - 1] == '\\';
    bool is_link = type == S_IFLNK || archive_entry_hardlink(entry) != NULL;
    member->is_folder = type == S_IFDIR || (is_folder_by_name && !is_link);
    member->refusal = member->is_folder ? NULL : refusal_of(entry);
    member->has_path_traversal = !member->is_folder && has_path_traversal(member->name);
}

struct span archive_member_name(const struct archive_member *member,
                                char unnamed[ARCHIVE_MEMBER_UNNAMED_BYTES])
{
    if (member->name.length > 0)
        return member->name;
    snprintf(unnamed, ARCHIVE_MEMBER_UNNAMED_BYTES, "(unnamed member %llu)",
             (unsigned long long)member->number);
    return span_of(unnamed);
}
