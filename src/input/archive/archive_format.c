#include "input/archive/archive_format.h"

#include <archive.h>
#include <errno.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "base/count_of.h"
#include "base/memory.h"

static const struct archive_format {
    enum content_type content;
    const char *name;
    int (*support)(struct archive *archive);
} formats[] = {
    {CONTENT_XZ, "xz", archive_read_support_filter_xz},
    {CONTENT_BZIP2, "bzip2", archive_read_support_filter_bzip2},
    {CONTENT_ZSTD, "zstd", archive_read_support_filter_zstd},
    {CONTENT_LZ4, "lz4", archive_read_support_filter_lz4},
    {CONTENT_LZIP, "lzip", archive_read_support_filter_lzip},
    /* Streamed even where seeking is possible, so that a zip reads the same from a file and a pipe.
     */
    {CONTENT_ZIP, "zip", archive_read_support_format_zip_streamable},
    {CONTENT_7ZIP, "7z", archive_read_support_format_7zip},
    {CONTENT_CAB, "cab", archive_read_support_format_cab},
    {CONTENT_TAR, "tar", archive_read_support_format_tar},
};

static const struct archive_format *find(enum content_type content)
{
    size_t i = 0;
    while (i + 1 < COUNT_OF(formats) && formats[i].content != content)
        i++;
    return &formats[i];
}

/* Enables only what was detected: libarchive has formats that mistake any text for an archive. */
bool archive_format_enable(struct archive *archive, enum content_type content)
{
    return find(content)->support(archive) >= ARCHIVE_WARN &&
           (!content_type_is_single(content) ||
            archive_read_support_format_raw(archive) >= ARCHIVE_WARN);
}

const char *archive_format_word(enum content_type content)
{
    return content == CONTENT_GZIP ? "gzip" : find(content)->name;
}

/* True if memory is the reason for the last error. When bzip2 gets none for a block, libarchive
 * reports damage. */
static bool is_out_of_memory(struct archive *archive, enum content_type content)
{
    enum { BZIP2_BLOCK_BYTES = 4 * 900 * 1000 };
    return archive_errno(archive) == ENOMEM ||
           (content == CONTENT_BZIP2 && !memory_is_available(BZIP2_BLOCK_BYTES));
}

/* Lets only ASCII through: libarchive quotes bytes of the input in its messages. */
void archive_format_problem(struct archive *archive, enum content_type content, char *sentence,
                            size_t capacity)
{
    const char *why = archive_error_string(archive);
    if (is_out_of_memory(archive, content))
        snprintf(sentence, capacity, "not enough memory to unpack %s data",
                 archive_format_word(content));
    else
        snprintf(sentence, capacity, "damaged %s data: %s", archive_format_word(content),
                 why ? why : "it ends too early");
    for (char *at = sentence; *at != '\0'; at++)
        if ((unsigned char)*at < 0x20 || (unsigned char)*at > 0x7E)
            *at = '?';
}

/* Other warnings are about names in code pages, which display_name decodes. */
bool archive_format_lost_attributes(struct archive *archive)
{
    const char *why = archive_error_string(archive);
    return why != NULL && strstr(why, "pax extended attribute") != NULL;
}
