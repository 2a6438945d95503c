#include "text/folder_list.h"

#include "base/ascii.h"
#include "text/wildcard.h"

enum { DRIVE_BYTES = 2 };

bool folder_contains(struct span folder, struct span path)
{
    if (!span_starts_with_ignoring_case(path, folder))
        return false;
    bool ends_with_separator = folder.length > 0 && folder.bytes[folder.length - 1] == '\\';
    return ends_with_separator || path.length == folder.length || path.bytes[folder.length] == '\\';
}

static bool is_dots(struct span name)
{
    return span_equals(name, span_of(".")) || span_equals(name, span_of(".."));
}

bool folder_is_on_drive(struct span folded)
{
    if (folded.length <= DRIVE_BYTES + 1 || !ascii_is_letter(folded.bytes[0]) ||
        folded.bytes[1] != ':' || folded.bytes[DRIVE_BYTES] != '\\')
        return false;
    for (size_t start = DRIVE_BYTES + 1; start <= folded.length;) {
        struct span rest = span_slice(folded, start, folded.length);
        struct span name = span_slice(rest, 0, span_find_byte(rest, '\\'));
        if (is_dots(name))
            return false;
        start += name.length + 1;
    }
    return true;
}

static struct span without_root(struct span path, size_t root)
{
    return span_slice(path, root, path.length);
}

bool folder_list_contains(const struct folder_list *list, struct span path)
{
    size_t root = wildcard_root_length(path);
    bool is_by_guid = root > DRIVE_BYTES;
    for (size_t i = 0; i < list->count; i++) {
        struct span folder = list->folders[i];
        if (is_by_guid
                ? folder_contains(without_root(folder, DRIVE_BYTES), without_root(path, root))
                : folder_contains(folder, path))
            return true;
    }
    return false;
}
