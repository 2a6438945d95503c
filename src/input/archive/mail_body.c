#include "input/archive/mail_body.h"

#include <string.h>

#include "text/printable_byte.h"

enum { BITS_OF_DIGIT = 6, BITS_OF_BYTE = 8, DIGITS_OF_GROUP = 4 };

/* Returns the six bits that a digit of base64 stands for; -1 for another byte. */
static int digit_of(char byte)
{
    if (byte >= 'A' && byte <= 'Z')
        return byte - 'A';
    if (byte >= 'a' && byte <= 'z')
        return byte - 'a' + 26;
    if (byte >= '0' && byte <= '9')
        return byte - '0' + 52;
    return byte == '+' ? 62 : byte == '/' ? 63 : -1;
}

/* A line that lost a digit would shift all that follow it, so where lines stand for whole bytes
 * each is decoded by itself. */
static void end_line(struct mail_body *body)
{
    bool is_whole = body->line_digits % DIGITS_OF_GROUP == 0;
    if (body->line_digits == 0)
        return;
    if (body->usual_digits == 0)
        body->usual_digits = body->line_digits;
    else if (is_whole && !body->has_whole_lines && body->line_digits >= body->usual_digits)
        body->is_damaged = true; /* the first line lacks digits */
    body->has_whole_lines = body->has_whole_lines || is_whole;
    body->is_short = body->has_whole_lines && !is_whole;
    body->bit_count = body->has_whole_lines ? 0 : body->bit_count;
    body->line_digits = 0;
}

static size_t decode_base64(struct mail_body *body, struct span piece, char *bytes)
{
    size_t count = 0;
    for (size_t at = 0; at < piece.length; at++) {
        char byte = piece.bytes[at];
        int digit = digit_of(byte);
        if (byte == '=') { /* the end; more may follow where texts were joined */
            body->bit_count = 0;
            body->line_digits++;
        }
        if (byte == '\n')
            end_line(body);
        if (digit < 0) {
            body->is_damaged |= byte != '=' && !span_is_blank(byte);
            body->has_gap = body->line_digits > 0 && span_is_blank(byte);
            continue;
        }
        body->is_damaged |= body->is_short || body->has_gap;
        body->line_digits++;
        body->bits = body->bits << BITS_OF_DIGIT | (uint32_t)digit;
        body->bit_count += BITS_OF_DIGIT;
        if (body->bit_count < BITS_OF_BYTE)
            continue;
        body->bit_count -= BITS_OF_BYTE;
        bytes[count++] = (char)(unsigned char)(body->bits >> body->bit_count & 0xFF);
    }
    return count;
}

/* True if nothing but blanks and the line's end follow the equals sign at `at`. */
static bool is_soft_break(struct span piece, size_t at)
{
    return piece.bytes[piece.length - 1] == '\n' &&
           span_trim(span_slice(piece, at + 1, piece.length)).length == 0;
}

static size_t decode_printable(struct span piece, char *bytes)
{
    size_t count = 0;
    for (size_t at = 0; at < piece.length; at++) {
        int byte = printable_byte_at(piece, at);
        if (byte < 0 && piece.bytes[at] == '=' && is_soft_break(piece, at))
            break;
        bytes[count++] = byte >= 0 ? (char)(unsigned char)byte : piece.bytes[at];
        at += byte >= 0 ? PRINTABLE_ESCAPE_BYTES - 1 : 0;
    }
    return count;
}

size_t mail_body_decode(struct mail_body *body, struct span piece, char *bytes)
{
    if (body->encoding == MAIL_BASE64)
        return decode_base64(body, piece, bytes);
    if (body->encoding == MAIL_PRINTABLE)
        return decode_printable(piece, bytes);
    memmove(bytes, piece.bytes, piece.length);
    return piece.length;
}
