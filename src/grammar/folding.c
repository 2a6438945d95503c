#include "grammar/folding.h"

char folding_lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char)(byte + ('a' - 'A')) : byte;
}

bool folding_is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

bool folding_follows(struct span text, struct span wanted, size_t *at)
{
    for (size_t i = 0; i < wanted.length; i++, (*at)++) {
        if (*at >= text.length)
            return false;
        if (!folding_is_blank(wanted.bytes[i])) {
            if (folding_lower(text.bytes[*at]) != folding_lower(wanted.bytes[i]))
                return false;
            continue;
        }
        if (!folding_is_blank(text.bytes[*at]))
            return false;
        while (i + 1 < wanted.length && folding_is_blank(wanted.bytes[i + 1]))
            i++;
        while (*at + 1 < text.length && folding_is_blank(text.bytes[*at + 1]))
            (*at)++;
    }
    return true;
}

bool folding_precedes(struct span text, struct span wanted, size_t *at)
{
    for (size_t i = wanted.length; i > 0; i--, (*at)--) {
        if (*at == 0)
            return false;
        if (!folding_is_blank(wanted.bytes[i - 1])) {
            if (folding_lower(text.bytes[*at - 1]) != folding_lower(wanted.bytes[i - 1]))
                return false;
            continue;
        }
        if (!folding_is_blank(text.bytes[*at - 1]))
            return false;
        while (i > 1 && folding_is_blank(wanted.bytes[i - 2]))
            i--;
        while (*at > 1 && folding_is_blank(text.bytes[*at - 2]))
            (*at)--;
    }
    return true;
}

static bool is_word_byte(char byte)
{
    char lower = folding_lower(byte);
    return (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9') || lower == '_';
}

bool folding_stands_alone(struct span text, size_t at, size_t length)
{
    return (at == 0 || !is_word_byte(text.bytes[at - 1])) &&
           (at + length >= text.length || !is_word_byte(text.bytes[at + length]));
}
