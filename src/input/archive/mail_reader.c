#include "input/archive/mail_reader.h"

#include <string.h>

#include "base/memory.h"
#include "input/archive/line_pieces.h"
#include "input/archive/mail_body.h"
#include "input/archive/mail_head.h"
#include "input/archive/mail_subject.h"

enum {
    MAX_HEAD_BYTES = 16 * 1024,
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
    struct line_pieces lines;
    bool is_started;
    bool is_in_part;
    bool is_at_head; /* the head of a part comes next */
    struct level levels[MAX_LEVELS];
    size_t level_count;
    uint64_t part_count;
    uint64_t part_bytes; /* of the current part, decoded */
    struct mail_head head;
    struct mail_body body;
    size_t decoded_start;
    size_t decoded_end;
    struct buffer subject; /* which begins the mail's text */
    struct buffer name;    /* of the file that is the current part */
    size_t head_length;
    char head_text[MAX_HEAD_BYTES];
    char decoded[LINE_PIECE_BYTES];
};

bool mail_reader_recognises(struct span head, bool *has_parts)
{
    struct mail_head mail;
    bool is_torn = false;
    if (!mail_head_read(mail_head_cut(head, &is_torn), &mail) || mail.field_count < FEWEST_FIELDS)
        return false;
    bool may_have_parts = is_torn && mail.was_sent;
    *has_parts = mail.is_multipart || may_have_parts;
    return *has_parts || mail.encoding != MAIL_PLAIN;
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
    if (!line_pieces_take(&reader->lines, &piece, &is_line) ||
        (is_line && take_boundary(reader, piece))) {
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
        if (!line_pieces_take(&reader->lines, &piece, &is_line))
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
    while (line_pieces_take(&reader->lines, &piece, &is_line)) {
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
    struct span subject = buffer_span(&reader->subject);
    if (subject.length == 0 || (!head->is_text && !head->is_html) || reader->name.length > 0 ||
        head->is_wide || subject.length > sizeof reader->decoded)
        return;
    memcpy(reader->decoded, subject.bytes, subject.length);
    reader->decoded_end = subject.length;
    reader->subject.length = 0;
}

/* Finds the head of the next part that is to be read. False at the end, and without memory. */
static bool find_part(struct mail_reader *reader, struct fault *fault)
{
    bool is_first = !reader->is_started;
    reader->is_started = true;
    do {
        if (!is_first && !skip_to_head(reader))
            return false;
        read_head(reader);
        if (is_first && !mail_subject_write(reader->head.subject, &reader->subject, fault))
            return false;
        is_first = false;
    } while (enter_parts(reader) || is_said_already(reader));
    return mail_head_file_name(&reader->head, &reader->name, fault);
}

/* Goes on to the next part; a mail without parts has one, its body. */
static bool next_part(void *context, struct archive_member *member, struct fault *fault)
{
    struct mail_reader *reader = context;
    if (!find_part(reader, fault))
        return false;
    reader->is_in_part = true;
    reader->part_bytes = 0;
    reader->decoded_start = reader->decoded_end = 0;
    start_text(reader);
    reader->body = (struct mail_body){.encoding = reader->head.encoding};
    *member = (struct archive_member){
        .number = ++reader->part_count, .name = buffer_span(&reader->name), .header_offset = -1};
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

static const char *problem(const void *context)
{
    const struct mail_reader *reader = context;
    const struct byte_reader *packed = &reader->lines.packed;
    const char *problem = packed->problem(packed->context);
    bool is_torn = line_pieces_are_at_end(&reader->lines) && reader->level_count > 0;
    return problem == NULL && is_torn ? "the mail ends before its last part does" : problem;
}

static const char *part_problem(void *context)
{
    const struct mail_reader *reader = context;
    return reader->body.is_damaged ? "damaged base64 data: some lines of it are missing or wrong"
                                   : problem(reader);
}

static struct byte_reader bytes_of_part(void *context)
{
    return (struct byte_reader){.read = read_part, .problem = part_problem, .context = context};
}

static uint64_t packed_bytes(const void *context)
{
    const struct mail_reader *reader = context;
    return reader->lines.packed_bytes;
}

static void close_mail(void *context)
{
    struct mail_reader *reader = context;
    buffer_release(&reader->subject);
    buffer_release(&reader->name);
    memory_free(reader);
}

bool mail_reader_open(struct byte_reader packed, struct member_source *source, struct fault *fault)
{
    struct mail_reader *reader = memory_allocate(1, sizeof *reader, fault);
    if (reader == NULL)
        return false;
    reader->lines.packed = packed;
    *source = (struct member_source){.next = next_part,
                                     .bytes = bytes_of_part,
                                     .packed_bytes = packed_bytes,
                                     .problem = problem,
                                     .close = close_mail,
                                     .context = reader};
    return true;
}
