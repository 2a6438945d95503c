/* Only messages are scanned, since rules look at nothing else: copying them together costs less
 * than scanning whole lines. Failed files that the first rule takes by its shape are not scanned at
 * all: each would have several hits, and hits are expensive. */
#include "grammar/match/prefilter.h"

#include <assert.h>
#include <string.h>

#include "base/memory.h"
#include "grammar/match/noise_cache.h"

/* Returns the part of the line that rules look at: its message, or all of it. */
static struct span message_of(const struct matcher *matcher, size_t index)
{
    const struct line *line = &matcher->block->lines[index];
    const struct line_layout *layout = &matcher->reader.layouts[index];
    return span_slice(matcher->block->text,
                      line->start + (layout->is_record ? layout->columns.rest : 0),
                      (size_t)line->start + line->length);
}

/* True if no other line continues this one. Lines continue only records, and a dialect without a
 * `record` pattern has none. */
static bool ends_with_its_line(const struct matcher *matcher, size_t line)
{
    const struct line_layout *layouts = matcher->reader.layouts;
    if (matcher->rule_index->dialect->record == NULL)
        return true;
    bool is_last = line + 1 == matcher->block->line_count;
    return layouts[line].is_record && (is_last || layouts[line + 1].is_record);
}

/* Returns the shape by which the first rule takes a line on its own, or NULL. No rule precedes the
 * first, so nothing else matters. */
static const struct shape *find_shape(const struct matcher *matcher, struct span subject,
                                      struct shape_match *match)
{
    const struct rule *rule = &matcher->rule_index->dialect->rules[0];
    if (rule->level_count > 0 || !dialect_rule_is_given(rule, matcher->evidence))
        return NULL;
    for (size_t i = 0; i < rule->shape_count; i++)
        if (shape_may_begin(&rule->shapes[i], subject) &&
            shape_find(&rule->shapes[i], subject, match))
            return &rule->shapes[i];
    return NULL;
}

static bool add_resolved(struct matcher *matcher, struct line_layout *layout,
                         const struct resolved_line *resolved, struct fault *fault)
{
    void *list = matcher->resolved_lines;
    if (!memory_reserve(&list, &matcher->resolved_capacity, matcher->resolved_count + 1,
                        sizeof *resolved, fault))
        return false;
    matcher->resolved_lines = list;
    matcher->resolved_lines[matcher->resolved_count++] = *resolved;
    layout->resolved = (uint32_t)matcher->resolved_count;
    return true;
}

/* Finds the rule of the line, if the line alone decides it. A cached message holds no other
 * record. */
static bool resolve_early(struct matcher *matcher, size_t line, struct span subject,
                          struct fault *fault)
{
    struct line_layout *layout = &matcher->reader.layouts[line];
    struct resolved_line resolved;
    bool is_whole = ends_with_its_line(matcher, line);
    if (is_whole && layout->is_record && layout->columns.word != COLUMN_NO_WORD)
        layout->cached_rule = noise_cache_find(matcher, subject, layout->columns.word);
    if (layout->cached_rule != NULL)
        return true;
    layout->may_hold_another =
        layout->is_record && record_reader_may_hold_another(&matcher->reader, subject);
    if (!is_whole || layout->may_hold_another)
        return true;
    resolved.shape = find_shape(matcher, subject, &resolved.match);
    return resolved.shape == NULL || add_resolved(matcher, layout, &resolved, fault);
}

static bool is_scanned(const struct line_layout *layout)
{
    return layout->resolved == 0 && layout->cached_rule == NULL;
}

/* Copies what is scanned to `scan_text`. A line feed after each line keeps literals from matching
 * across two lines. */
static bool collect_scan_text(struct matcher *matcher, struct fault *fault)
{
    struct buffer *scan_text = &matcher->scan_text;
    const struct block *block = matcher->block;
    scan_text->length = 0;
    if (!buffer_reserve(scan_text, block->text.length + block->line_count, fault))
        return false;
    char *at = scan_text->bytes;
    for (size_t line = 0; line < block->line_count; line++) {
        struct span subject = message_of(matcher, line);
        if (!resolve_early(matcher, line, subject, fault))
            return false;
        if (!is_scanned(&matcher->reader.layouts[line]))
            continue;
        if (subject.length > 0)
            memcpy(at, subject.bytes, subject.length);
        at += subject.length;
        *at++ = '\n';
    }
    scan_text->length = (size_t)(at - scan_text->bytes);
    return true;
}

/* Returns the length of the line's part of the scan text. */
static size_t scanned_bytes(const struct matcher *matcher, size_t line, struct span subject)
{
    return is_scanned(&matcher->reader.layouts[line]) ? subject.length + 1 : 0;
}

/* Turns offsets in the scan text into offsets in the block. Both ascend. */
static void map_hits(struct matcher *matcher)
{
    size_t line = 0;
    size_t start = 0; /* of the line in the scan text */
    struct span subject = {0};
    for (size_t i = 0; i < matcher->hit_count; i++) {
        struct scanner_hit *hit = &matcher->hits[i];
        subject = message_of(matcher, line);
        while (hit->end > start + scanned_bytes(matcher, line, subject)) {
            start += scanned_bytes(matcher, line, subject);
            assert(line + 1 < matcher->block->line_count);
            subject = message_of(matcher, ++line);
        }
        const char *end = subject.bytes + (hit->end - start);
        hit->end = (uint32_t)(end - matcher->block->text.bytes);
    }
}

/* True if lines may be resolved early, or have parts that need no scan. */
static bool needs_scan_text(const struct matcher *matcher)
{
    const struct dialect *dialect = matcher->rule_index->dialect;
    bool may_resolve = dialect->record == NULL && dialect->rules[0].shape_count > 0;
    return record_reader_has_layouts(&matcher->reader) ||
           (matcher->rule_index->uses_fast_paths && may_resolve);
}

bool prefilter_scan(struct matcher *matcher, struct fault *fault)
{
    const struct literal_scanner *scanner = matcher->rule_index->scanner;
    matcher->resolved_count = 0;
    if (!needs_scan_text(matcher))
        return literal_scanner_scan(scanner, matcher->literal_scratch, matcher->block->text,
                                    &matcher->hits, &matcher->hit_count, fault);
    if (!collect_scan_text(matcher, fault) ||
        !literal_scanner_scan(scanner, matcher->literal_scratch, buffer_span(&matcher->scan_text),
                              &matcher->hits, &matcher->hit_count, fault))
        return false;
    map_hits(matcher);
    return true;
}
