#include "input/encoding/iso2022jp.h"

#include <stdbool.h>

enum { ESCAPE = 0x1B, FIRST = 0x21, LAST = 0x7E, HIGH_BIT = 0x80 };

/* Takes a byte of an escape: "(B" and "(J" ASCII, "(I" katakana, "$@" and "$B" kanji. */
static void take_escape(struct iso2022jp *state, char byte)
{
    enum { ESCAPE_BYTES = 3 };
    state->escape[state->escape_count++ - 1] = byte;
    if (state->escape_count < ESCAPE_BYTES)
        return;
    state->escape_count = 0;
    state->set = state->escape[0] == '$' ? ISO2022JP_KANJI
                                         : (byte == 'I' ? ISO2022JP_KATAKANA : ISO2022JP_ASCII);
}

/* Writes the character of JIS X 0208 as code page 932 arranges it: two rows in one. */
static void write_kanji(unsigned lead, unsigned trail, char *bytes)
{
    enum {
        FIRST_LEAD = 0x81,
        GAP_START = 0xA0,
        GAP = 0x40,
        ODD = 0x1F,
        EVEN = 0x7E,
        DELETE = 0x60
    };
    unsigned row = lead - FIRST;
    unsigned high = row / 2 + FIRST_LEAD;
    unsigned low = row % 2 == 0 ? trail + ODD + (trail >= DELETE) : trail + EVEN;
    bytes[0] = (char)(high < GAP_START ? high : high + GAP);
    bytes[1] = (char)low;
}

size_t iso2022jp_to_cp932(struct iso2022jp *state, struct span piece, char *bytes)
{
    size_t count = 0;
    for (size_t i = 0; i < piece.length; i++) {
        unsigned char byte = (unsigned char)piece.bytes[i];
        bool is_character = byte >= FIRST && byte <= LAST;
        if (byte == ESCAPE) {
            state->escape_count = 1;
            state->lead = '\0';
        } else if (state->escape_count > 0) {
            take_escape(state, (char)byte);
        } else if (!is_character || state->set == ISO2022JP_ASCII) {
            state->set = byte == '\n' ? ISO2022JP_ASCII : state->set;
            state->lead = '\0';
            bytes[count++] = (char)byte;
        } else if (state->set == ISO2022JP_KATAKANA) {
            bytes[count++] = (char)(byte | HIGH_BIT);
        } else if (state->lead == '\0') {
            state->lead = (char)byte;
        } else {
            write_kanji((unsigned char)state->lead, byte, &bytes[count]);
            state->lead = '\0';
            count += 2;
        }
    }
    return count;
}
