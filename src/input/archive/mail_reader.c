#include "input/archive/mail_reader.h"

#include <string.h>

#include "base/memory.h"
#include "input/archive/mail_body.h"
#include "input/archive/mail_subject.h"

enum {
    BUFFER_BYTES = 64 * 1024,
    MAX_HEAD_BYTES = 16 * 1024,
    MAX_SUBJECT_BYTES = 2048,
    MAX_BOUNDARY_BYTES = 200, /* the RFC allows 70 */
    MAX_LEVELS = 8,
    FEWEST_FIELDS = 2,
    /* A plain text of fewer bytes says only that the reader should look at another part. */
    FEWEST_TEXT_BYTES = 64
};

/* Parts in a part. */
struct level {
    char boundary[MAX_BOUNDARY_BYTES];
    size_t length;
    bool is_alternative;
    bool has_text; /* a plain text was read: other parts say the same */
};

struct mail_reader {
    struct byte_reader packed;
    uint64_t packed_bytes;
    bool is_at_end;
    bool is_started;
    bool begins_line; /* the next piece is at the start of a line */
    bool is_in_part;
    bool is_at_head; /* the head of a part comes next */
    struct level levels[MAX_LEVELS];
    size_t level_count;
    uint64_t part_count;
    uint64_t part_bytes; /* of the current part, decoded */
    struct mail_head head;
    struct mail_body body;
    size_t start; /* of what is in `buffer` and was not read yet */
    size_t end;
    size_t decoded_start;
    size_t decoded_end;
    size_t subject_length; /* of the mail's subject, which begins its text */
    char subject[MAX_SUBJECT_BYTES];
    size_t head_length;
    char head_text[MAX_HEAD_BYTES];
    char buffer[BUFFER_BYTES];
    char decoded[BUFFER_BYTES];
};

bool mail_reader_recognises(struct span head, bool *has_parts)
{
    struct mail_head mail;
    size_t end = span_find(head, span_of("\n\n"));
    size_t end_of_dos = span_find(head, span_of("\n\r\n"));
    end = end < end_of_dos ? end : end_of_dos;
    bool is_cut = end == head.length;
    while (is_cut && end > 0 && head.bytes[end - 1] != '\n') /* the last field may be torn */
        end--;
    if (!mail_head_read(span_slice(head, 0, end), &mail) || mail.field_count < FEWEST_FIELDS)
        return false;
    bool may_have_parts = is_cut && mail.was_sent;
    *has_parts = mail.is_multipart || may_have_parts;
    return *has_parts || mail.encoding != MAIL_PLAIN;
}

struct mail_reader *mail_reader_open(struct byte_reader packed, struct fault *fault)
{
    struct mail_reader *reader = memory_allocate(1, sizeof *reader, fault);
    if (reader != NULL)
        reader->packed = packed;
    return reader;
}

void mail_reader_close(struct mail_reader *reader)
{
    memory_free(reader);
}

uint64_t mail_reader_packed_bytes(const struct mail_reader *reader)
{
    return reader->packed_bytes;
}

const char *mail_reader_problem(const struct mail_reader *reader)
{
    const char *problem = reader->packed.problem(reader->packed.context);
    bool is_torn = reader->is_at_end && reader->start == reader->end && reader->level_count > 0;
    return problem == NULL && is_torn ? "the mail ends before its last part does" : problem;
}

/* Takes the next line with its end, or as much of it as the buffer holds. False at the end. */
static bool take_piece(struct mail_reader *reader, struct span *piece, bool *is_line)
{
    size_t length;
    for (;;) {
        struct span held = {reader->buffer + reader->start, reader->end - reader->start};
        length = span_find_byte(held, '\n');
        if (length < held.length || reader->is_at_end || held.length == BUFFER_BYTES)
            break;
        memmove(reader->buffer, held.bytes, held.length);
        reader->start = 0;
        reader->end = held.length;
        size_t got = reader->packed.read(reader->packed.context, reader->buffer + reader->end,
                                         BUFFER_BYTES - reader->end);
        reader->is_at_end = got == 0;
        reader->end += got;
        reader->packed_bytes += got;
    }
    bool ends_line = reader->start + length < reader->end;
    *piece = (struct span){reader->buffer + reader->start, length + ends_line};
    *is_line = reader->begins_line;
    reader->begins_line = ends_line;
    reader->start += piece->length;
    return piece->length > 0;
}

/* True if the line is the boundary of a level, which then is the innermost one, or is left if the
 * boundary closes it. */
static bool take_boundary(struct mail_reader *reader, struct span line)
{
    struct span text = span_trim(line);
    if (text.length < 2 || text.bytes[0] != '-' || text.bytes[1] != '-')
        return false;
    for (size_t i = reader->level_count; i-- > 0;) {
        const struct level *level = &reader->levels[i];
        struct span rest = span_slice(text, 2, text.length);
        if (rest.length < level->length || memcmp(rest.bytes, level->boundary, level->length) != 0)
            continue;
        rest = span_slice(rest, level->length, rest.length);
        bool closes = span_equals(rest, span_of("--"));
        if (rest.length > 0 && !closes)
            continue;
        reader->level_count = closes ? i : i + 1;
        reader->is_at_head = !closes;
        return true;
    }
    return false;
}

/* Leaves the current part, which was one of the innermost of `level_count` levels, and notes
 * whether others need to be read that say the same. */
static void leave_part(struct mail_reader *reader, size_t level_count)
{
    if (level_count > 0 && reader->head.is_text && reader->part_bytes >= FEWEST_TEXT_BYTES)
        reader->levels[level_count - 1].has_text = true;
    reader->is_in_part = false;
}

/* Decodes the next piece of the current part; false behind its end. */
static bool decode_piece(struct mail_reader *reader)
{
    struct span piece;
    bool is_line;
    size_t level_count = reader->level_count;
    if (!reader->is_in_part)
        return false;
    if (!take_piece(reader, &piece, &is_line) || (is_line && take_boundary(reader, piece))) {
        leave_part(reader, level_count);
        return false;
    }
    reader->decoded_start = 0;
    reader->decoded_end = mail_body_decode(&reader->body, piece, reader->decoded);
    reader->part_bytes += reader->decoded_end;
    return true;
}

/* Reads the rest of the current part, and up to the next boundary. False at the end. */
static bool skip_to_head(struct mail_reader *reader)
{
    struct span piece;
    bool is_line;
    while (decode_piece(reader))
        continue;
    while (!reader->is_at_head) {
        if (!take_piece(reader, &piece, &is_line))
            return false;
        if (is_line)
            take_boundary(reader, piece);
    }
    return true;
}

/* Reads the head of the mail or of a part: the fields that matter, as far as they fit, for servers
 * that passed a mail on may have put many others before them. */
static void read_head(struct mail_reader *reader)
{
    struct span piece;
    bool is_line;
    reader->is_at_head = false;
    reader->head_length = 0;
    bool is_wanted = false;
    while (take_piece(reader, &piece, &is_line)) {
        if (is_line && span_trim(piece).length == 0)
            break;
        if (is_line && piece.bytes[0] != ' ' && piece.bytes[0] != '\t')
            is_wanted = mail_head_wants(piece);
        if (!is_line || !is_wanted || piece.length > MAX_HEAD_BYTES - reader->head_length)
            continue;
        memcpy(reader->head_text + reader->head_length, piece.bytes, piece.length);
        reader->head_length += piece.length;
    }
    mail_head_read((struct span){reader->head_text, reader->head_length}, &reader->head);
}

/* Enters the parts of a part. Deeper ones than there is room for are read as text. */
static bool enter_parts(struct mail_reader *reader)
{
    const struct mail_head *head = &reader->head;
    if (!head->is_multipart || head->boundary.length > MAX_BOUNDARY_BYTES ||
        reader->level_count == MAX_LEVELS)
        return false;
    struct level *level = &reader->levels[reader->level_count++];
    *level =
        (struct level){.length = head->boundary.length, .is_alternative = head->is_alternative};
    memcpy(level->boundary, head->boundary.bytes, head->boundary.length);
    return true;
}

/* True for a page whose plain text was read. */
static bool is_said_already(const struct mail_reader *reader)
{
    for (size_t i = 0; reader->head.is_html && i < reader->level_count; i++)
        if (reader->levels[i].is_alternative && reader->levels[i].has_text)
            return true;
    return false;
}

/* Gives the subject before the first text. */
static void start_text(struct mail_reader *reader)
{
    const struct mail_head *head = &reader->head;
    if ((!head->is_text && !head->is_html) || head->name.length > 0 || head->is_wide)
        return;
    memcpy(reader->decoded, reader->subject, reader->subject_length);
    reader->decoded_end = reader->subject_length;
    reader->subject_length = 0;
}

bool mail_reader_next(struct mail_reader *reader, struct archive_member *member)
{
    bool is_first = !reader->is_started;
    reader->begins_line = reader->begins_line || is_first;
    reader->is_started = true;
    do {
        if (!is_first && !skip_to_head(reader))
            return false;
        read_head(reader);
        if (is_first)
            reader->subject_length =
                reader->head.subject.length > 0
                    ? mail_subject_write(reader->head.subject, reader->subject, MAX_SUBJECT_BYTES)
                    : 0;
        is_first = false;
    } while (enter_parts(reader) || is_said_already(reader));
    reader->is_in_part = true;
    reader->part_bytes = 0;
    reader->decoded_start = reader->decoded_end = 0;
    start_text(reader);
    reader->body = (struct mail_body){.encoding = reader->head.encoding};
    *member = (struct archive_member){
        .number = ++reader->part_count, .name = reader->head.name, .header_offset = -1};
    return true;
}

static size_t read_part(void *context, char *bytes, size_t capacity)
{
    struct mail_reader *reader = context;
    while (reader->decoded_start == reader->decoded_end)
        if (!decode_piece(reader))
            return 0;
    size_t left = reader->decoded_end - reader->decoded_start;
    size_t length = left < capacity ? left : capacity;
    memcpy(bytes, reader->decoded + reader->decoded_start, length);
    reader->decoded_start += length;
    return length;
}

static const char *part_problem(void *context)
{
    const struct mail_reader *reader = context;
    return reader->body.is_damaged ? "damaged base64 data: some lines of it are missing or wrong"
                                   : mail_reader_problem(reader);
}

struct byte_reader mail_reader_part(struct mail_reader *reader)
{
    return (struct byte_reader){.read = read_part, .problem = part_problem, .context = reader};
}
