#include "input/archive/archive_reader.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"
#include "input/archive/archive_format.h"
#include "input/archive/archive_private.h"
#include "input/archive/utf8_locale.h"

/* A damaged tar header costs the member it described; the next one is looked for at every 512 bytes
 * of what follows. */
enum { HEADER_RETRY_COUNT = 1 << 20 };

static la_ssize_t read_packed(struct archive *archive, void *context, const void **bytes)
{
    struct archive_reader *unpack = context;
    struct span block = archive_input_next_block(&unpack->packed);
    *bytes = block.bytes;
    const char *problem = archive_input_problem(&unpack->packed);
    if (problem != NULL) {
        archive_set_error(archive, EIO, "%s", problem);
        return -1;
    }
    return (la_ssize_t)block.length;
}

struct archive_reader *archive_reader_open(enum content_type content, struct byte_reader packed,
                                           const struct random_access *random_access,
                                           uint64_t max_held_bytes, struct fault *fault)
{
    struct archive_reader *unpack = memory_allocate(1, sizeof *unpack, fault);
    if (unpack == NULL)
        return NULL;
    unpack->content = content;
    unpack->packed.reader = packed;
    unpack->max_held_bytes = max_held_bytes;
    unpack->random_access = random_access;
    unpack->archive = archive_read_new();
    unpack->entry = archive_entry_new();
    bool done = unpack->archive != NULL && unpack->entry != NULL &&
                archive_format_enable(unpack->archive, content);
    if (!done)
        fault_no_memory(fault);
    if (done && content == CONTENT_ZIP) {
        unpack->table = zip_directory_open(fault);
        done = unpack->table != NULL;
    }
    if (done && utf8_locale_open(&unpack->utf8, fault))
        return unpack;
    archive_reader_close(unpack);
    return NULL;
}

void archive_reader_close(struct archive_reader *unpack)
{
    if (unpack == NULL)
        return;
    archive_read_free(unpack->archive);
    zip_directory_close(unpack->table);
    archive_entry_free(unpack->entry);
    utf8_locale_close(unpack->utf8);
    spool_release(&unpack->held);
    memory_free(unpack);
}

void archive_reader_note_problem(struct archive_reader *unpack, char problem[PROBLEM_BYTES])
{
    const char *cause = archive_input_problem(&unpack->packed);
    if (cause != NULL)
        snprintf(problem, PROBLEM_BYTES, "%s", cause);
    else
        archive_format_complaint(unpack->archive, unpack->content, problem, PROBLEM_BYTES);
}

static int open_without_complaint(struct archive_reader *unpack)
{
    if (unpack->content != CONTENT_7ZIP)
        return seek_input_open_archive(unpack->archive, read_packed, unpack);
    if (unpack->random_access != NULL) {
        unpack->seekable.bytes = *unpack->random_access;
        return seek_input_open(&unpack->seekable, unpack->archive);
    }
    enum spool_result result =
        spool_fill(&unpack->held, unpack->packed.reader, unpack->max_held_bytes);
    unpack->is_held_too_big = result == SPOOL_TOO_BIG;
    if (result != SPOOL_ALL)
        return ARCHIVE_FATAL;
    unpack->seekable.bytes = (struct random_access){-1, spool_span(&unpack->held)};
    return seek_input_open(&unpack->seekable, unpack->archive);
}

static int open_archive(struct archive_reader *unpack)
{
    unpack->is_open = true;
    int result = open_without_complaint(unpack);
    /* Of memory that was refused on opening, nobody says a word. */
    if (result < ARCHIVE_WARN && archive_error_string(unpack->archive) == NULL)
        archive_set_error(unpack->archive, ENOMEM, "out of memory");
    return result;
}

/* The locale is that of this thread, and for this call only. */
static int next_header(struct archive_reader *unpack)
{
    locale_t before = unpack->utf8 ? uselocale(unpack->utf8) : (locale_t)0;
    int result = archive_read_next_header2(unpack->archive, unpack->entry);
    for (int i = 0; i < HEADER_RETRY_COUNT && result == ARCHIVE_RETRY; i++) {
        unpack->has_lost_members = true;
        result = archive_read_next_header2(unpack->archive, unpack->entry);
    }
    if (unpack->utf8)
        uselocale(before);
    return result;
}

/* A tar that was cut between two members looks whole to libarchive: what is missing is the mark at
 * its end, two blocks of NULs. One is enough, as tar itself has it. */
static bool lacks_end_mark(const struct archive_reader *unpack)
{
    return unpack->content == CONTENT_TAR && unpack->packed.has_no_more &&
           unpack->packed.zero_bytes < 512;
}

/* What stands behind the mark, such as a second tar, libarchive leaves out without a word. */
static bool has_bytes_behind_end(struct archive_reader *unpack)
{
    struct byte_reader rest = archive_input_rest(&unpack->packed, archive_reader_position(unpack));
    return unpack->content == CONTENT_TAR && byte_reader_has_more_than_padding(rest);
}

/* What was wrong with an archive that gives no more members; NULL for nothing. */
static const char *complaint_at_end(struct archive_reader *unpack)
{
    if (lacks_end_mark(unpack))
        return "damaged tar data: its end is missing";
    if (unpack->has_lost_members)
        return "damaged tar data: a header cannot be read, its member is lost";
    return has_bytes_behind_end(unpack) ? "bytes after the end of the tar, which are not read"
                                        : NULL;
}

/* libarchive tells where it began to look for the member's header, and where that ends. */
static bool note_in_table(struct archive_reader *unpack)
{
    if (unpack->table == NULL)
        return true;
    uint64_t start = (uint64_t)archive_read_header_position(unpack->archive);
    uint64_t end = (uint64_t)archive_filter_bytes(unpack->archive, 0);
    bool is_exact = archive_input_find(&unpack->packed, start, end, span_of("PK\3\4"), &start);
    struct zip_seen_entry met = {
        .first = start,
        .last = is_exact ? start : end - ZIP_LOCAL_HEADER_BYTES,
        .has_size = archive_entry_size_is_set(unpack->entry),
        .size_bytes = (uint64_t)archive_entry_size(unpack->entry),
        .is_plain_file = archive_entry_filetype(unpack->entry) == S_IFREG,
    };
    if (zip_directory_note_member(unpack->table, &met))
        return true;
    archive_set_error(unpack->archive, ENOMEM, "out of memory");
    return false;
}

uint64_t archive_reader_position(const struct archive_reader *unpack)
{
    return (uint64_t)archive_filter_bytes(unpack->archive, -1);
}

uint64_t archive_reader_packed_bytes(const struct archive_reader *unpack)
{
    if (unpack->content != CONTENT_7ZIP)
        return archive_reader_position(unpack) - unpack->archive_input_before;
    return random_access_length(&unpack->seekable.bytes);
}

enum archive_reader_step archive_reader_next(struct archive_reader *unpack,
                                             struct archive_member *member)
{
    unpack->block = (struct span){0};
    unpack->block_offset = 0;
    unpack->position = 0;
    unpack->is_member_over = true;
    unpack->member_problem[0] = '\0';
    int result = unpack->is_open ? ARCHIVE_OK : open_archive(unpack);
    if (unpack->is_held_too_big)
        return ARCHIVE_READER_TOO_BIG;
    if (!unpack->is_over && result >= ARCHIVE_WARN)
        result = next_header(unpack);
    if (result == ARCHIVE_EOF) {
        const char *complaint = complaint_at_end(unpack);
        if (complaint != NULL)
            snprintf(unpack->problem, sizeof unpack->problem, "%s", complaint);
        return complaint != NULL ? ARCHIVE_READER_DAMAGED : ARCHIVE_READER_END;
    }
    bool has_member = !unpack->is_over && result >= ARCHIVE_WARN && result != ARCHIVE_RETRY;
    if (!has_member || !note_in_table(unpack)) {
        if (unpack->problem[0] == '\0')
            archive_reader_note_problem(unpack, unpack->problem);
        unpack->is_over = true;
        memcpy(unpack->member_problem, unpack->problem, sizeof unpack->problem);
        return ARCHIVE_READER_DAMAGED;
    }
    unpack->is_member_over = false;
    unpack->archive_input_before =
        content_type_is_compressed(unpack->content) ? 0 : archive_reader_position(unpack);
    archive_member_describe(member, unpack->archive, unpack->entry);
    member->number = ++unpack->member_count;
    if (result == ARCHIVE_WARN && archive_format_lost_attributes(unpack->archive)) {
        archive_reader_note_problem(unpack, unpack->warning);
        member->warning = unpack->warning;
    }
    member->lacks_name = !unpack->utf8 && archive_entry_pathname(unpack->entry) == NULL;
    return ARCHIVE_READER_MEMBER;
}

bool archive_reader_next_missing(struct archive_reader *unpack, struct span *name, const char **why)
{
    /* Without memory nobody knows which members there were, and that is told already. */
    if (unpack->table == NULL || archive_errno(unpack->archive) == ENOMEM)
        return false;
    if (unpack->rest.read == NULL)
        unpack->rest =
            archive_input_rest(&unpack->packed, (uint64_t)archive_filter_bytes(unpack->archive, 0));
    enum zip_directory_step step = zip_directory_next(unpack->table, unpack->rest, name, why);
    const char *problem = archive_input_problem(&unpack->packed);
    if (problem == NULL && step == ZIP_DIRECTORY_DAMAGED)
        problem = "damaged zip data: its table of contents is cut or damaged";
    else if (problem == NULL && step == ZIP_DIRECTORY_FOLLOWED)
        problem = "bytes after the end of the zip, which are not read";
    if (step != ZIP_DIRECTORY_MISMATCH && unpack->problem[0] == '\0' && problem != NULL)
        snprintf(unpack->problem, sizeof unpack->problem, "%s", problem);
    return step == ZIP_DIRECTORY_MISMATCH;
}

const char *archive_reader_problem(const struct archive_reader *unpack)
{
    return unpack->problem[0] ? unpack->problem : NULL;
}
