#include "input/archive/mail_body.h"

#include <string.h>

#include "text/printable_byte.h"

enum { BITS_OF_DIGIT = 6, BITS_OF_BYTE = 8 };

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

static size_t decode_base64(struct mail_body *body, struct span piece, char *bytes)
{
    size_t count = 0;
    for (size_t at = 0; at < piece.length; at++) {
        int digit = digit_of(piece.bytes[at]);
        if (piece.bytes[at] == '=') /* the end; more may follow where texts were joined */
            body->bit_count = 0;
        if (digit < 0)
            continue;
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
    memcpy(bytes, piece.bytes, piece.length);
    return piece.length;
}
