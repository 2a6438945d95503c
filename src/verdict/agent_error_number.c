#include "verdict/agent_error_number.h"

#include <stdio.h>
#include <string.h>

#include "base/ascii.h"
#include "base/count_of.h"
#include "text/code_notation.h"
#include "text/path_bounds.h"
#include "text/word_list.h"
#include "verdict/number_context.h"

/* A number of five digits, or of four hexadecimal ones from 8000 on, is long enough to be
 * recognised by the words around it. */
enum { LONG_DIGITS = 5, MOST_DIGITS = 6, CODE_DIGITS = 8, LEAST_LONG_NUMBER = 0x8000 };
enum { LEAD_BYTES = 64 }; /* of the text before a number that are read */

/* How certain it is that a number is one of the agent's errors. */
enum trust {
    TRUST_NONE,
    TRUST_KNOWN, /* it counts only if the catalog knows it */
    TRUST_FULL   /* it is in the agent's own notation */
};

struct number_token {
    size_t start;
    size_t end;
    size_t digit_count;
    bool is_hex;
    uint32_t value;
};

struct number_search {
    const struct catalog *catalog;
    struct span text;
    bool has_failure_cached; /* `names_failure` is set */
    bool names_failure;
    bool has_success_cached; /* `may_succeed` is set */
    bool may_succeed;
};

static bool starts_token(struct span text, size_t at)
{
    return ascii_is_digit(text.bytes[at]) && (at == 0 || !ascii_is_word_byte(text.bytes[at - 1]));
}

/* Finds the next word that is a number. */
static bool next_token(struct span text, size_t *at, struct number_token *token)
{
    for (; *at < text.length; (*at)++) {
        if (!starts_token(text, *at))
            continue;
        size_t end = *at;
        while (end < text.length && ascii_is_word_byte(text.bytes[end]))
            end++;
        struct span word = span_slice(text, *at, end);
        bool is_hex = span_starts_with_ignoring_case(word, span_of("0x"));
        *token = (struct number_token){.start = *at,
                                       .end = end,
                                       .digit_count = word.length - (is_hex ? 2 : 0),
                                       .is_hex = is_hex};
        *at = end;
        bool is_fraction =
            end + 1 < text.length && text.bytes[end] == '.' && ascii_is_digit(text.bytes[end + 1]);
        if (token->digit_count >= 1 && token->digit_count <= CODE_DIGITS && !is_fraction &&
            code_notation_read_id(word, &token->value))
            return true;
    }
    return false;
}

static bool names_failure(struct number_search *search)
{
    if (!search->has_failure_cached)
        search->names_failure = number_context_names_failure(search->text);
    search->has_failure_cached = true;
    return search->names_failure;
}

/* Looks at the whole text once: a line may have many numbers. */
static bool may_succeed(struct number_search *search)
{
    if (!search->has_success_cached)
        search->may_succeed = number_context_may_succeed(search->text);
    search->has_success_cached = true;
    return search->may_succeed;
}

/* True for a letter, and for a blank between words outside ASCII: "세부 정보:". */
static bool is_of_label(struct span text, size_t at)
{
    if (text.bytes[at] == ' ')
        return at > 0 && at + 1 < text.length && !ascii_contains(text.bytes[at - 1]) &&
               !ascii_contains(text.bytes[at + 1]);
    return ascii_is_letter(text.bytes[at]) || !ascii_contains(text.bytes[at]);
}

/* True if words and a colon, "Details:" in any language, come after the number. */
static bool has_details(struct span after)
{
    enum { MOST_LETTERS = 24 };
    after = span_slice(after, 0, span_find_byte(after, '\n'));
    if (after.length > 0 && after.bytes[0] == ':')
        after = span_slice(after, 1, after.length);
    after = span_trim(after);
    size_t end = 0;
    while (end < after.length && is_of_label(after, end))
        end++;
    static const char wide_colon[] = "：";
    bool has_wide_colon = span_find(span_slice(after, 0, end), span_of(wide_colon)) < end;
    struct span rest = span_trim(span_slice(after, end, after.length));
    bool has_colon = end > 0 && rest.length > 0 && rest.bytes[0] == ':';
    return (has_colon && end <= MOST_LETTERS) || has_wide_colon;
}

/* True if the number stands on a line of its own, "ID: 3055", below the message that it is of.
 * Looks no farther back than is needed: a line may have many numbers. */
static bool is_alone_on_line(struct span text, const struct number_token *token)
{
    static const char *const words[] = {"ID:", "ID：", "ID :"};
    size_t least = token->start > LEAD_BYTES ? token->start - LEAD_BYTES : 0;
    size_t start = token->start;
    while (start > least && text.bytes[start - 1] != '\n')
        start--;
    if (start == 0 || text.bytes[start - 1] != '\n')
        return false;
    struct span before = span_trim(span_slice(text, start, token->start));
    struct span after = span_slice(text, token->end, text.length);
    return word_list_has(words, COUNT_OF(words), before) &&
           span_trim(span_slice(after, 0, span_find_byte(after, '\n'))).length == 0;
}

/* True if a number in brackets is the agent's although it follows something that has numbers of its
 * own: it closes a sentence that names a failure before it. */
static bool closes_failure(const struct number_search *search, const struct number_token *token,
                           const struct number_context *context)
{
    static const char *const ends[] = {")", "）", ").", "）。", ")。"};
    struct span after = span_slice(search->text, token->end, search->text.length);
    after = span_slice(after, 0, span_find_byte(after, '\n'));
    for (size_t i = 0; i < COUNT_OF(ends); i++)
        if (context->is_own_thing && span_equals(span_trim(after), span_of(ends[i])))
            return number_context_names_failure(span_slice(search->text, 0, token->start));
    return false;
}

static enum trust trust_in_decimal(struct number_search *search, const struct number_token *token,
                                   const struct number_context *context)
{
    struct span after = span_slice(search->text, token->end, search->text.length);
    bool is_long = token->digit_count >= LONG_DIGITS;
    if (context->has_id && context->has_bracket && context->is_thing &&
        closes_failure(search, token, context))
        return TRUST_KNOWN;
    if (context->has_id && context->has_bracket && !context->is_thing)
        return token->digit_count > 2 || has_details(after) ? TRUST_FULL : TRUST_NONE;
    if (is_alone_on_line(search->text, token))
        return token->digit_count > 2 && names_failure(search) ? TRUST_FULL : TRUST_NONE;
    if (!is_long)
        return TRUST_NONE;
    if (context->is_service_error && context->has_bracket)
        return TRUST_FULL;
    if (context->is_error)
        return after.length > 0 && after.bytes[0] == '.' ? TRUST_FULL : TRUST_KNOWN;
    bool is_bare_id = context->has_id && context->has_colon && context->is_sentence;
    return is_bare_id && names_failure(search) ? TRUST_KNOWN : TRUST_NONE;
}

/* True if at most brackets are between the number and the end of its sentence. */
static bool ends_sentence(struct span text, size_t at)
{
    static const char *const ends[] = {")", "]", "）", "］", ".", "。"};
    struct span after = span_slice(text, at, text.length);
    for (size_t i = 0; i < COUNT_OF(ends); i++)
        if (span_starts_with_ignoring_case(after, span_of(ends[i])))
            after = span_slice(after, span_of(ends[i]).length, after.length);
    return span_trim(after).length == 0 || after.bytes[0] == '\n' || after.bytes[0] == '\r';
}

static enum trust trust_in_hex(struct number_search *search, const struct number_token *token,
                               const struct number_context *context)
{
    bool is_usual = token->digit_count == LONG_DIGITS || token->digit_count == MOST_DIGITS;
    bool names_error = context->is_error || context->is_service_error;
    if (context->is_thing || !(context->has_bracket || names_error) ||
        (token->value < LEAST_LONG_NUMBER && !is_usual))
        return TRUST_NONE;
    if (names_error || names_failure(search))
        return is_usual ? TRUST_FULL : TRUST_KNOWN;
    return is_usual && ends_sentence(search->text, token->end) ? TRUST_KNOWN : TRUST_NONE;
}

static struct number_context context_of(const struct number_search *search,
                                        const struct number_token *token, size_t *start)
{
    size_t least = token->start > LEAD_BYTES ? token->start - LEAD_BYTES : 0;
    struct number_context context =
        number_context_of(span_slice(search->text, least, token->start));
    *start = least + context.start;
    return context;
}

/* True if "ID" comes before the number, with at most blanks, brackets and a colon between them. */
static bool has_id_before(struct span text, const struct number_token *token)
{
    size_t least = token->start > LEAD_BYTES ? token->start - LEAD_BYTES : 0;
    size_t at = token->start;
    while (at > least && !ascii_is_letter_or_digit(text.bytes[at - 1]))
        at--;
    return at > least + 1 && span_equals_ignoring_case(span_slice(text, at - 2, at), span_of("id"));
}

/* False if no context makes the number one of the agent, which is cheap to see: most numbers of
 * other programs are short, and all short ones of the agent are IDs. */
static bool may_be_trusted(struct span text, const struct number_token *token)
{
    if (token->is_hex)
        return true;
    return token->digit_count <= MOST_DIGITS &&
           (token->digit_count >= LONG_DIGITS || has_id_before(text, token));
}

static enum trust trust_in(struct number_search *search, const struct number_token *token)
{
    if (!may_be_trusted(search->text, token))
        return TRUST_NONE;
    size_t start = 0;
    struct number_context context = context_of(search, token, &start);
    return token->is_hex ? trust_in_hex(search, token, &context)
                         : trust_in_decimal(search, token, &context);
}

/* True for "(id 5396) The job has begun": the agent's numbers come after what they tell of, or
 * before its details. */
static bool leads_line(struct span text, size_t start, size_t end)
{
    struct span after = span_slice(text, end, text.length);
    after = span_slice(after, 0, span_find_byte(after, '\n'));
    return (start == 0 || text.bytes[start - 1] == '\n') &&
           span_trim(after).length > strlen("）") && !has_details(after);
}

/* True if the number is part of a path, or its sentence says that all went well, or it leads a line
 * of words that name no failure. */
static bool is_no_error(struct number_search *search, const struct number_token *token)
{
    size_t start = 0;
    struct number_context context = context_of(search, token, &start);
    size_t end = token->end + (context.has_bracket && token->end < search->text.length);
    return path_bounds_contain(search->text, start, end) ||
           (context.has_id && context.has_bracket && leads_line(search->text, start, token->end) &&
            !names_failure(search)) ||
           (may_succeed(search) && number_context_names_success(search->text, start, token->end));
}

/* Reads a number in hexadecimal without 0x: "186c2". */
static bool read_bare_hex(struct span digits, uint32_t *id)
{
    char text[16];
    return digits.length < sizeof text - 2 &&
           snprintf(text, sizeof text, "0x%.*s", (int)digits.length, digits.bytes) > 2 &&
           code_notation_read_id(span_of(text), id);
}

struct agent_error_number agent_error_number_read(const struct catalog *catalog, struct span digits)
{
    uint32_t id = 0;
    struct agent_error_number number = {.digits = digits};
    if (code_notation_read_id(digits, &id) || read_bare_hex(digits, &id))
        number.is_known = catalog_error_by_id(catalog, id, &number.error);
    return number;
}

bool agent_error_number_find(const struct catalog *catalog, struct span text,
                             struct agent_error_number *number)
{
    struct number_search search = {.catalog = catalog, .text = text};
    struct number_token token;
    int best_rank = 0;
    for (size_t at = 0; best_rank < 3 && next_token(text, &at, &token);) {
        enum trust trust = trust_in(&search, &token);
        if (trust == TRUST_NONE)
            continue;
        struct agent_error_number found = {.digits = span_slice(text, token.start, token.end)};
        found.is_known = catalog_error_by_id(catalog, token.value, &found.error);
        int rank = trust == TRUST_FULL ? 2 : 0;
        if (found.is_known)
            rank = catalog_error_at(catalog, found.error)->is_wrapper ? 1 : 3;
        if (rank <= best_rank || is_no_error(&search, &token))
            continue;
        best_rank = rank;
        *number = found;
    }
    return best_rank > 0;
}
