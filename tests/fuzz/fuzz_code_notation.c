/* Failure codes in every notation: parsing returns the number that was written, and the number of
 * an agent error found in a text is a part of that text. */
#include "fuzz/fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz/sides.h"
#include "text/code_notation.h"
#include "verdict/agent_error_number.h"

static bool reads_as(const char *text, uint32_t wanted)
{
    uint32_t code = ~wanted;
    return code_notation_read_code(span_of(text), &code) && code == wanted;
}

/* Parses `code` back from each notation. */
static void check_round_trip(uint32_t code)
{
    static const char *const affixes[][2] = {
        {"", ""}, {"[", "]"}, {"(", ")"}, {" ( ", "\t) "}, {"\r\n", " "}};
    char text[64];
    char number[CODE_NOTATION_BYTES];
    code_notation_write_code(code, number);
    for (size_t i = 0; i < sizeof affixes / sizeof *affixes; i++) {
        snprintf(text, sizeof text, "%s%s%s", affixes[i][0], number, affixes[i][1]);
        MUST_HOLD(reads_as(text, code));
        snprintf(text, sizeof text, "%s%s%s", affixes[i][0], number + 2, affixes[i][1]);
        MUST_HOLD(reads_as(text, code));
    }
    snprintf(text, sizeof text, "%u", (unsigned)code);
    MUST_HOLD(strlen(text) < 9 || reads_as(text, code) == (code >= UINT32_C(0x80000000)));
    snprintf(text, sizeof text, "%d", (int)code);
    MUST_HOLD(code < UINT32_C(0x80000000) || reads_as(text, code));
    uint32_t id = ~code;
    snprintf(text, sizeof text, "(ID: %u)", (unsigned)code);
    MUST_HOLD(code_notation_read_id(span_of(text), &id) && id == code);
}

/* Writing a parsed number and parsing it again gives the same number. */
static void check_parsed(struct span text)
{
    char written[CODE_NOTATION_BYTES];
    uint32_t code = 0;
    uint32_t again = 1;
    if (code_notation_read_code(text, &code))
        MUST_HOLD(reads_as(code_notation_write_code(code, written), code));
    if (code_notation_read_id(text, &code)) {
        code_notation_write_code(code, written);
        MUST_HOLD(code_notation_read_id(span_of(written), &again) && again == code);
    }
    if (code_notation_read_win32(text, &code))
        MUST_HOLD(code >> 16 == 0x8007 && (code & 0xFFFF) == strtoul(text.bytes, NULL, 10));
}

static void check_agent_number(struct span text)
{
    const struct catalog *catalog = side_ruleset(WITH_FAST_PATHS)->catalog;
    struct agent_error_number number;
    uint32_t id = 0;
    if (!agent_error_number_find(catalog, text, &number))
        return;
    MUST_HOLD(number.digits.length > 0 && number.digits.bytes >= text.bytes);
    MUST_HOLD(number.digits.bytes + number.digits.length <= text.bytes + text.length);
    MUST_HOLD(code_notation_read_id(number.digits, &id));
    MUST_HOLD(!number.is_known || catalog_error_at(catalog, number.error)->id == id);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = malloc(size + 1);
    MUST_HOLD(text != NULL);
    if (size > 0)
        memcpy(text, data, size);
    text[size] = '\0';
    char *exact = fuzz_copy(fuzz_span(data, size));
    uint32_t code = 0;
    memcpy(&code, text, size < sizeof code ? size : sizeof code);
    check_round_trip(code);
    check_parsed((struct span){text, size});
    check_agent_number((struct span){exact, size});
    free(exact);
    free(text);
    return 0;
}
