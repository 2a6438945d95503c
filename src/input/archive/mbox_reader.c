#include "input/archive/mbox_reader.h"

#include <stdio.h>
#include <string.h>

#include "base/ascii.h"
#include "base/count_of.h"
#include "base/memory.h"
#include "input/archive/line_pieces.h"
#include "input/archive/mail_head.h"
#include "text/word_list.h"

enum { FEWEST_FIELDS = 2, MAX_NAME_BYTES = 32 };

static const char from[] = "From ";

struct mbox_reader {
    struct line_pieces lines;
    uint64_t mail_count;
    bool is_started;
    bool is_in_mail;
    struct span piece; /* of the mail, not read yet; lent by `lines` */
    char name[MAX_NAME_BYTES];
};

/* Takes the next word off `rest`. */
static struct span take_word(struct span *rest)
{
    struct span text = span_trim(*rest);
    size_t end = 0;
    while (end < text.length && !span_is_blank(text.bytes[end]))
        end++;
    *rest = span_slice(text, end, text.length);
    return span_slice(text, 0, end);
}

/* True if the text begins with a month, a day and a time, and a year is behind them, with a zone
 * before or behind it: "May  6 23:04:01 2024". */
static bool begins_with_moment(struct span text)
{
    static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    enum { YEAR_DIGITS = 4 };
    if (!word_list_has(months, COUNT_OF(months), take_word(&text)))
        return false;
    struct span day = take_word(&text);
    struct span time = take_word(&text);
    bool has_year = false;
    for (struct span word = take_word(&text); word.length > 0; word = take_word(&text))
        has_year = has_year || (word.length == YEAR_DIGITS && ascii_is_digit(word.bytes[0]));
    return day.length > 0 && ascii_is_digit(day.bytes[0]) && has_year &&
           span_find_byte(time, ':') < time.length;
}

/* True for the line before a mail: the sender, who may have any name, and when the mail came. */
static bool parts_mails(struct span line)
{
    static const char *const weekdays[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    if (line.length < sizeof from || memcmp(line.bytes, from, sizeof from - 1) != 0)
        return false;
    struct span rest = span_slice(line, sizeof from - 1, line.length);
    for (struct span word = take_word(&rest); word.length > 0; word = take_word(&rest))
        if (word_list_has(weekdays, COUNT_OF(weekdays), word))
            return begins_with_moment(rest);
    return false;
}

bool mbox_reader_recognises(struct span head)
{
    struct mail_head mail;
    bool is_torn = false;
    size_t end = span_find_byte(head, '\n');
    return end < head.length && parts_mails(span_slice(head, 0, end)) &&
           mail_head_read(mail_head_cut(span_slice(head, end + 1, head.length), &is_torn), &mail) &&
           mail.field_count >= FEWEST_FIELDS;
}

/* Takes the next piece of the mail. False behind its end: the line that parts it from the next one
 * was taken. */
static bool take_piece(struct mbox_reader *reader)
{
    bool is_line = false;
    struct span *piece = &reader->piece;
    if (!reader->is_in_mail)
        return false;
    bool has_more = line_pieces_take(&reader->lines, piece, &is_line);
    if (!has_more || (is_line && parts_mails(*piece))) {
        *piece = (struct span){0};
        reader->is_in_mail = false;
        return false;
    }
    size_t marks = 0; /* before a line of the text that would part mails, one was put */
    while (is_line && marks < piece->length && piece->bytes[marks] == '>')
        marks++;
    struct span line = span_slice(*piece, marks, piece->length);
    if (marks > 0 && line.length >= sizeof from && memcmp(line.bytes, from, sizeof from - 1) == 0)
        *piece = span_slice(*piece, 1, piece->length);
    return true;
}

static bool next_mail(void *context, struct archive_member *member, struct fault *fault)
{
    (void)fault;
    struct mbox_reader *reader = context;
    reader->is_in_mail = reader->is_in_mail || !reader->is_started;
    reader->is_started = true;
    while (take_piece(reader)) /* of the mail before; at first nothing is before the line */
        continue;
    if (line_pieces_are_at_end(&reader->lines))
        return false;
    reader->is_in_mail = true;
    snprintf(reader->name, MAX_NAME_BYTES, "mail %llu", (unsigned long long)++reader->mail_count);
    *member = (struct archive_member){
        .number = reader->mail_count, .name = span_of(reader->name), .header_offset = -1};
    return true;
}

static size_t read_mail(void *context, char *bytes, size_t capacity)
{
    struct mbox_reader *reader = context;
    if (reader->piece.length == 0 && !take_piece(reader))
        return 0;
    size_t length = reader->piece.length < capacity ? reader->piece.length : capacity;
    memcpy(bytes, reader->piece.bytes, length);
    reader->piece = span_slice(reader->piece, length, reader->piece.length);
    return length;
}

static const char *problem_of_mail(void *context)
{
    const struct mbox_reader *reader = context;
    return reader->lines.packed.problem(reader->lines.packed.context);
}

static struct byte_reader bytes_of_mail(void *context)
{
    return (struct byte_reader){.read = read_mail, .problem = problem_of_mail, .context = context};
}

static uint64_t packed_bytes(const void *context)
{
    const struct mbox_reader *reader = context;
    return reader->lines.packed_bytes;
}

static const char *problem(const void *context)
{
    const struct mbox_reader *reader = context;
    return reader->lines.packed.problem(reader->lines.packed.context);
}

static void close_mailbox(void *context)
{
    memory_free(context);
}

bool mbox_reader_open(struct byte_reader packed, struct member_source *source, struct fault *fault)
{
    struct mbox_reader *reader = memory_allocate(1, sizeof *reader, fault);
    if (reader == NULL)
        return false;
    reader->lines.packed = packed;
    *source = (struct member_source){.next = next_mail,
                                     .bytes = bytes_of_mail,
                                     .packed_bytes = packed_bytes,
                                     .problem = problem,
                                     .close = close_mailbox,
                                     .context = reader};
    return true;
}
