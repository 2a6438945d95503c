#include "verdict/agent_error_number.h"

#include "base/ascii.h"
#include "text/code_notation.h"
#include "text/path_bounds.h"
#include "verdict/number_context.h"

/* A number of five digits, or of four hexadecimal ones from 8000 on, is long enough to be told from
 * others by the words around it. */
enum { LONG_DIGITS = 5, MOST_DIGITS = 6, CODE_DIGITS = 8, LEAST_LONG_NUMBER = 0x8000 };
enum { LEAD_BYTES = 64 }; /* that are looked at */

/* How much the words around a number must say. */
enum trust {
    TRUST_NONE,
    TRUST_KNOWN, /* it counts when the catalog knows it */
    TRUST_FULL   /* in the agent's own notation */
};

struct token {
    size_t start;
    size_t end;
    size_t digit_count;
    bool is_hex;
    uint32_t value;
};

struct number_search {
    const struct catalog *catalog;
    struct span text;
    bool has_asked; /* whether the text tells of a failure */
    bool tells_failure;
};

static bool starts_token(struct span text, size_t at)
{
    return ascii_is_digit(text.bytes[at]) && (at == 0 || !ascii_is_word_byte(text.bytes[at - 1]));
}

/* The next number of two digits and more, of words that are nothing but a number. */
static bool next_token(struct span text, size_t *at, struct token *token)
{
    for (; *at < text.length; (*at)++) {
        if (!starts_token(text, *at))
            continue;
        size_t end = *at;
        while (end < text.length && ascii_is_word_byte(text.bytes[end]))
            end++;
        struct span word = span_slice(text, *at, end);
        bool is_hex = span_starts_with_ignoring_case(word, span_of("0x"));
        *token = (struct token){.start = *at,
                                .end = end,
                                .digit_count = word.length - (is_hex ? 2 : 0),
                                .is_hex = is_hex};
        *at = end;
        bool is_fraction =
            end + 1 < text.length && text.bytes[end] == '.' && ascii_is_digit(text.bytes[end + 1]);
        if (token->digit_count >= 2 && token->digit_count <= CODE_DIGITS && !is_fraction &&
            code_notation_read_id(word, &token->value))
            return true;
    }
    return false;
}

static bool tells_failure(struct number_search *search)
{
    if (!search->has_asked)
        search->tells_failure = number_context_tells_failure(search->text);
    search->has_asked = true;
    return search->tells_failure;
}

/* Whether a number in brackets behind something that has numbers of its own is the agent's all the
 * same: the sentence that it closes tells of a failure before it. */
static bool closes_failure(const struct number_search *search, const struct token *token,
                           const struct number_context *lead)
{
    static const char *const ends[] = {")", "）", ").", "）。", ")。"};
    struct span behind = span_slice(search->text, token->end, search->text.length);
    behind = span_slice(behind, 0, span_find_byte(behind, '\n'));
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (lead->is_own_thing && span_equals(span_trim(behind), span_of(ends[i])))
            return number_context_tells_failure(span_slice(search->text, 0, token->start));
    return false;
}

static enum trust trust_in_decimal(struct number_search *search, const struct token *token,
                                   const struct number_context *lead)
{
    struct span behind = span_slice(search->text, token->end, search->text.length);
    bool is_long = token->digit_count >= LONG_DIGITS;
    if (token->digit_count > MOST_DIGITS)
        return TRUST_NONE;
    if (lead->has_id && lead->has_bracket && lead->is_thing && closes_failure(search, token, lead))
        return TRUST_KNOWN;
    if (lead->has_id && lead->has_bracket && !lead->is_thing)
        return token->digit_count > 2 ||
                       span_starts_with_ignoring_case(span_trim(behind), span_of("Details"))
                   ? TRUST_FULL
                   : TRUST_NONE;
    if (!is_long)
        return TRUST_NONE;
    if (lead->is_service_error && lead->has_bracket)
        return TRUST_FULL;
    if (lead->is_error)
        return behind.length > 0 && behind.bytes[0] == '.' ? TRUST_FULL : TRUST_KNOWN;
    bool is_bare_id = lead->has_id && lead->has_colon && lead->is_sentence;
    return is_bare_id && tells_failure(search) ? TRUST_KNOWN : TRUST_NONE;
}

/* Whether nothing but a bracket stands between the number and the end of its sentence. */
static bool ends_sentence(struct span text, size_t at)
{
    static const char *const ends[] = {")", "]", "）", "］", ".", "。"};
    struct span behind = span_slice(text, at, text.length);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (span_starts_with_ignoring_case(behind, span_of(ends[i])))
            behind = span_slice(behind, span_of(ends[i]).length, behind.length);
    return span_trim(behind).length == 0 || behind.bytes[0] == '\n' || behind.bytes[0] == '\r';
}

static enum trust trust_in_hex(struct number_search *search, const struct token *token,
                               const struct number_context *lead)
{
    bool is_usual = token->digit_count == LONG_DIGITS || token->digit_count == MOST_DIGITS;
    bool names_error = lead->is_error || lead->is_service_error;
    if (lead->is_thing || !(lead->has_bracket || names_error) ||
        (token->value < LEAST_LONG_NUMBER && !is_usual))
        return TRUST_NONE;
    if (names_error || tells_failure(search))
        return is_usual ? TRUST_FULL : TRUST_KNOWN;
    return is_usual && ends_sentence(search->text, token->end) ? TRUST_KNOWN : TRUST_NONE;
}

static enum trust trust_in(struct number_search *search, const struct token *token)
{
    size_t least = token->start > LEAD_BYTES ? token->start - LEAD_BYTES : 0;
    struct number_context lead = number_context_of(span_slice(search->text, least, token->start));
    enum trust trust =
        token->is_hex ? trust_in_hex(search, token, &lead) : trust_in_decimal(search, token, &lead);
    size_t end = token->end + (lead.has_bracket && token->end < search->text.length);
    if (trust != TRUST_NONE &&
        (path_bounds_contain(search->text, least + lead.start, end) ||
         number_context_tells_success(search->text, least + lead.start, token->end)))
        return TRUST_NONE;
    return trust;
}

bool agent_error_number_find(const struct catalog *catalog, struct span text,
                             struct agent_error_number *number)
{
    struct number_search search = {.catalog = catalog, .text = text};
    struct token token;
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
        if (rank <= best_rank)
            continue;
        best_rank = rank;
        *number = found;
    }
    return best_rank > 0;
}
