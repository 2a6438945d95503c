#include "support/bundle.h"

#include <archive.h>
#include <archive_entry.h>
#include <criterion/criterion.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static la_ssize_t append(struct archive *archive, void *context, const void *bytes, size_t length)
{
    (void)archive;
    return buffer_append(context, (struct span){bytes, length}, NULL) ? (la_ssize_t)length : -1;
}

static void write_member(struct archive *archive, const struct bundle_member *member)
{
    struct archive_entry *entry = archive_entry_new();
    archive_entry_set_pathname(entry, member->name);
    archive_entry_set_filetype(entry, member->link ? AE_IFLNK : AE_IFREG);
    if (member->link)
        archive_entry_set_symlink(entry, member->link);
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_mtime(entry, 1596546989, 0);
    archive_entry_set_size(entry, member->link ? 0 : (la_int64_t)member->content.length);
    cr_assert(archive_write_header(archive, entry) == ARCHIVE_OK, "%s: %s", member->name,
              archive_error_string(archive));
    if (!member->link && member->content.length > 0)
        cr_assert(archive_write_data(archive, member->content.bytes, member->content.length) ==
                  (la_ssize_t)member->content.length);
    archive_entry_free(entry);
}

struct buffer bundle_make(const char *format, const char *filter,
                          const struct bundle_member *members, size_t count)
{
    struct buffer out = {0};
    struct archive *archive = archive_write_new();
    cr_assert(archive_write_set_format_by_name(archive, format) == ARCHIVE_OK);
    if (filter[0])
        cr_assert(archive_write_add_filter_by_name(archive, filter) == ARCHIVE_OK);
    archive_write_set_bytes_per_block(archive, 0);
    cr_assert(archive_write_open(archive, &out, NULL, append, NULL) == ARCHIVE_OK);
    locale_t utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    locale_t before = uselocale(utf8);
    for (size_t i = 0; i < count; i++)
        write_member(archive, &members[i]);
    cr_assert(archive_write_close(archive) == ARCHIVE_OK);
    uselocale(before);
    freelocale(utf8);
    archive_write_free(archive);
    return out;
}

struct buffer bundle_gzip(struct span content)
{
    struct bundle_member member = {"data", content, NULL};
    return bundle_make("raw", "gzip", &member, 1);
}

struct span bundle_long_text(void)
{
    static char text[700 * 1000];
    size_t length = 0;
    for (uint32_t i = 0; length < sizeof text - 64; i++)
        length += (size_t)snprintf(text + length, 64, "line %u of %u\n", i, i * 2654435761u);
    return (struct span){text, length};
}

const char *bundle_write(const char *name, struct span content)
{
    static char path[512];
    snprintf(path, sizeof path, "build/scratch/%d/%s", (int)getpid(), name);
    for (char *slash = path; (slash = strchr(slash, '/')) != NULL; slash++) {
        *slash = '\0';
        mkdir(path, 0755);
        *slash = '/';
    }
    FILE *file = fopen(path, "wb");
    cr_assert(file != NULL, "%s", path);
    if (content.length > 0)
        cr_assert(fwrite(content.bytes, content.length, 1, file) == 1);
    cr_assert(fclose(file) == 0);
    return path;
}
