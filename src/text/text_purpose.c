#include "text/text_purpose.h"

#include "base/ascii.h"
#include "base/count_of.h"
#include "text/manual_line.h"
#include "text/meaning_line.h"
#include "text/personal_line.h"
#include "text/source_code.h"

enum {
    PROGRAM_SHARE = 2, /* of the lines of a program are source: a half */
    CODE_SHARE = 4,    /* of a text that holds some: a fourth */
    HARD_SHARE = 10,   /* of a program are no mere assignments: a tenth */
    MOST_LINE_BYTES = 600,
    POINTS_OF_MANUAL = 3,
    POINTS_DESPITE_PLACE = 7 /* an alert may bring causes, remedies and steps along */
};

/* Notes comments of several lines, and texts that a script holds. True if the line is in one. */
static bool is_in_comment(struct text_purpose_evidence *evidence, struct span line)
{
    static const char *const opens[] = {"<#", "/*"};
    static const char *const closes[] = {"#>", "*/", "\"@", "'@"};
    bool was = evidence->is_in_comment;
    for (size_t i = 0; i < COUNT_OF(opens); i++)
        if (span_starts_with_ignoring_case(line, span_of(opens[i])))
            evidence->is_in_comment = true;
    if (span_ends_with_ignoring_case(line, span_of("@\"")) ||
        span_ends_with_ignoring_case(line, span_of("@'")))
        evidence->is_in_comment = true;
    for (size_t i = 0; i < COUNT_OF(closes); i++)
        if (span_find(line, span_of(closes[i])) < line.length)
            evidence->is_in_comment = false;
    return was;
}

static void note_source(struct text_purpose_evidence *evidence, struct span line)
{
    bool is_comment = line.bytes[0] == '#';
    if (!is_comment && evidence->is_heading_personal)
        evidence->is_personal = true;
    evidence->is_heading_personal = false;
    bool is_source = is_in_comment(evidence, line) || source_code_is_line(line);
    evidence->lines++;
    evidence->source_lines += is_source;
    if (!is_source) {
        evidence->assignments += source_code_is_assignment(line);
        /* Two in a row are no headings. */
        evidence->comment_lines += is_comment && evidence->was_comment;
    }
    evidence->was_comment = is_comment;
}

/* Returns the text without what stands before a code or symbol in a row of a list or table. */
static struct span without_row_marks(struct span line)
{
    while (line.length > 0 && strchr("|`*-#>(\"' ", line.bytes[0]) != NULL)
        line = span_slice(line, 1, line.length);
    return line;
}

/* The length of a name like VSS_E_BAD_STATE at the start of the text; 0 without one. */
static size_t symbol_length(struct span text)
{
    enum { LEAST_BYTES = 6 };
    size_t length = 0;
    bool has_bar = false;
    while (length < text.length &&
           (ascii_is_upper(text.bytes[length]) || ascii_is_digit(text.bytes[length]) ||
            text.bytes[length] == '_'))
        has_bar |= text.bytes[length++] == '_';
    bool is_word = length == text.length || !ascii_is_word_byte(text.bytes[length]);
    return has_bar && is_word && length >= LEAST_BYTES ? length : 0;
}

/* Reads the hexadecimal digits of "0x80070005". False without such a code at the start. */
static bool read_code(struct span text, uint32_t *code, size_t *length)
{
    enum { DIGITS = 8 };
    *code = 0;
    if (!span_starts_with_ignoring_case(text, span_of("0x")) || text.length < 2 + DIGITS)
        return false;
    for (*length = 2; *length < 2 + DIGITS; (*length)++) {
        int digit = ascii_hex_digit(text.bytes[*length]);
        if (digit < 0)
            return false;
        *code = *code << 4 | (uint32_t)digit;
    }
    return true;
}

static void add_code(struct text_purpose_evidence *evidence, uint32_t code)
{
    for (size_t i = 0; i < evidence->code_count; i++)
        if (evidence->codes[i] == code)
            return;
    if (evidence->code_count < TEXT_PURPOSE_MOST_CODES)
        evidence->codes[evidence->code_count++] = code;
}

/* Notes "VSS_E_BAD_STATE HRESULT = 0x80042301" and "| 0x80042301 | VSS_E_BAD_STATE |": a row that
 * defines a code. One with a path is about a file. */
static void note_definition(struct text_purpose_evidence *evidence, struct span line)
{
    uint32_t code = 0;
    size_t length = 0;
    struct span row = without_row_marks(line);
    if (span_find(row, span_of(":\\")) < row.length)
        return;
    size_t symbol = symbol_length(row);
    bool has_code = read_code(row, &code, &length);
    if (symbol == 0 && !has_code)
        return;
    if (symbol > 0) {
        struct span rest = span_slice(row, symbol, row.length);
        size_t at = span_find(rest, span_of("0x"));
        has_code = read_code(span_slice(rest, at, rest.length), &code, &length);
    } else {
        struct span rest = without_row_marks(span_slice(row, length, row.length));
        symbol = symbol_length(rest);
    }
    evidence->symbol_lines += symbol > 0 || row.bytes != line.bytes;
    if (has_code)
        add_code(evidence, code);
}

/* True for "title: Fix failing backups" or "ms.topic:", the keys of a page's front matter. */
static bool is_key(struct span line)
{
    size_t colon = span_find_byte(line, ':');
    for (size_t i = 0; i < colon; i++)
        if (!ascii_is_letter_or_digit(line.bytes[i]) && strchr("._-", line.bytes[i]) == NULL)
            return false;
    return colon > 0 && colon < line.length &&
           (colon + 1 == line.length || line.bytes[colon + 1] == ' ');
}

static void note_manual(struct text_purpose_evidence *evidence, struct span line)
{
    bool is_label = false;
    enum manual_heading heading = manual_line_heading(line, &is_label);
    if (heading == MANUAL_CAUSE)
        ++*(is_label ? &evidence->cause_labels : &evidence->causes);
    if (heading == MANUAL_REMEDY)
        ++*(is_label ? &evidence->remedy_labels : &evidence->remedies);
    evidence->steps += manual_line_is_step(line);
    evidence->names_itself = evidence->names_itself || manual_line_names_itself(line);
    evidence->meanings += meaning_line_is(line);
    evidence->addresses += manual_line_addresses_reader(line);
    evidence->has_table_head = evidence->has_table_head || manual_line_is_table_head(line);
    note_definition(evidence, line);
}

/* Returns the line behind what a mail or thread that quotes it puts before it. */
static struct span without_quotes(struct span line)
{
    line = span_trim(line);
    while (line.length > 0 && line.bytes[0] == '>')
        line = span_trim(span_slice(line, 1, line.length));
    return line;
}

/* Notes the keys of a rule that raises alerts: Sigma's, and those of Prometheus. */
static void note_rule(struct text_purpose_evidence *evidence, struct span line)
{
    static const char *const keys[] = {
        "detection:", "logsource:",   "condition:", "- alert:",
        "expr:",      "annotations:", "labels:",    "falsepositives:"};
    for (size_t i = 0; i < COUNT_OF(keys); i++)
        if (span_starts_with_ignoring_case(line, span_of(keys[i])))
            evidence->rule_keys |= (size_t)1 << i;
}

/* True if the text has three of these keys. */
static bool is_rule(const struct text_purpose_evidence *evidence)
{
    size_t keys = evidence->rule_keys & (evidence->rule_keys - 1);
    return (keys & (keys - 1)) != 0;
}

void text_purpose_note(struct text_purpose_evidence *evidence, struct span line)
{
    line = without_quotes(line);
    line = span_slice(line, 0, line.length < MOST_LINE_BYTES ? line.length : MOST_LINE_BYTES);
    if (line.length == 0 || source_code_is_bracket(line))
        return;
    if (evidence->lines == 0)
        evidence->begins_with_rule = span_equals(line, span_of("---"));
    else if (evidence->lines == 1)
        evidence->has_front_matter = evidence->begins_with_rule && is_key(line);
    size_t source_lines = evidence->source_lines + evidence->comment_lines;
    note_source(evidence, line);
    if (evidence->source_lines + evidence->comment_lines > source_lines)
        return;
    note_manual(evidence, line);
    note_rule(evidence, line);
    evidence->is_heading_personal = evidence->was_comment && personal_line_is(line);
    evidence->is_personal =
        evidence->is_personal || (!evidence->was_comment && personal_line_is(line));
    evidence->has_place =
        evidence->has_place || personal_line_has_clock(line) || personal_line_names_host(line);
}

/* How much speaks for a manual. */
static size_t points_of_manual(const struct text_purpose_evidence *evidence)
{
    enum { FEW = 2, MANY = 5, LEAST_CODES = 3 };
    bool is_labelled = evidence->cause_labels >= FEW && evidence->remedy_labels >= FEW;
    bool defines = evidence->code_count >= LEAST_CODES && evidence->symbol_lines >= LEAST_CODES;
    size_t of_meanings = evidence->meanings >= FEW ? POINTS_OF_MANUAL : evidence->meanings;
    return of_meanings + (size_t)(evidence->causes > 0) + (evidence->remedies > 0) +
           (is_labelled ? FEW : 0) + (evidence->steps >= FEW) + (evidence->steps >= MANY) +
           (evidence->addresses >= FEW) + (evidence->has_front_matter ? FEW : 0) +
           (evidence->names_itself ? FEW : 0) + (evidence->has_table_head ? FEW : 0) +
           (defines ? POINTS_OF_MANUAL : 0);
}

/* Judges the lines of a program. Assignments alone may be the output of a tool. */
static enum text_purpose purpose_of_source(const struct text_purpose_evidence *evidence)
{
    size_t hard = evidence->source_lines;
    if (is_rule(evidence) && !evidence->is_personal)
        return TEXT_IS_PROGRAM;
    if (hard == 0 || hard * HARD_SHARE < evidence->lines)
        return TEXT_REPORTS;
    size_t source = hard + evidence->assignments + evidence->comment_lines;
    if (source * PROGRAM_SHARE >= evidence->lines && !evidence->is_personal)
        return TEXT_IS_PROGRAM;
    return source * CODE_SHARE >= evidence->lines ? TEXT_HAS_CODE : TEXT_REPORTS;
}

enum text_purpose text_purpose_of(const struct text_purpose_evidence *evidence)
{
    size_t needed = evidence->has_place ? POINTS_DESPITE_PLACE : POINTS_OF_MANUAL;
    if (!evidence->is_personal && points_of_manual(evidence) >= needed)
        return TEXT_EXPLAINS;
    return purpose_of_source(evidence);
}
