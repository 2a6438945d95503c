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
#include "input/archive/sevenzip_decoder.h"
#include "input/archive/utf8_locale.h"
#include "input/archive/zip_decoder.h"

/* How often libarchive is asked for the header after a damaged tar header: it searches the next one
 * in steps of 512 bytes. The damaged one's member is lost. */
enum { HEADER_RETRY_COUNT = 1 << 20 };

static la_ssize_t read_packed(struct archive *archive, void *context, const void **bytes)
{
    struct archive_reader *reader = context;
    struct span block = archive_input_next_block(&reader->input);
    if (reader->content == CONTENT_CAB && reader->input.offset == 0)
        archive_rest_note_cab(&reader->rest, block);
    *bytes = block.bytes;
    const char *problem = archive_input_problem(&reader->input);
    if (problem != NULL) {
        archive_set_error(archive, EIO, "%s", problem);
        return -1;
    }
    return (la_ssize_t)block.length;
}

struct archive_reader *archive_reader_open(enum content_type content, struct byte_reader packed,
                                           const struct random_access *random_access,
                                           const struct limits *limits, struct fault *fault)
{
    struct archive_reader *reader = memory_allocate(1, sizeof *reader, fault);
    if (reader == NULL)
        return NULL;
    reader->content = content;
    reader->input.reader = packed;
    reader->limits = limits;
    reader->too_big = LIMIT_COUNT;
    reader->random_access = random_access;
    reader->archive = archive_read_new();
    reader->entry = archive_entry_new();
    bool done = reader->archive != NULL && reader->entry != NULL &&
                archive_format_enable(reader->archive, content);
    if (!done)
        fault_no_memory(fault);
    if (done && content == CONTENT_ZIP) {
        reader->directory = zip_directory_open(fault);
        done = reader->directory != NULL;
    }
    if (done && utf8_locale_open(&reader->utf8, fault))
        return reader;
    archive_reader_close(reader);
    return NULL;
}

void archive_reader_close(struct archive_reader *reader)
{
    if (reader == NULL)
        return;
    archive_read_free(reader->archive);
    zip_directory_close(reader->directory);
    archive_entry_free(reader->entry);
    utf8_locale_close(reader->utf8);
    spool_release(&reader->spool);
    memory_free(reader);
}

void archive_reader_note_problem(struct archive_reader *reader, char problem[PROBLEM_BYTES])
{
    const char *cause = archive_input_problem(&reader->input);
    if (cause != NULL)
        snprintf(problem, PROBLEM_BYTES, "%s", cause);
    else
        archive_format_problem(reader->archive, reader->content, problem, PROBLEM_BYTES);
}

static int open_7z(struct archive_reader *reader)
{
    struct sevenzip_needs needs;
    bool is_known = sevenzip_decoder_needs(&reader->seek_input.bytes, &needs);
    if (needs.decoder_bytes > reader->limits->max_decoder_bytes)
        reader->too_big = LIMIT_max_decoder_bytes;
    else if (!is_known)
        archive_set_error(reader->archive, EINVAL, "Damaged 7-Zip archive");
    else if (needs.members > reader->limits->max_members)
        reader->too_big = LIMIT_max_members;
    else
        return seek_input_open(&reader->seek_input, reader->archive);
    return ARCHIVE_FATAL;
}

static int open_input(struct archive_reader *reader)
{
    if (reader->content != CONTENT_7ZIP)
        return seek_input_open_archive(reader->archive, read_packed, reader);
    if (reader->random_access != NULL) {
        reader->seek_input.bytes = *reader->random_access;
        return open_7z(reader);
    }
    enum spool_result result =
        spool_fill(&reader->spool, reader->input.reader, reader->limits->max_held_bytes);
    if (result == SPOOL_TOO_BIG)
        reader->too_big = LIMIT_max_held_bytes;
    if (result != SPOOL_ALL)
        return ARCHIVE_FATAL;
    reader->seek_input.bytes = (struct random_access){-1, spool_span(&reader->spool)};
    return open_7z(reader);
}

static int open_archive(struct archive_reader *reader)
{
    reader->is_open = true;
    int result = open_input(reader);
    /* libarchive sets no error when it gets no memory on opening. */
    if (result < ARCHIVE_WARN && archive_error_string(reader->archive) == NULL)
        archive_set_error(reader->archive, ENOMEM, "out of memory");
    return result;
}

/* Sets the locale for this thread, during this call only. */
static int next_header(struct archive_reader *reader)
{
    locale_t before = reader->utf8 ? uselocale(reader->utf8) : (locale_t)0;
    int result = archive_read_next_header2(reader->archive, reader->entry);
    for (int i = 0; i < HEADER_RETRY_COUNT && result == ARCHIVE_RETRY; i++) {
        reader->has_lost_members = true;
        result = archive_read_next_header2(reader->archive, reader->entry);
    }
    if (reader->utf8)
        uselocale(before);
    return result;
}

/* True for a tar that was cut between two members, which libarchive takes for whole: it lacks the
 * mark of its end, two blocks of NULs. One is enough, as for tar itself. */
static bool lacks_end_mark(const struct archive_reader *reader)
{
    return reader->content == CONTENT_TAR && reader->input.has_no_more &&
           reader->input.zero_bytes < 512;
}

/* Returns what is wrong with an archive that has no more members, or NULL. */
static const char *problem_at_end(struct archive_reader *reader)
{
    if (lacks_end_mark(reader))
        return "damaged tar data: its end is missing";
    return reader->has_lost_members
               ? "damaged tar data: a header cannot be read, its member is lost"
               : NULL;
}

/* Records the member in the central directory. libarchive gives the position at which it began to
 * search for the member's header, and the end of the header. */
static bool note_in_directory(struct archive_reader *reader)
{
    if (reader->directory == NULL)
        return true;
    uint64_t start = (uint64_t)archive_read_header_position(reader->archive);
    uint64_t end = (uint64_t)archive_filter_bytes(reader->archive, 0);
    bool is_exact = archive_input_find(&reader->input, start, end, span_of("PK\3\4"), &start);
    struct zip_seen_entry seen = {
        .first = start,
        .last = is_exact ? start : end - ZIP_LOCAL_HEADER_BYTES,
        .has_size = archive_entry_size_is_set(reader->entry),
        .size_bytes = (uint64_t)archive_entry_size(reader->entry),
        .is_plain_file = archive_entry_filetype(reader->entry) == S_IFREG,
    };
    if (zip_directory_note_entry(reader->directory, &seen))
        return true;
    archive_set_error(reader->archive, ENOMEM, "out of memory");
    return false;
}

uint64_t archive_reader_position(const struct archive_reader *reader)
{
    return (uint64_t)archive_filter_bytes(reader->archive, -1);
}

uint64_t archive_reader_packed_bytes(const struct archive_reader *reader)
{
    if (reader->content != CONTENT_7ZIP)
        return archive_reader_position(reader) - reader->packed_bytes_before;
    return random_access_length(&reader->seek_input.bytes);
}

/* Fills `member` from its header, which libarchive gave with `result`. */
static void describe(struct archive_reader *reader, struct archive_member *member, int result)
{
    archive_member_describe(member, reader->archive, reader->entry);
    member->number = ++reader->member_count;
    if (reader->content == CONTENT_ZIP)
        member->decoder_bytes =
            zip_decoder_bytes(archive_format_name(reader->archive),
                              archive_input_ahead(&reader->input, (uint64_t)member->data_offset));
    if (result == ARCHIVE_WARN && archive_format_lost_attributes(reader->archive)) {
        archive_reader_note_problem(reader, reader->warning);
        member->warning = reader->warning;
    }
    member->lacks_name = !reader->utf8 && archive_entry_pathname(reader->entry) == NULL;
}

enum archive_reader_step archive_reader_next(struct archive_reader *reader,
                                             struct archive_member *member)
{
    reader->block = (struct span){0};
    reader->block_offset = 0;
    reader->position = 0;
    reader->is_member_exhausted = true;
    reader->member_problem[0] = '\0';
    int result = reader->is_open ? ARCHIVE_OK : open_archive(reader);
    if (reader->too_big != LIMIT_COUNT)
        return ARCHIVE_READER_TOO_BIG;
    if (!reader->is_exhausted && result >= ARCHIVE_WARN)
        result = next_header(reader);
    if (result == ARCHIVE_EOF) {
        const char *problem = problem_at_end(reader);
        if (problem != NULL)
            snprintf(reader->problem, sizeof reader->problem, "%s", problem);
        return problem != NULL ? ARCHIVE_READER_DAMAGED : ARCHIVE_READER_END;
    }
    bool has_member = !reader->is_exhausted && result >= ARCHIVE_WARN && result != ARCHIVE_RETRY;
    if (!has_member || !note_in_directory(reader)) {
        if (reader->problem[0] == '\0')
            archive_reader_note_problem(reader, reader->problem);
        reader->is_exhausted = true;
        memcpy(reader->member_problem, reader->problem, sizeof reader->problem);
        return ARCHIVE_READER_DAMAGED;
    }
    reader->is_member_exhausted = false;
    reader->packed_bytes_before =
        content_type_is_single(reader->content) ? 0 : archive_reader_position(reader);
    describe(reader, member, result);
    return ARCHIVE_READER_MEMBER;
}

bool archive_reader_rest(struct archive_reader *reader, struct byte_reader *rest)
{
    struct byte_reader after = {NULL, NULL, NULL};
    uint64_t position = archive_reader_position(reader);
    if (content_type_is_single(reader->content) && !reader->has_stream_ended)
        return false;
    switch (reader->content) {
    case CONTENT_7ZIP:
        return archive_rest_of_7z(&reader->rest, &reader->seek_input.bytes, rest);
    case CONTENT_CAB:
        after = archive_input_rest(&reader->input, position);
        return archive_rest_of_cab(&reader->rest, after, position, rest);
    case CONTENT_ZIP:
        after = reader->after_members;
        break;
    default:
        after = archive_input_rest(&reader->input, position);
    }
    return after.read != NULL && archive_rest_of(&reader->rest, after, rest);
}

bool archive_reader_next_missing(struct archive_reader *reader, struct span *name, const char **why)
{
    /* Without memory the list of members is incomplete, which is reported already. */
    if (reader->directory == NULL || archive_errno(reader->archive) == ENOMEM)
        return false;
    if (reader->after_members.read == NULL)
        reader->after_members =
            archive_input_rest(&reader->input, (uint64_t)archive_filter_bytes(reader->archive, 0));
    enum zip_directory_step step =
        zip_directory_next(reader->directory, reader->after_members, name, why);
    const char *problem = archive_input_problem(&reader->input);
    if (problem == NULL && step == ZIP_DIRECTORY_DAMAGED)
        problem = "damaged zip data: its table of contents is cut or damaged";
    if (step != ZIP_DIRECTORY_MISMATCH && reader->problem[0] == '\0' && problem != NULL)
        snprintf(reader->problem, sizeof reader->problem, "%s", problem);
    return step == ZIP_DIRECTORY_MISMATCH;
}

enum limit_id archive_reader_limit(const struct archive_reader *reader)
{
    return reader->too_big;
}

const char *archive_reader_problem(const struct archive_reader *reader)
{
    return reader->problem[0] ? reader->problem : NULL;
}
