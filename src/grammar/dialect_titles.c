#include "grammar/dialect_titles.h"

#include <string.h>

#include "base/ascii.h"
#include "base/memory.h"

static const char no_field[] = "none";
static const char text_field[] = "message";

static bool has_cell(const struct title_source *title)
{
    return strcmp(title->field, no_field) != 0;
}

static size_t count_names(const struct dialect_source *source)
{
    size_t count = 0;
    for (unsigned i = 0; i < source->titles_count; i++)
        count += source->titles[i].names_count;
    return count;
}

/* Adds the names of one field, which has the cell. A name after a plus has the rank of the one
 * before it: "Date" and "+Time"; one after a tilde is of a language that puts the day first; one
 * after a question mark does not count for what a record needs; one after a hash has numbers of its
 * own. */
static void add_names(const struct title_source *source, uint8_t cell, struct record_titles *titles)
{
    uint16_t rank = 0;
    for (unsigned i = 0; i < source->names_count; i++) {
        const char *name = source->names[i];
        bool is_joined = *name == '+';
        bool is_day_first = name[is_joined] == '~';
        bool is_weak = name[is_joined + is_day_first] == '?';
        bool is_numbered = *name == '#';
        rank = (uint16_t)(rank + (i > 0 && !is_joined));
        titles->titles[titles->title_count++] = (struct record_title){
            .name = span_of(name + is_joined + is_day_first + is_weak + is_numbered),
            .cell = cell,
            .rank = rank,
            .is_day_first = is_day_first,
            .is_weak = is_weak,
            .is_numbered = is_numbered};
    }
}

/* Finds the cell of `field` among the first `cell_count`. */
static bool find_cell(const struct dialect_source *source, struct span field, size_t cell_count,
                      uint8_t *found, struct fault *fault)
{
    size_t cell = 0;
    for (unsigned i = 0; i < source->titles_count && cell < cell_count; i++) {
        if (!has_cell(&source->titles[i]))
            continue;
        *found = (uint8_t)cell++;
        if (span_equals(span_of(source->titles[i].field), field))
            return true;
    }
    return fault_set(fault, FAULT_GRAMMAR, "no title is for the field \"%.*s\"", (int)field.length,
                     field.bytes);
}

/* Adds a need, "event" or "level|provider". */
static bool add_need(const struct dialect_source *source, const char *need,
                     struct record_titles *titles, struct fault *fault)
{
    if (titles->need_count == MAX_RECORD_NEEDS)
        return fault_set(fault, FAULT_GRAMMAR, "needs: more than %d", MAX_RECORD_NEEDS);
    for (struct span rest = span_of(need); rest.length > 0;) {
        size_t end = span_find_byte(rest, '|');
        uint8_t cell = 0;
        if (!find_cell(source, span_slice(rest, 0, end), titles->cell_count, &cell, fault))
            return false;
        titles->needs[titles->need_count] |= UINT32_C(1) << cell;
        rest = span_slice(rest, end < rest.length ? end + 1 : end, rest.length);
    }
    titles->need_count++;
    return true;
}

/* Makes the next cell a compound of the cells that the title names. */
static bool add_compound(const struct dialect_source *source, const struct title_source *title,
                         struct record_titles *titles, struct fault *fault)
{
    struct record_compound *compound = &titles->compounds[titles->cell_count];
    if (title->of_count > MAX_CELL_PARTS)
        return fault_set(fault, FAULT_GRAMMAR, "of: more than %d fields", MAX_CELL_PARTS);
    for (; compound->part_count < title->of_count; compound->part_count++)
        if (!find_cell(source, span_of(title->of[compound->part_count]), titles->cell_count,
                       &compound->parts[compound->part_count], fault))
            return false;
    return true;
}

/* Adds the cell of the title. */
static bool add_cell(const struct dialect_source *source, const struct title_source *title,
                     struct record_titles *titles, struct fault *fault)
{
    if (titles->cell_count + 1 == MAX_RECORD_CELLS)
        return fault_set(fault, FAULT_GRAMMAR, "more than %d fields", MAX_RECORD_CELLS - 1);
    if (!add_compound(source, title, titles, fault))
        return false;
    if (strcmp(title->field, text_field) == 0)
        titles->text_cell = (uint8_t)titles->cell_count;
    bool is_moment = strcmp(title->field, "date") == 0 || strcmp(title->field, "end") == 0;
    bool is_error = strcmp(title->field, "code") == 0 || strcmp(title->field, "id") == 0;
    titles->moment_cells |= (uint32_t)is_moment << titles->cell_count;
    titles->error_cells |= (uint32_t)is_error << titles->cell_count;
    add_names(title, (uint8_t)titles->cell_count++, titles);
    return true;
}

/* Adds the level and what programs call it, without numbers, which many texts end with. */
static void add_level(const struct level_source *source, struct record_titles *titles)
{
    titles->level_words[titles->level_word_count++] = span_of(source->level);
    for (unsigned i = 0; i < source->words_count; i++)
        if (*source->words[i] != '#' && !ascii_is_digit(*source->words[i]))
            titles->level_words[titles->level_word_count++] = span_of(source->words[i]);
}

static bool add_levels(const struct dialect_source *source, struct record_titles *titles,
                       struct fault *fault)
{
    size_t count = source->level_words_count;
    for (unsigned i = 0; i < source->level_words_count; i++)
        count += source->level_words[i].words_count;
    if (count == 0)
        return true;
    titles->level_words = memory_allocate(count, sizeof *titles->level_words, fault);
    for (unsigned i = 0; titles->level_words != NULL && i < source->level_words_count; i++)
        add_level(&source->level_words[i], titles);
    return titles->level_words != NULL;
}

bool dialect_titles_compile(const struct dialect_source *source, struct record_titles *titles,
                            struct fault *fault)
{
    *titles = (struct record_titles){.dialect = span_of(source->grammar),
                                     .text_cell = NO_RECORD_CELL,
                                     .is_parted = source->is_parted,
                                     .is_fallback = source->is_fallback};
    titles->titles = memory_allocate(count_names(source), sizeof *titles->titles, fault);
    if (titles->titles == NULL || !add_levels(source, titles, fault))
        return false;
    for (unsigned i = 0; i < source->titles_count; i++) {
        const struct title_source *title = &source->titles[i];
        if (!has_cell(title)) {
            add_names(title, NO_RECORD_CELL, titles);
            continue;
        }
        if (!add_cell(source, title, titles, fault))
            return false;
    }
    if (titles->text_cell == NO_RECORD_CELL)
        titles->text_cell = (uint8_t)titles->cell_count++;
    for (unsigned i = 0; i < source->needs_count; i++)
        if (!add_need(source, source->needs[i], titles, fault))
            return false;
    return true;
}

void dialect_titles_release(struct record_titles *titles)
{
    memory_free(titles->titles);
    memory_free(titles->level_words);
    *titles = (struct record_titles){0};
}

static bool append_other(const struct dialect_source *source, const char *other, struct buffer *out,
                         struct fault *fault)
{
    bool is_alternative = other != NULL && source->titles_count > 0;
    return (!is_alternative || buffer_append_byte(out, '|', fault)) &&
           (other == NULL || buffer_append(out, span_of(other), fault));
}

static bool append_cell(const char *field, struct buffer *out, struct fault *fault)
{
    return buffer_append_format(out, fault, "\\t(?<%s>[^\\t\\r\\n]*+)", field);
}

bool dialect_titles_append_record(const struct dialect_source *source, const char *other,
                                  struct buffer *out, struct fault *fault)
{
    bool done = source->titles_count == 0 ||
                buffer_append_format(out, fault, "^" RECORD_LINE_MARK "\\Q%s\\E", source->grammar);
    bool has_text = source->titles_count == 0;
    for (unsigned i = 0; done && i < source->titles_count; i++) {
        const char *field = source->titles[i].field;
        has_text = has_text || strcmp(field, text_field) == 0;
        if (has_cell(&source->titles[i]))
            done = append_cell(field, out, fault);
    }
    if (done && !has_text)
        done = append_cell(text_field, out, fault);
    return done && append_other(source, other, out, fault);
}
