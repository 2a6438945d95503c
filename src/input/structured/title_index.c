#include "input/structured/title_index.h"

#include "base/ascii.h"
#include "base/count_of.h"
#include "base/hash.h"
#include "base/memory.h"

enum { MAX_TITLE_BYTES = 96 };

/* Returns the length of what does not count at `at`: a blank, also a no-break or an ideographic
 * one, a quote or an apostrophe of either kind. */
static size_t blank_at(struct span text, size_t at)
{
    static const char *const wide_blanks[] = {"\xc2\xa0", "\xe3\x80\x80", "\xe2\x80\x99",
                                              "\xe2\x80\xaf"};
    if (span_is_blank(text.bytes[at]) || text.bytes[at] == '"' || text.bytes[at] == '\'')
        return 1;
    if (ascii_contains(text.bytes[at]))
        return 0;
    for (size_t i = 0; i < COUNT_OF(wide_blanks); i++) {
        struct span blank = span_of(wide_blanks[i]);
        if (text.length - at >= blank.length &&
            span_equals(span_slice(text, at, at + blank.length), blank))
            return blank.length;
    }
    return 0;
}

/* Writes the title to `folded` as titles are compared. Returns its length; 0 if it is too long. */
static size_t fold_title(struct span title, char folded[MAX_TITLE_BYTES])
{
    size_t length = 0;
    title = span_trim(title);
    if (title.length > 0 && title.bytes[title.length - 1] == ':')
        title.length--;
    for (size_t at = 0; at < title.length;) {
        size_t blank = blank_at(title, at);
        if (blank > 0) {
            at += blank;
            continue;
        }
        if (length == MAX_TITLE_BYTES)
            return 0;
        folded[length++] = ascii_to_lower(title.bytes[at++]);
    }
    return length;
}

static bool add_meaning(struct title_index *index, const struct record_title *title, size_t dialect,
                        struct fault *fault)
{
    char folded[MAX_TITLE_BYTES];
    void *meanings = index->meanings;
    if (!memory_reserve(&meanings, &index->capacity, index->count + 1, sizeof *index->meanings,
                        fault))
        return false;
    index->meanings = meanings;
    uint32_t *first = NULL;
    bool is_new = false;
    struct span name = {folded, fold_title(title->name, folded)};
    if (name.length > 0)
        index->may_begin[(unsigned char)folded[0]] = true;
    if (!hash_table_add(&index->numbers, hash_span(name, 0), (uint32_t)index->count, &first,
                        &is_new, fault))
        return false;
    index->meanings[index->count] = (struct title_meaning){.next = is_new ? NO_TITLE : *first,
                                                           .dialect = (uint16_t)dialect,
                                                           .rank = title->rank,
                                                           .cell = title->cell,
                                                           .is_day_first = title->is_day_first,
                                                           .is_weak = title->is_weak,
                                                           .is_numbered = title->is_numbered};
    *first = (uint32_t)index->count++;
    return true;
}

static bool add_level(struct title_index *index, struct span word, struct fault *fault)
{
    char folded[MAX_TITLE_BYTES];
    uint32_t *value = NULL;
    bool is_new = false;
    struct span name = {folded, fold_title(word, folded)};
    if (name.length == 0)
        return true;
    index->may_begin_level[(unsigned char)folded[0]] = true;
    return hash_table_add(&index->levels, hash_span(name, 0), 0, &value, &is_new, fault);
}

static bool add_dialect(struct title_index *index, size_t dialect, struct fault *fault)
{
    const struct record_titles *titles = index->dialects[dialect];
    for (size_t i = 0; i < titles->title_count; i++)
        if (!add_meaning(index, &titles->titles[i], dialect, fault))
            return false;
    for (size_t i = 0; i < titles->level_word_count; i++)
        if (!add_level(index, titles->level_words[i], fault))
            return false;
    return true;
}

bool title_index_build(struct title_index *index, const struct record_titles *const *dialects,
                       size_t dialect_count, struct fault *fault)
{
    index->dialects = dialects;
    index->dialect_count = dialect_count;
    for (size_t i = 0; i < dialect_count; i++)
        if (!add_dialect(index, i, fault))
            return false;
    return true;
}

void title_index_release(struct title_index *index)
{
    memory_free(index->meanings);
    hash_table_release(&index->numbers);
    hash_table_release(&index->levels);
    *index = (struct title_index){0};
}

/* Returns the folded title without the words in brackets at its end, its translation or its unit;
 * all of it if that would leave nothing. */
static struct span without_brackets(struct span name)
{
    size_t open = name.length;
    if (name.length == 0 || name.bytes[name.length - 1] != ')')
        return name;
    while (open > 0 && name.bytes[open - 1] != '(')
        open--;
    return open > 1 ? span_slice(name, 0, open - 1) : name;
}

/* Returns the folded title without the "(UTC)" or "[UTC]" at its end: title_index_is_utc sees it.
 */
static struct span without_utc(struct span name)
{
    static const char *const zones[] = {"(utc)", "[utc]", "utc"};
    for (size_t i = 0; i < COUNT_OF(zones); i++) {
        struct span zone = span_of(zones[i]);
        if (name.length > zone.length && span_ends_with_ignoring_case(name, zone))
            return span_slice(name, 0, name.length - zone.length);
    }
    return name;
}

/* False if no title begins like this one, which most words of a text show at once. */
static bool may_be_known(const struct title_index *index, struct span title)
{
    size_t at = 0;
    while (at < title.length && blank_at(title, at) > 0)
        at += blank_at(title, at);
    return at < title.length && index->may_begin[(unsigned char)ascii_to_lower(title.bytes[at])];
}

uint32_t title_index_find(const struct title_index *index, struct span title)
{
    char folded[MAX_TITLE_BYTES];
    uint32_t number = NO_TITLE;
    if (!may_be_known(index, title))
        return NO_TITLE;
    struct span name = {folded, fold_title(title, folded)};
    if (name.length == 0)
        return NO_TITLE;
    if (hash_table_find(&index->numbers, hash_span(name, 0), &number))
        return number;
    const struct span shorter[] = {without_utc(name), without_brackets(name)};
    for (size_t i = 0; i < COUNT_OF(shorter); i++)
        if (shorter[i].length < name.length &&
            hash_table_find(&index->numbers, hash_span(shorter[i], 0), &number))
            return number;
    return NO_TITLE;
}

bool title_index_is_level(const struct title_index *index, struct span word)
{
    char folded[MAX_TITLE_BYTES];
    uint32_t value = 0;
    if (word.length == 0 || !index->may_begin_level[(unsigned char)ascii_to_lower(word.bytes[0])])
        return false;
    struct span name = {folded, fold_title(word, folded)};
    return name.length > 0 && hash_table_find(&index->levels, hash_span(name, 0), &value);
}

bool title_index_is_needed(const struct title_index *index, uint32_t number)
{
    return index->meanings[number].cell != NO_RECORD_CELL;
}

bool title_index_is_moment(const struct title_index *index, uint32_t number)
{
    const struct title_meaning *meaning = &index->meanings[number];
    return title_index_is_needed(index, number) &&
           (index->dialects[meaning->dialect]->moment_cells >> meaning->cell & 1) != 0;
}

bool title_index_is_utc(struct span title)
{
    return span_find(title, span_of("UTC")) < title.length ||
           span_find(title, span_of("SystemTime")) < title.length;
}

bool title_index_is_text(const struct title_index *index, uint32_t title)
{
    for (uint32_t at = title; at != NO_TITLE; at = index->meanings[at].next)
        if (index->dialects[index->meanings[at].dialect]->text_cell == index->meanings[at].cell &&
            index->meanings[at].cell != NO_RECORD_CELL)
            return true;
    return false;
}

bool title_index_is_error(const struct title_index *index, uint32_t title)
{
    for (uint32_t at = title; at != NO_TITLE; at = index->meanings[at].next) {
        const struct title_meaning *meaning = &index->meanings[at];
        if (meaning->cell != NO_RECORD_CELL &&
            (index->dialects[meaning->dialect]->error_cells >> meaning->cell & 1) != 0)
            return true;
    }
    return false;
}
